//! `fixtures/phrases/<kind>.txt`: one case a line, which a person who reads Vietnamese but no Rust can write.
//!
//! ```text
//! # a comment
//! @published 2022-12-06                                     for the lines below; `none` where the text has no publish time
//! [Sáng ngày 02/12], đoàn làm việc => 2022-12-02 morning    brackets mark what is read, in order; values are parted by ` ; `
//! ! Tỷ lệ đạt 2/3 số hộ                                     nothing of the kind is read
//! ```
//! `officials.txt` and `results.txt` have no brackets: a value says all there is (`Lê Hải Hòa: Phó Chủ tịch UBND tỉnh, Trưởng đoàn`).

use std::{fs, path::Path};

use thongcao::{Article, Extractor, Input, Precision};

/// What was read: the words, and the value as the fixtures write it.
type Reading = Vec<(Option<String>, String)>;

fn dates(article: &Article) -> Reading {
    article
        .dates
        .iter()
        .map(|date| {
            let part = date.part.map(|part| format!(" {}", format!("{part:?}").to_lowercase())).unwrap_or_default();
            (Some(date.found.text.clone()), format!("{}{part}", date.value))
        })
        .collect()
}

fn documents(article: &Article) -> Reading {
    article
        .documents
        .iter()
        .map(|d| {
            let date = d.date.map(|date| format!(" @{date}")).unwrap_or_default();
            let issuer = d.issuer.as_ref().map(|issuer| format!(" < {issuer}")).unwrap_or_default();
            (
                Some(d.found.text.clone()),
                format!("{} {}{date}{issuer}", d.kind.as_deref().unwrap_or("-"), d.number.as_deref().unwrap_or("-")),
            )
        })
        .collect()
}

/// How exactly an amount is stated, where it is not exact.
fn hedge(precision: Precision) -> String {
    match precision {
        Precision::Exact => String::new(),
        hedged => format!(" {}", format!("{hedged:?}").to_lowercase()),
    }
}

fn money(article: &Article) -> Reading {
    article
        .money
        .iter()
        .map(|m| {
            let to = m.to.map(|to| format!("..{}", to.normalize())).unwrap_or_default();
            (Some(m.found.text.clone()), format!("{}{to} {}{}", m.value.normalize(), m.currency, hedge(m.precision)))
        })
        .collect()
}

fn quantities(article: &Article) -> Reading {
    article
        .quantities
        .iter()
        .map(|q| {
            let to = q.to.map(|to| format!("..{to}")).unwrap_or_default();
            (Some(q.found.text.clone()), format!("{}{to} {}{}", q.value, q.unit, hedge(q.precision)))
        })
        .collect()
}

fn officials(article: &Article) -> Reading {
    article
        .officials
        .iter()
        .map(|o| {
            let roles: Vec<_> = o.roles.iter().map(|role| role.found.text.as_str()).collect();
            (None, format!("{}: {}", o.name, roles.join(", ")))
        })
        .chain(article.people.iter().map(|p| (None, p.name.clone())))
        .collect()
}

fn organisations(article: &Article) -> Reading {
    article
        .organisations
        .iter()
        .map(|o| (None, format!("{}: {}", o.name, format!("{:?}", o.kind).to_lowercase())))
        .collect()
}

fn places(article: &Article) -> Reading {
    article.places.iter().map(|p| (None, format!("{} {}", p.name, p.code.as_deref().unwrap_or("-")))).collect()
}

fn quotes(article: &Article) -> Reading {
    article.quotes.iter().map(|q| (Some(q.found.text.clone()), q.speaker.clone().unwrap_or("-".into()))).collect()
}

