//! Tables of data become one block; tables that only lay out the page are read through.

use super::dom::{Dom, Style};

/// Whether a table holds data: at least two rows, most of them with at least two cells, no pictures with their captions.
pub(super) fn is_data(dom: &Dom<'_>, table: usize) -> bool {
    let (mut rows, mut wide, mut cells, mut long, mut images) = (0_usize, 0_usize, 0_usize, 0_usize, 0_usize);
    let mut in_row = 0_usize;
    let mut node = table + 1;
    while node < dom.end(table) {
        match dom.name(node) {
            // A table inside lays out; so does the one around it.
            "table" => return false,
            "tr" => {
                rows += 1;
                in_row = 0;
            }
            "td" | "th" => {
                cells += 1;
                in_row += 1;
                wide += usize::from(in_row == 2);
                long += usize::from(dom.lines_in(node).len() > 12);
            }
            "img" => images += 1,
            _ => {}
        }
        node += 1;
    }
    rows >= 2 && wide * 2 >= rows && wide >= 2 && long * 4 <= cells && images * 3 <= cells
}

/// The rows of a table as lines, cells parted by ` | `; rows without text are left out.
pub(super) fn text(dom: &Dom<'_>, table: usize) -> String {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut node = table + 1;
    while node < dom.end(table) {
        let hidden = dom.nodes.get(node).is_some_and(|it| it.style.any(Style::HIDDEN));
        match dom.name(node) {
            "tr" if !hidden => rows.push(Vec::new()),
            "td" | "th" if !hidden => {
                let cell = dom.text(node);
                if let Some(row) = rows.last_mut() {
                    row.push(cell);
                }
                node = dom.end(node);
                continue;
            }
            _ => {}
        }
        node += 1;
    }
    rows.retain(|row| row.iter().any(|cell| !cell.is_empty()));
    rows.iter().map(|row| row.join(" | ")).collect::<Vec<_>>().join("\n")
}
