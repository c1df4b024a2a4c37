//! Key words at the foot of bare text: a labelled line, or a list whose commas are glued, as aggregators leave it.

use super::words;

/// The fewest names that make an unlabelled list of key words.
const FEWEST: usize = 4;

/// The key words of a line that holds nothing else.
///
/// `Từ khóa: cải cách, chuyển đổi số` gives two; `Cao Bằng,Nông nghiệp,Hạn hán,Thủy lợi` four; a sentence gives none.
pub(super) fn read(line: &str) -> Option<Vec<String>> {
    let line = line.trim();
    match line.split_once(':') {
        Some((label, rest)) if words::is("tags-label", &label.trim().to_lowercase()) => {
            let names: Vec<String> =
                rest.split([',', ';', '|']).map(bare).filter(|name| !name.is_empty()).map(str::to_owned).collect();
            (!names.is_empty()).then_some(names)
        }
        _ => glued(line),
    }
}

/// A list without a label: commas with no space behind them, each name short and with a capital.
fn glued(line: &str) -> Option<Vec<String>> {
    let names: Vec<&str> = line.split(',').collect();
    let named = |name: &&str| {
        name.starts_with(char::is_uppercase)
            && name.split_whitespace().count() <= 6
            && !name.contains(['.', ';', ':', '"', '“'])
    };
    (names.len() >= FEWEST && names.iter().all(named))
        .then(|| names.into_iter().map(|name| name.trim_end().to_owned()).collect())
}

fn bare(name: &str) -> &str {
    name.trim().trim_matches(['#', '"', '“', '”']).trim_end_matches('.').trim()
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn lists_of_key_words_are_read() {
        for (line, names) in [
            ("Từ khóa: cải cách hành chính, chuyển đổi số", vec!["cải cách hành chính", "chuyển đổi số"]),
            ("Tags: #Lâm Đồng; hạn hán", vec!["Lâm Đồng", "hạn hán"]),
            ("Cao Bằng,Nông nghiệp,Hạn hán,Thủy lợi", vec!["Cao Bằng", "Nông nghiệp", "Hạn hán", "Thủy lợi"]),
        ] {
            assert_eq!(read(line).unwrap_or_default(), names, "{line}");
        }
    }

    #[test]
    fn prose_and_names_are_not() {
        for line in [
            "Các xã dự họp: Đức Long, Nam Tuấn, Bế Triều, Hồng Việt",
            "Hà Nội, Huế, Đà Nẵng, Cần Thơ",
            "Lan Hương, Mạnh Tuấn",
            "Tăng 1,5,Giảm 2,Giữ nguyên,Khác",
            "Từ khóa:",
        ] {
            assert_eq!(read(line), None, "{line}");
        }
    }
}