/// `PAR-INDEX (tỉnh Cao Bằng) 2021: score 82.89/100, percent 82.89, rank 57/63, score +1.82 since 2020, rank -1 since 2020`
fn results(article: &Article) -> Reading {
    article
        .results
        .iter()
        .map(|r| {
            let index = r.index.as_ref().map_or("-", |index| index.code.as_deref().unwrap_or(&index.name));
            let subject = r.subject.as_ref().map(|s| format!(" ({s})")).unwrap_or_default();
            let period = r.period.map(|p| format!(" {p}")).unwrap_or_default();
            let mut figures = Vec::new();
            if let Some(score) = &r.score {
                figures.push(format!(
                    "score {}{}",
                    score.value,
                    score.out_of.map(|o| format!("/{o}")).unwrap_or_default()
                ));
            }
            figures.extend(r.percent.map(|percent| format!("percent {percent}")));
            if let Some(rank) = &r.rank {
                figures.push(format!(
                    "rank {}{}",
                    rank.position,
                    rank.out_of.map(|o| format!("/{o}")).unwrap_or_default()
                ));
            }
            figures.extend(r.changes.iter().map(|change| {
                let since = change.since.map(|since| format!(" since {since}")).unwrap_or_default();
                format!("{} {:+}{since}", format!("{:?}", change.of).to_lowercase(), change.amount)
            }));
            (None, format!("{index}{subject}{period}: {}", figures.join(", ")))
        })
        .collect()
}

/// Takes the brackets out of `line`; what they held, in order.
fn brackets(line: &str) -> (String, Vec<String>) {
    let (mut plain, mut held, mut open) = (String::new(), Vec::new(), 0);
    for c in line.chars() {
        match c {
            '[' => open = plain.len(),
            ']' => held.push(plain[open..].to_owned()),
            _ => plain.push(c),
        }
    }
    (plain, held)
}

fn check(kind: &str, read: fn(&Article) -> Reading) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/phrases").join(format!("{kind}.txt"));
    let lines = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let extractor = Extractor::new();
    let (mut published, mut wrong, mut cases) = (None, Vec::new(), 0);
    for (number, line) in lines.lines().enumerate() {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(stamp) = line.strip_prefix("@published ") {
            published = (stamp.trim() != "none")
                .then(|| stamp.trim().parse().unwrap_or_else(|error| panic!("{kind}.txt:{}: {error}", number + 1)));
            continue;
        }
        cases += 1;
        let (words, values) = match line.strip_prefix("! ") {
            Some(words) => (words, Vec::new()),
            None => {
                let (words, values) = line
                    .split_once(" => ")
                    .unwrap_or_else(|| panic!("{kind}.txt:{}: no ` => ` in {line:?}", number + 1));
                (words, values.split(" ; ").map(|value| value.trim().to_owned()).collect())
            }
        };
        let (plain, held) = brackets(words);
        // A title of its own keeps the phrase in the body.
        let page = format!("Tin\n\n{plain}\n");
        let mut input = Input::text(page.as_bytes());
        if let Some(published) = published {
            input = input.published(published);
        }
        let got = read(&extractor.extract(input));
        let wanted: Reading = if held.is_empty() {
            values.into_iter().map(|value| (None, value)).collect()
        } else {
            held.into_iter().map(Some).zip(values).collect()
        };
        let got: Reading = if wanted.iter().all(|(words, _)| words.is_none()) {
            got.into_iter().map(|(_, value)| (None, value)).collect()
        } else {
            got
        };
        if got != wanted {
            wrong.push(format!("{kind}.txt:{}: {plain}\n   wanted {wanted:?}\n   read   {got:?}", number + 1));
        }
    }
    assert!(cases > 0, "{kind}.txt holds no case");
    assert!(
        wrong.is_empty(),
        "{} of {cases} cases of {kind}.txt are read otherwise:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

macro_rules! kinds {
    ($($kind:ident),* $(,)?) => {
        mod kind {
            $(#[test] fn $kind() { super::check(stringify!($kind), super::$kind); })*
        }
    };
}

kinds![dates, documents, money, officials, organisations, places, quantities, quotes, results];
