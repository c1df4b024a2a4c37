use thongcao::{Article, BlockKind, Span};

/// Writes `article` as Markdown: title, publish line, then the blocks.
pub(crate) fn write(article: &Article, out: &mut Vec<u8>) {
    let mut previous = None;
    let mut described = false;
    for block in &article.blocks {
        if !described && block.kind != BlockKind::Title {
            describe(article, out);
            described = true;
        }
        let text = block.span.of(&article.text);
        // Items of a list and lines of a quote stand together, all else is set apart by an empty line.
        let together = matches!(block.kind, BlockKind::ListItem | BlockKind::Quote) && previous == Some(block.kind);
        if previous.is_some() && !together {
            out.push(b'\n');
        }
        let line = match block.kind {
            BlockKind::Title => format!("# {}", escape(text)),
            BlockKind::Lead => format!("**{}**", escape(text)),
            BlockKind::Heading => format!("## {}", escape(text)),
            BlockKind::Caption => format!("*{}*", escape(text)),
            BlockKind::ListItem => format!("- {}", escape(text)),
            BlockKind::Quote => format!("> {}", escape(text)),
            BlockKind::Table => table(text),
            _ => links(article, block.span),
        };
        out.extend(line.bytes());
        out.push(b'\n');
        previous = Some(block.kind);
    }
    if !described {
        describe(article, out);
    }
    for attachment in &article.attachments {
        let line = format!("\n[{}](<{}>)\n", escape(&attachment.name), attachment.href.replace(['<', '>'], ""));
        out.extend(line.bytes());
    }
}

fn describe(article: &Article, out: &mut Vec<u8>) {
    let mut facts: Vec<String> = article.published.iter().map(|stamp| stamp.value.to_string()).collect();
    facts.extend(article.views.iter().map(|views| format!("{} lượt xem", views.value)));
    if !facts.is_empty() {
        out.extend(format!("\n{}\n", facts.join(" · ")).bytes());
    }
}

/// The text at `span` with its links.
fn links(article: &Article, span: Span) -> String {
    let (mut line, mut at) = (String::new(), span.start);
    for link in article.links.iter().filter(|link| span.contains(link.span) && !link.span.is_empty()) {
        if link.span.start < at {
            continue;
        }
        line += &escape(Span::new(at, link.span.start).of(&article.text));
        line += &format!("[{}](<{}>)", escape(&link.text), link.href.replace(['<', '>'], ""));
        at = link.span.end;
    }
    line + &escape(Span::new(at, span.end).of(&article.text))
}

/// A table block, rows as lines and cells parted by ` | `, with its first row as the head.
fn table(text: &str) -> String {
    let rows: Vec<Vec<String>> = text.lines().map(|row| row.split(" | ").map(escape).collect()).collect();
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    let mut lines = Vec::with_capacity(rows.len() + 1);
    for (number, mut row) in rows.into_iter().enumerate() {
        row.resize(width, String::new());
        lines.push(format!("| {} |", row.join(" | ")));
        if number == 0 {
            lines.push(format!("|{}", " --- |".repeat(width)));
        }
    }
    lines.join("\n")
}

/// `text` with the marks that Markdown would read escaped.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let opens_line = at == 0 && matches!(c, '#' | '+' | '-' | '>');
        if opens_line || matches!(c, '\\' | '*' | '_' | '[' | ']' | '`' | '<' | '|') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
