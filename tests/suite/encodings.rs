//! `fixtures/encodings/`: one text in every encoding gives the same text, and whatever bytes come, `decode` gives NFC.

use std::{fs, path::PathBuf};

use proptest::prelude::*;
use thongcao::{Extractor, Input, decode};
use unicode_normalization::is_nfc;

fn fixture(name: &str) -> Vec<u8> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures/encodings").join(name);
    fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}; run make.py there", path.display()))
}

fn lines(name: &str) -> String {
    String::from_utf8(fixture(name)).expect("UTF-8")
}

/// The cases of `cases.tsv`: file, encoding, diagnostics.
fn cases() -> Vec<[String; 3]> {
    let cell = |cells: &mut std::str::Split<'_, char>| cells.next().unwrap_or_default().to_owned();
    lines("cases.tsv")
        .lines()
        .skip(1)
        .map(|line| {
            let mut cells = line.split('\t');
            std::array::from_fn(|_| cell(&mut cells))
        })
        .collect()
}

#[test]
fn one_text_in_every_encoding() {
    let text = lines("text.txt");
    for [file, encoding, diagnostics] in cases() {
        let decoded = decode(&fixture(&file), None);
        // Of a page, what stands between the tags.
        let got = decoded.text.split_once("<pre>\n").map_or(decoded.text.as_str(), |(_, body)| body);
        let got = got.split_once("</pre>").map_or(got, |(body, _)| body);
        assert_eq!(got, text, "{file}");
        assert_eq!(decoded.encoding, encoding, "{file}");
        let codes: Vec<_> = decoded.diagnostics.iter().map(|diagnostic| &*diagnostic.code).collect();
        assert_eq!(codes.join(" "), diagnostics, "{file}");
    }
}

#[test]
fn one_record_from_every_encoding() {
    let extractor = Extractor::new();
    let expected = extractor.extract(Input::text(&fixture("text.txt")));
    for [file, encoding, _] in cases().into_iter().filter(|[file, ..]| file.ends_with(".txt")) {
        let article = extractor.extract(Input::text(&fixture(&file)));
        assert_eq!(article.text, expected.text, "{file}");
        assert_eq!(article.dates, expected.dates, "{file}");
        assert_eq!(article.source.encoding, encoding, "{file}");
    }
}

#[test]
fn the_transport_may_name_the_charset() {
    for (file, label) in [("tcvn3.txt", "x-viet-tcvn5712"), ("windows-1258.txt", "cp1258"), ("viscii.txt", "csVISCII")]
    {
        let decoded = decode(&fixture(file), Some(label));
        assert_eq!(decoded.text, lines("text.txt"), "{file}");
        assert_eq!(decoded.diagnostics, [], "{file}");
    }
}

#[test]
fn a_wrong_byte_stays_where_it_is() {
    let mut bytes = fixture("utf-8.txt");
    let place = lines("text.txt").find("Sáng").expect("it is there");
    bytes.insert(place, 0xFF);
    let decoded = decode(&bytes, None);
    assert_eq!(decoded.encoding, "utf-8");
    assert_eq!(decoded.text.replace('\u{FFFD}', ""), lines("text.txt"));
    assert_eq!(decoded.diagnostics[0].code, "bytes-replaced");
}

/// A UTF-8 text whose lines are in Unicode, in two legacy fonts, and in French.
#[test]
fn a_text_may_mix_fonts() {
    let text = "Hội nghị tổng kết năm học\n\
        Ngày 5/6/2015, Sở Giáo dục và Đào tạo tổ chức hội nghị tổng kết năm học tại thành phố.\n\
        Së Gi¸o dôc biÓu d\u{AD}¬ng c¸c tr\u{AD}êng cã nhiÒu thµnh tÝch trong n¨m häc 2014 - 2015.\n\
        Caùc tröôøng tieáp tuïc naâng cao chaát löôïng daïy vaø hoïc trong naêm hoïc tôùi.\n\
        Đại biểu các phòng, ban và đại diện phụ huynh đã trao thưởng cho những học sinh đạt giải quốc gia.\n\
        Le proviseur, François Müller, s'est félicité de l'année écoulée à Nîmes et à Besançon.\n";
    let decoded = decode(text.as_bytes(), None);
    for line in [
        "Hội nghị tổng kết năm học",
        "Ngày 5/6/2015, Sở Giáo dục và Đào tạo tổ chức hội nghị tổng kết năm học tại thành phố.",
        "Sở Giáo dục biểu dương các trường có nhiều thành tích trong năm học 2014 - 2015.",
        "Các trường tiếp tục nâng cao chất lượng dạy và học trong năm học tới.",
        "Le proviseur, François Müller, s'est félicité de l'année écoulée à Nîmes et à Besançon.",
    ] {
        assert!(decoded.text.lines().any(|got| got == line), "{line}\nnot in\n{}", decoded.text);
    }
    assert_eq!(decoded.encoding, "utf-8");
    assert_eq!(decoded.diagnostics.len(), 1);
    assert_eq!(decoded.diagnostics[0].code, "font-mended");
}

/// Letters that decoding cares about, often in a row.
fn suspicious() -> impl Strategy<Value = String> {
    let letter = prop_oneof![
        4 => proptest::char::range('a', 'z'),
        4 => proptest::char::range('\u{80}', '\u{FF}'),
        2 => proptest::char::range('\u{300}', '\u{36F}'),
        2 => proptest::char::range('\u{1EA0}', '\u{1EF9}'),
        1 => proptest::sample::select(vec![' ', '\n', '<', '>', 'Ð', 'ƣ', 'ŕ', 'ă', 'đ', 'Ã', '»', '€', '\u{1161}', '가']),
        1 => any::<char>(),
    ];
    proptest::collection::vec(letter, 0..80).prop_map(String::from_iter)
}

proptest! {
    #[test]
    fn any_bytes_give_nfc(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let decoded = decode(&bytes, None);
        prop_assert!(is_nfc(&decoded.text));
        prop_assert!(!decoded.encoding.is_empty());
    }

    #[test]
    fn any_text_gives_nfc(text in suspicious(), label in proptest::option::of("[a-z0-9-]{1,12}")) {
        prop_assert!(is_nfc(&decode(text.as_bytes(), label.as_deref()).text));
        let western: Vec<u8> = text.chars().filter_map(|c| u8::try_from(u32::from(c)).ok()).collect();
        prop_assert!(is_nfc(&decode(&western, label.as_deref()).text));
    }

    #[test]
    fn cut_and_joined_encodings_give_nfc(first in 0..19_usize, second in 0..19_usize, at in 0..400_usize) {
        let cases = cases();
        let mut bytes = fixture(&cases[first][0]);
        bytes.truncate(at);
        bytes.extend(fixture(&cases[second][0]).split_off(at.min(200)));
        prop_assert!(is_nfc(&decode(&bytes, None).text));
    }
}
