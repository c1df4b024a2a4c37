//! Runs the built program as a user would.

use std::{
    fs,
    io::{Read, Write},
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

const FIRST: &str =
    "<html><body><h1>Khai mạc hội nghị</h1><p>Sáng 02/12/2022, hội nghị khai mạc tại Cao Bằng.</p></body></html>";
const SECOND: &str = "Bế mạc hội nghị\n\nChiều 03/12/2022, hội nghị bế mạc.\n";

/// A folder of its own for one test, removed at its end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("thongcao-{name}-{}", std::process::id()));
        fs::create_dir_all(path.join("sâu")).expect("a folder for the test");
        fs::write(path.join("a.html"), FIRST).expect("written");
        fs::write(path.join("sâu/b.txt"), SECOND).expect("written");
        fs::write(path.join("notes.json"), "{}").expect("written");
        Self(path)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn thongcao() -> Command {
    Command::new(env!("CARGO_BIN_EXE_thongcao"))
}

fn run(command: &mut Command) -> Output {
    command.stdin(Stdio::null()).output().expect("the program runs")
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).expect("UTF-8")
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).expect("UTF-8")
}

fn records(output: &Output) -> Vec<serde_json::Value> {
    stdout(output).lines().map(|line| serde_json::from_str(line).expect("a record a line")).collect()
}

fn titles(output: &Output) -> Vec<String> {
    records(output).iter().map(|record| record["title"].as_str().unwrap_or_default().to_owned()).collect()
}

fn feed(command: &mut Command, bytes: &[u8]) -> Output {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("runs");
    child.stdin.take().expect("piped").write_all(bytes).expect("written");
    child.wait_with_output().expect("ends")
}

#[test]
fn a_folder_gives_its_pages_in_order_of_names() {
    let folder = Folder::new("folder");
    let output = run(thongcao().arg("extract").arg(&folder.0));
    assert_eq!(titles(&output), ["Khai mạc hội nghị", "Bế mạc hội nghị"]);
    assert!(output.status.success());
    assert_eq!(records(&output)[0]["source"]["input"], folder.path("a.html").display().to_string());
}

#[test]
fn any_number_of_jobs_gives_the_same_bytes_in_input_order() {
    let folder = Folder::new("jobs");
    let inputs: Vec<_> = (0..100)
        .map(|number| {
            let path = folder.path(&format!("{number}.txt"));
            fs::write(&path, format!("Tin {number}\n\nNgày {}/12/2022, họp.\n", number % 28 + 1)).expect("written");
            path
        })
        .collect();
    let outputs = ["1", "2", "7"].map(|jobs| run(thongcao().args(["extract", "--jobs", jobs]).args(&inputs)).stdout);
    assert_eq!(outputs[0], outputs[1]);
    assert_eq!(outputs[0], outputs[2]);
    assert_eq!(outputs[0].iter().filter(|byte| **byte == b'\n').count(), 100);
}

#[test]
fn what_cannot_be_read_is_named_and_the_others_go_on() {
    let folder = Folder::new("gaps");
    let output = run(thongcao().arg("extract").args([
        folder.path("a.html"),
        folder.path("none.html"),
        folder.path("sâu/b.txt"),
    ]));
    assert_eq!(titles(&output), ["Khai mạc hội nghị", "Bế mạc hội nghị"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("none.html"), "{}", stderr(&output));
    assert!(stderr(&output).contains("No such file"), "{}", stderr(&output));
}

#[test]
fn a_folder_without_pages_is_a_complaint() {
    let folder = Folder::new("empty");
    fs::create_dir_all(folder.path("trống")).expect("made");
    let output = run(thongcao().arg("extract").arg(folder.path("trống")));
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("no pages in this folder"), "{}", stderr(&output));
}

#[test]
fn standard_input_is_read_with_and_without_its_dash() {
    for arguments in [&["extract"][..], &["extract", "-"]] {
        let output = feed(thongcao().args(arguments), FIRST.as_bytes());
        assert_eq!(titles(&output), ["Khai mạc hội nghị"]);
        assert_eq!(records(&output)[0]["source"]["input"], "-");
    }
}

