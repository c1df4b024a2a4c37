//! The `thongcao` program.
use std::io::Write;

fn main() {
    let args: Vec<String> = std::env::args().collect();
    let published =
        args.iter().position(|a| a == "--published").and_then(|i| args.get(i + 1)).and_then(|s| s.parse().ok());
    let kind = args.iter().position(|a| a == "--input-type").and_then(|i| args.get(i + 1)).map(String::as_str);
    let path = args.last().expect("a file");
    let bytes = std::fs::read(path).expect("readable");
    let mut input = match kind {
        Some("html") => thongcao::Input::html(&bytes),
        Some("text") => thongcao::Input::text(&bytes),
        _ => thongcao::Input::auto(&bytes),
    };
    if let Some(published) = published {
        input = input.published(published);
    }
    let article = thongcao::Extractor::new().extract(input);
    let _ = writeln!(std::io::stdout(), "{}", serde_json::to_string(&article).expect("serialises"));
}
