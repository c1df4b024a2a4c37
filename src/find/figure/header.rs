use crate::{
    clue::{Column, ColumnKind, Header},
    rule::Scene,
};

/// Rows of tables whose cells say what their columns hold.
pub(super) fn headers(scene: Scene<'_>) -> Vec<Header> {
    let mut headers = Vec::new();
    for (number, sentence) in scene.text.sentences.iter().enumerate() {
        let words = scene.text.slice(sentence.tokens());
        if !words.contains('|') {
            continue;
        }
        let columns: Vec<Column> = words.split('|').map(|cell| column(&cell.to_lowercase())).collect();
        let any = |wanted: &[ColumnKind]| columns.iter().any(|column| wanted.contains(&column.kind));
        if any(&[ColumnKind::Score, ColumnKind::Percent, ColumnKind::Rank]) && any(&[ColumnKind::Subject]) {
            headers.push(Header { sentence: number, columns });
        }
    }
    headers
}

const CHANGES: &[&str] = &["tăng", "giảm", "so với", "thay đổi", "biến động", "chênh lệch", "+/-", "±"];
const RANKS: &[&str] = &["hạng", "vị trí", "bậc"];
const SHARES: &[&str] = &["tỷ lệ", "tỉ lệ", "%"];
const SCORES: &[&str] = &["điểm", "kết quả", "giá trị"];
const SUBJECTS: &[&str] =
    &["đơn vị", "địa phương", "tỉnh", "huyện", "sở", "cơ quan", "quốc gia", "bộ", "xã", "tên", "thành phố", "nước"];

/// What the header cell `cell`, in lower case, says of its column.
fn column(cell: &str) -> Column {
    let has = |words: &[&str]| words.iter().any(|word| cell.contains(word));
    // A figure that is no part of such words is data.
    let data = cell.chars().any(|c| c.is_ascii_digit()) && !has(RANKS) && !has(SCORES);
    let kind = if data {
        ColumnKind::Other
    } else if has(CHANGES) {
        match (has(RANKS), has(SCORES) || has(SHARES)) {
            (true, false) => ColumnKind::RankChange,
            (false, true) => ColumnKind::ScoreChange,
            // `Tăng/giảm`: of what, nobody says.
            _ => ColumnKind::Other,
        }
    } else if has(RANKS) {
        ColumnKind::Rank
    } else if has(SHARES) {
        ColumnKind::Percent
    } else if has(SCORES) {
        ColumnKind::Score
    } else if has(SUBJECTS) {
        ColumnKind::Subject
    } else {
        ColumnKind::Other
    };
    Column { kind, year: year(cell) }
}

/// The last year in a cell: `Xếp hạng năm 2023`.
fn year(cell: &str) -> Option<i32> {
    let runs = cell.split(|c: char| !c.is_ascii_digit()).filter(|run| run.len() == 4);
    runs.filter_map(|run| run.parse().ok()).rfind(|year| (1990..2100).contains(year))
}

#[cfg(test)]
mod tests {
    use super::column;
    use crate::clue::{Column, ColumnKind};

    #[test]
    fn a_header_says_what_its_column_holds_and_of_which_year() {
        for (cell, kind, year) in [
            ("địa phương", ColumnKind::Subject, None),
            ("điểm năm 2021", ColumnKind::Score, Some(2021)),
            ("tỷ lệ (%)", ColumnKind::Percent, None),
            ("thứ hạng 2022", ColumnKind::Rank, Some(2022)),
            ("thay đổi (bậc)", ColumnKind::RankChange, None),
            ("tăng/giảm điểm so với 2020", ColumnKind::ScoreChange, Some(2020)),
            ("tăng/giảm", ColumnKind::Other, None),
            ("huyện mai sơn 3", ColumnKind::Other, None),
        ] {
            assert_eq!(column(cell), Column { kind, year }, "{cell}");
        }
    }
}