#[test]
fn wrong_usage_exits_with_2_and_says_what_is_expected() {
    let output = run(thongcao().args(["extract", "--published", "hôm qua", "x.html"]));
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("2022-12-06"), "{}", stderr(&output));
    assert_eq!(run(thongcao().args(["extract", "--format", "xml", "x.html"])).status.code(), Some(2));
    assert_eq!(run(thongcao().args(["extract", "--jobs", "0", "x.html"])).status.code(), Some(2));
    assert_eq!(run(&mut thongcao()).status.code(), Some(2));
}

#[test]
fn hints_reach_the_record() {
    let folder = Folder::new("hints");
    fs::write(folder.path("c.txt"), "Tin\n\nSáng 02/12, hội nghị khai mạc.\n").expect("written");
    let output = run(thongcao()
        .args([
            "extract",
            "--published",
            "2022-12-06",
            "--url",
            "https://www.caobang.gov.vn/tin/1",
            "--input-type",
            "text",
        ])
        .arg(folder.path("c.txt")));
    let record = &records(&output)[0];
    assert_eq!(record["published"]["value"], "2022-12-06");
    assert_eq!(record["published"]["origin"], "given");
    assert_eq!(record["source"]["site"], "caobang.gov.vn");
    assert_eq!(record["dates"][0]["value"], "2022-12-02");
}

#[test]
fn markdown_and_text_show_the_article() {
    let folder = Folder::new("forms");
    let page = folder.path("sâu/b.txt");
    let output = run(thongcao().args(["extract", "--format", "markdown"]).arg(&page));
    assert_eq!(stdout(&output), "# Bế mạc hội nghị\n\nChiều 03/12/2022, hội nghị bế mạc.\n");
    let output = run(thongcao().args(["extract", "--format", "text"]).arg(&page));
    assert_eq!(stdout(&output), "Bế mạc hội nghị\nChiều 03/12/2022, hội nghị bế mạc.\n");
    let output = run(thongcao().args(["extract", "--format", "text"]).args([&page, &page]));
    assert_eq!(stdout(&output).matches("==> ").count(), 2);
}

#[test]
fn a_csv_has_a_row_a_fact_with_its_article() {
    let folder = Folder::new("csv");
    let page = folder.path("r.txt");
    let text = "DDCI\n\nDDCI năm 2021: Sở Văn hóa, Thể thao đạt 71,4 điểm, xếp thứ 3/20; \"Sở Y tế\" đạt 70 điểm.\n";
    fs::write(&page, text).expect("written");
    let output = run(thongcao()
        .args(["extract", "--format", "csv", "--table", "results", "--published", "2022-12-06"])
        .args(["--url", "https://caobang.gov.vn/tin/1"])
        .args([&page, &folder.path("a.html"), &page]));
    let mut reader = csv::Reader::from_reader(output.stdout.as_slice());
    let header = reader.headers().expect("a header").clone();
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row as wide as the header")).collect();
    let cell = |row: usize, name: &str| &rows[row][header.iter().position(|column| column == name).expect(name)];
    // An article without results adds no row.
    assert_eq!(rows.len(), 4);
    assert_eq!(rows[..2], rows[2..]);
    assert_eq!(cell(0, "id").len(), 64);
    assert_eq!(cell(0, "input"), page.display().to_string());
    assert_eq!((cell(0, "url"), cell(0, "published")), ("https://caobang.gov.vn/tin/1", "2022-12-06"));
    assert_eq!((cell(0, "subject"), cell(0, "score"), cell(0, "rank")), ("Sở Văn hóa, Thể thao", "71.4", "3"));
    assert_eq!((cell(1, "subject"), cell(1, "score"), cell(1, "rank")), ("Sở Y tế", "70", ""));
    let span = cell(0, "start").parse().expect("a number")..cell(0, "end").parse().expect("a number");
    assert_eq!(&text.replace("\n\n", "\n")[span], cell(0, "text"));
}

#[test]
fn every_table_has_a_header_even_where_it_has_no_row() {
    let folder = Folder::new("tables");
    fs::write(folder.path("c.txt"), "").expect("written");
    for table in thongcao::Table::ALL {
        let output =
            run(thongcao().args(["extract", "--format", "csv", "--table", table.name()]).arg(folder.path("c.txt")));
        assert!(stdout(&output).starts_with("id,input,url,published,"), "{}", table.name());
    }
}

