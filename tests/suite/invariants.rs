//! What holds for every input: no panic, spans that give their own text back, one record for the same bytes, JSON there and back.

use std::{ops::Range, sync::LazyLock};

use proptest::prelude::*;
use serde_json::Value;
use thongcao::{Article, Extractor, Input, decode};
use unicode_normalization::is_nfc;

use crate::articles::{folders, page};

static EXTRACTOR: LazyLock<Extractor> = LazyLock::new(Extractor::new);

/// The fixture pages and texts.
static PAGES: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| folders().iter().map(|folder| page(folder).0).collect());

/// What must hold for the record of any input.
fn check(article: &Article) {
    let text = &article.text;
    assert!(is_nfc(text), "the text is not in NFC");
    let json = serde_json::to_value(article).expect("a record can be written");
    let back: Article = serde_json::from_value(json.clone()).expect("a record can be read back");
    assert_eq!(&back, article, "JSON there and back");
    check_spans(text, "article", &json);
    let mut end = 0;
    for block in &article.blocks {
        assert!(block.span.start >= end, "blocks overlap or are out of order at {}", block.span.start);
        end = block.span.end;
    }
    for figure in &article.figures {
        let stands = figure.span.map(|span| span.of(text));
        assert!(stands.is_none() || stands == figure.caption.as_deref(), "a caption is not the text at its span");
    }
}

/// Every `span` in the record lies within the text, between letters, and gives the `text` beside it.
fn check_spans(text: &str, at: &str, value: &Value) {
    match value {
        Value::Object(fields) => {
            if let Some(span) = fields.get("span") {
                let span = range(span);
                let stands = text.get(span.clone());
                assert!(stands.is_some(), "{at}: span {span:?} is no part of a text of {} bytes", text.len());
                let said = fields.get("text").and_then(Value::as_str);
                assert!(said.is_none() || said == stands, "{at}: says {said:?}, but {stands:?} stands there");
            }
            fields.iter().for_each(|(name, field)| check_spans(text, &format!("{at}.{name}"), field));
        }
        Value::Array(items) => items.iter().for_each(|item| check_spans(text, at, item)),
        _ => {}
    }
}

fn range(span: &Value) -> Range<usize> {
    let end = |at: usize| span[at].as_u64().and_then(|n| usize::try_from(n).ok()).expect("a span is two numbers");
    end(0)..end(1)
}

/// Reads `bytes` in all three ways, twice, and checks each record.
fn check_all(bytes: &[u8]) {
    for input in [Input::auto(bytes), Input::html(bytes), Input::text(bytes)] {
        let article = EXTRACTOR.extract(input.clone());
        check(&article);
        assert_eq!(EXTRACTOR.extract(input), article, "twice the same bytes, two records");
    }
}

/// Prose with what finders look for, in no order that makes sense.
fn prose() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => proptest::sample::select(vec![
            "ông ", "bà ", "đồng chí ", "Nguyễn Văn An", "Lê Hải Hòa", "Chủ tịch ", "Phó Bí thư ", "UBND tỉnh ", "Sở Nội vụ", "Cao Bằng", ", ", " - ", "; ", ": ", ". ",
            "(", ")", "“", "”", "/", "%", "xếp hạng ", "đạt ", "điểm", "tăng ", "bậc", "so với ", "năm 2021", "Chỉ số ", "PAR INDEX", "và ", "từ ", "đến ",
            "tháng ", "ngày ", "Sáng ", "quý ", "tỷ đồng", "triệu ", "lần lượt là ", "số ", "NQ-HĐND", "Nghị quyết ", "TP.", "Q.1 ", "\n", "\n\n", "\t", "Ảnh: ", "Theo ",
        ]).prop_map(str::to_owned),
        3 => "[0-9]{1,4}([./,-][0-9]{1,4}){0,3}",
        2 => "[a-zđăâêôơưáàảãạ]{1,7} ",
        1 => any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// Tags, broken and whole, around prose.
