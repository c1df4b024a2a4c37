//! Files offered with an article: told by their address or by the words of the link.

use super::{dom::Dom, words};
use crate::article::Attachment;

/// Ends of the names of files that are documents, archives or recordings.
const ENDS: &[&str] = &[
    "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "rtf", "zip", "rar", "7z", "mp3", "wav", "csv",
    "xml", "txt", "tif", "tiff", "dwg",
];

/// The file that a link offers; none where it leads to a page.
pub(super) fn offered(dom: &Dom<'_>, link: usize, name: &str) -> Option<Attachment> {
    let href = dom.attribute(link, "href")?;
    let scheme = href.split_once(':').map_or("", |(scheme, _)| scheme);
    if href.starts_with('#') || matches!(scheme, "javascript" | "mailto" | "tel") {
        return None;
    }
    let lower = name.to_lowercase();
    // `Tải về` and `đính kèm` say that a file follows even where the address does not.
    let says = words::holds("attached", &lower) && !href.ends_with(['/', '#']) && name.split_whitespace().count() <= 12;
    let page = [".html", ".htm", ".aspx?itemid", ".vnp"].iter().any(|end| href.to_ascii_lowercase().contains(end));
    (is_download(dom, link, name) || (says && !page))
        .then(|| Attachment { href: href.to_owned(), name: name.to_owned() })
}

/// Whether a link offers a file for certain: by its address, by its attribute `download`, or by words that are a file's name.
pub(super) fn is_download(dom: &Dom<'_>, link: usize, name: &str) -> bool {
    let marked = dom.element(link).is_some_and(|element| element.value().attr("download").is_some());
    marked || dom.attribute(link, "href").is_some_and(is_file) || (!name.contains(' ') && is_file(name))
}

/// Queries with which a CMS hands out files without naming them: DNN, Liferay of old.
const TICKETS: &[&str] = &["fileticket=", "get_file?"];

/// Whether an address is that of a file: `…/a.pdf`, `…/a.pdf?x=1`, `…/a.pdf/0f8c…` (Liferay), `?file=a.pdf`, `LinkClick.aspx?fileticket=…` (DNN).
pub(super) fn is_file(href: &str) -> bool {
    let lower = href.to_ascii_lowercase();
    let ended = |part: &str| part.rsplit_once('.').is_some_and(|(name, end)| !name.is_empty() && ENDS.contains(&end));
    // A host such as `example.txt` is no file.
    let path =
        lower.split_once("://").map_or(lower.as_str(), |(_, rest)| rest.split_once('/').map_or("", |(_, path)| path));
    path.split(['/', '?', '#', '&', '=']).any(ended) || TICKETS.iter().any(|ticket| path.contains(ticket))
}

#[cfg(test)]
mod tests {
    use super::is_file;

    #[test]
    fn files_are_told_from_pages() {
        for href in [
            "/a/b.pdf",
            "b.PDF?version=1",
            "/documents/1/2/a+b.doc/0f8c-22",
            "https://x.vn/get?file=a.xlsx",
            "/LinkClick.aspx?fileticket=k2b%3d&tabid=8",
            "/c/document_library/get_file?uuid=0f8c",
        ] {
            assert!(is_file(href), "{href}");
        }
        for href in ["https://x.vn/tin/a.html", "https://x.txt/a", "/tin-tuc/pdf", "a.aspx?id=3", ""] {
            assert!(!is_file(href), "{href}");
        }
    }
}