#[test]
fn a_csv_and_its_table_go_together() {
    let folder = Folder::new("csv-usage");
    for arguments in [&["--format", "csv"][..], &["--table", "results"], &["--format", "csv", "--table", "votes"]] {
        let output = run(thongcao().arg("extract").args(arguments).arg(folder.path("a.html")));
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(stderr(&output).contains("--table"), "{arguments:?}");
    }
}

#[test]
fn an_output_file_appears_whole_under_its_name() {
    let folder = Folder::new("output");
    let path = folder.path("records.jsonl");
    let output = run(thongcao().arg("extract").arg(folder.path("a.html")).arg("--output").arg(&path));
    assert!(output.status.success() && output.stdout.is_empty());
    assert_eq!(fs::read_to_string(&path).expect("written").lines().count(), 1);
    assert!(!folder.path("records.jsonl.part").exists());
    let output =
        run(thongcao().arg("extract").arg(folder.path("a.html")).args(["--output", "/none/such/records.jsonl"]));
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("/none/such/records.jsonl"), "{}", stderr(&output));
}

#[test]
fn a_reader_that_leaves_early_is_no_error() {
    let folder = Folder::new("pipe");
    let inputs: Vec<_> = (0..200).map(|_| folder.path("a.html")).collect();
    let mut child =
        thongcao().arg("extract").args(inputs).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("runs");
    let mut first = [0; 1];
    child.stdout.take().expect("piped").read_exact(&mut first).expect("one byte");
    let output = child.wait_with_output().expect("ends");
    assert!(output.status.success(), "{:?}", output.status);
    assert_eq!(stderr(&output), "");
}

#[test]
fn a_profile_is_named_or_comes_from_a_file() {
    let folder = Folder::new("profile");
    let page = folder.path("p.html");
    fs::write(
        &page,
        "<div class=ten>Khai mạc hội nghị tuần này</div><div class=bai>Hội nghị khai mạc tại Cao Bằng.</div>",
    )
    .expect("written");
    let file = folder.path("ours.json");
    fs::write(&file, r#"{"name": "ours", "title": ".ten", "body": ".bai"}"#).expect("written");
    let read = |profile: &str| run(thongcao().args(["extract", "--profile", profile]).arg(&page));
    let ours = records(&read(file.to_str().expect("UTF-8")))[0].clone();
    assert_eq!((&ours["source"]["profile"], &ours["title"]), (&"ours".into(), &"Khai mạc hội nghị tuần này".into()));
    assert_eq!(records(&read("generic"))[0]["source"]["profile"], "generic");
    fs::write(&file, r#"{"name": "ours", "title": ".ten["}"#).expect("written");
    for (profile, says) in [(file.to_str().expect("UTF-8"), ".ten["), ("nosuch", "nosuch")] {
        let output = read(profile);
        assert_eq!(output.status.code(), Some(1));
        assert!(stderr(&output).contains(says), "{}", stderr(&output));
    }
}

#[test]
fn decode_gives_text_or_one_line_of_json() {
    let folder = Folder::new("decode");
    let path = folder.path("d.txt");
    fs::write(&path, "Ca\u{302}\u{301}p xã").expect("written");
    assert_eq!(stdout(&run(thongcao().arg("decode").arg(&path))), "Cấp xã");
    let line = stdout(&run(thongcao().args(["decode", "--json"]).arg(&path))).to_owned();
    let value: serde_json::Value = serde_json::from_str(&line).expect("JSON");
    assert_eq!((&value["encoding"], &value["text"]), (&"utf-8".into(), &"Cấp xã".into()));
    let output = run(thongcao().arg("decode").arg(folder.path("none")));
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("none"));
}

#[test]
fn the_schema_and_the_completions_are_printed() {
    let schema: serde_json::Value = serde_json::from_slice(&run(thongcao().arg("schema")).stdout).expect("JSON");
    assert_eq!(schema["title"], "Article");
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(stdout(&run(thongcao().args(["completions", shell]))).contains("thongcao"), "{shell}");
    }
}

#[test]
fn help_shows_examples() {
    for command in ["extract", "decode", "schema", "completions"] {
        assert!(stdout(&run(thongcao().args([command, "--help"]))).contains("Examples:"), "{command}");
    }
    assert!(Path::new(env!("CARGO_BIN_EXE_thongcao")).exists());
}