fn tag_soup() -> impl Strategy<Value = String> {
    let tag = proptest::sample::select(vec![
        "<p>",
        "</p>",
        "<div class='content'>",
        "</div>",
        "<h1>",
        "</h1>",
        "<table>",
        "<tr>",
        "<td>",
        "<td colspan=9999999>",
        "</table>",
        "<ul><li>",
        "<br>",
        "<b>",
        "</b>",
        "<img src=a.jpg>",
        "<figure>",
        "<figcaption>",
        "<a href='x.pdf'>",
        "</a>",
        "<span style='font-family:.VnTimeH'>",
        "</span>",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "<title>",
        "</title>",
        "<meta property=og:title content='",
        "'>",
        "&nbsp;",
        "&#769;",
        "&ETH;",
        "&#0;",
        "&#xFFFFFF;",
        "<div style='display:none'>",
        "<",
        ">",
        "<time datetime='2022-13-45'>",
        "Lượt xem: 1.572",
        "12:00 AM",
        "<blockquote>",
        "<em>",
        "<center>",
    ]);
    proptest::collection::vec((tag, prose()), 0..12)
        .prop_map(|pieces| pieces.into_iter().map(|(tag, prose)| format!("{tag}{prose}")).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        check_all(&bytes);
    }

    #[test]
    fn any_unicode(text in "\\PC{0,300}") {
        check_all(text.as_bytes());
    }

    #[test]
    fn any_prose(text in prose()) {
        check_all(text.as_bytes());
    }

    #[test]
    fn any_tags(page in tag_soup()) {
        check_all(page.as_bytes());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn pages_cut_anywhere(page in any::<prop::sample::Index>(), share in 0.0..1.0_f64) {
        let page = page.get(&PAGES);
        let cut = (page.len() as f64 * share) as usize;
        check_all(&page[..cut]);
    }

    #[test]
    fn pages_with_lines_in_another_order(page in any::<prop::sample::Index>(), seed in any::<u64>()) {
        let page = page.get(&PAGES);
        let mut lines: Vec<&[u8]> = page.split_inclusive(|byte| *byte == b'\n').collect();
        lines.sort_by_key(|line| line.iter().fold(seed, |sum, byte| sum.rotate_left(5) ^ u64::from(*byte)));
        check_all(&lines.concat());
    }

    #[test]
    fn pages_with_wrong_bytes(page in any::<prop::sample::Index>(), wrong in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20)) {
        let mut page = page.get(&PAGES).clone();
        for (at, byte) in wrong {
            let at = at.index(page.len());
            page[at] = byte;
        }
        check_all(&page);
    }
}

#[test]
fn every_fixture_holds() {
    PAGES.iter().for_each(|page| check_all(page));
}

#[test]
fn what_is_too_long_is_cut_and_said_so() {
    let extractor = Extractor::builder().max_bytes(1_000).build();
    for page in PAGES.iter().filter(|page| page.len() > 1_000) {
        let article = extractor.extract(Input::auto(page));
        check(&article);
        assert!(article.diagnostics.iter().any(|diagnostic| diagnostic.code == "input-cut"));
    }
}

/// Deep nesting and long runs cost neither the stack nor more than linear time.
#[test]
fn monsters_are_read() {
    for monster in [
        "<div>".repeat(50_000),
        "<b><i>".repeat(5_000) + "xin chào",
        "<table><tr><td>".repeat(3_000),
        "(".repeat(100_000),
        "1.".repeat(100_000),
        "ông Nguyễn Văn An, ".repeat(4_000),
        "céng hoµ ".repeat(20_000),
        "e\u{301}\u{301}\u{301} \u{301}".repeat(20_000),
        "<a <a <a ".repeat(20_000),
        "&amp;".repeat(50_000),
        "9".repeat(100_000),
    ] {
        check(&EXTRACTOR.extract(Input::auto(monster.as_bytes())));
    }
}

#[test]
fn decoding_what_was_decoded_changes_nothing() {
    for page in PAGES.iter() {
        let once = decode(page, None);
        let twice = decode(once.text.as_bytes(), Some("utf-8"));
        assert_eq!(twice.text, once.text);
    }
}
