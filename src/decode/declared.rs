//! The charset that a document says it is in: `<meta charset>`, `<meta http-equiv>`, the XML declaration.

/// How far into a document the declaration is looked for.
const HEAD: usize = 16 << 10;

/// The label that `bytes` declare: `utf-8`, `windows-1258`, `x-user-defined`.
pub(super) fn label(bytes: &[u8]) -> Option<String> {
    let head = &bytes[..bytes.len().min(HEAD)];
    // Only ASCII matters here.
    let head: String = head.iter().map(|byte| char::from(byte.to_ascii_lowercase())).collect();
    if let Some(declaration) = head.trim_start().strip_prefix("<?xml").and_then(|rest| rest.split_once("?>"))
        && let Some(label) = value_of(declaration.0, "encoding")
    {
        return Some(label);
    }
    let mut rest = head.as_str();
    while let Some(at) = rest.find(['<']) {
        rest = &rest[at + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
        } else if let Some(meta) = rest.strip_prefix("meta") {
            let (meta, after) = meta.split_once('>').unwrap_or((meta, ""));
            if let Some(label) = value_of(meta, "charset") {
                return Some(label);
            }
            rest = after;
        }
    }
    None
}

/// The value of `name = value` within a tag, also inside another attribute (`content="text/html; charset=…"`).
fn value_of(tag: &str, name: &str) -> Option<String> {
    tag.match_indices(name).find_map(|(at, _)| {
        let value = tag[at + name.len()..].trim_start().strip_prefix('=')?.trim_start();
        let value = value.trim_start_matches(['"', '\'']);
        let end = value.find(|c: char| !(c.is_ascii_alphanumeric() || "-_.:".contains(c))).unwrap_or(value.len());
        (end > 0).then(|| value[..end].to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn declarations() {
        let cases = [
            ("<html><meta charset=windows-1258>", Some("windows-1258")),
            ("<META HTTP-EQUIV='Content-Type' content=\"text/html; charset = UTF-8\">", Some("utf-8")),
            ("<?xml version='1.0' encoding='VISCII'?><html>", Some("viscii")),
            ("<!-- <meta charset='utf-16'> --><meta name=a><meta charset='x-user-defined'/>", Some("x-user-defined")),
            ("<meta name='charset' content='none'><p>charset=tcvn3", None),
            ("<meta charset=", None),
        ];
        for (page, declared) in cases {
            assert_eq!(label(page.as_bytes()).as_deref(), declared, "{page}");
        }
    }
}
