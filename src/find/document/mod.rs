//! Legal and administrative documents: kind, number, date, issuer.

mod form;
mod symbol;

use crate::{
    clue::DocumentClue,
    lexicon::{Row, Table},
    rule::{Layer, RuleSet, Scene},
    text::Vocabulary,
};
use form::{Citation, Context};
pub(crate) use symbol::{Symbol, symbols};

/// Reads citations of documents.
pub(crate) struct DocumentFinder {
    forms: RuleSet<Context, Vec<Citation>>,
}

impl DocumentFinder {
    /// Compiles the rules and teaches their words to `vocabulary`.
    pub(crate) fn compile(vocabulary: &mut Vocabulary) -> Self {
        Self { forms: RuleSet::compile(form::RULES, vocabulary) }
    }

    /// The citations of a text in order; [`Layer::Symbol`] and [`Layer::Date`] are filled already.
    pub(crate) fn find(&self, scene: Scene<'_>, symbols: Vec<Symbol>) -> Vec<DocumentClue> {
        let context = Context { symbols };
        let mut clues: Vec<DocumentClue> = Vec::new();
        for matched in self.forms.run(scene, &context) {
            let first = clues.len();
            for citation in matched.value {
                let (date, behind) = behind(scene, citation.tokens.end);
                let issuer = behind.or_else(|| before(scene, citation.tokens.start, citation.issuer.as_deref()));
                clues.push(DocumentClue {
                    rule: matched.rule,
                    tokens: citation.tokens.clone(),
                    kind: citation.kind,
                    number: citation.number,
                    issuer: issuer.or(citation.issuer),
                    date,
                    year: citation.year.or_else(|| year(scene, citation.tokens.end)),
                    glued: citation.glued,
                });
            }
            // A date behind the last of a list is that of all: `các Quyết định số 12, 13 và 14 ngày 5/6/2020`.
            if let Some((last, rest)) = clues.get_mut(first..).and_then(<[_]>::split_last_mut) {
                for clue in rest {
                    clue.date = clue.date.or(last.date);
                    clue.issuer = clue.issuer.take().or_else(|| last.issuer.clone());
                }
            }
        }
        clues
    }
}

/// The date and issuer that stand behind a citation: `… của Bộ Chính trị ngày 5/8/2020`, `…, ký ngày 9/6`.
fn behind(scene: Scene<'_>, from: usize) -> (Option<usize>, Option<String>) {
    const LINKS: &[&str] = &["của", "do", "ký", "ban", "hành", "ra", "đề", "lập", ",", "(", "vào", "từ", "cấp"];
    let (mut date, mut issuer, mut at) = (None, None, from);
    let end = scene.text.sentences.partition_point(|sentence| sentence.end <= from.saturating_sub(1));
    let end = scene.text.sentences.get(end).map_or(from, |sentence| sentence.end);
    while at < end && at < from + 24 {
        if let Some((_, stop)) = scene.layers.at(Layer::Date, at).filter(|_| date.is_none()) {
            date = Some(at);
            at = stop;
            continue;
        }
        match scene.hits.longest(at, Table::Issuers) {
            Some(hit) if issuer.is_none() && at > from && scene.text.word(at - 1) != "," => {
                let stop = place(scene, at + hit.len as usize, end);
                issuer = Some(match stop == at + hit.len as usize {
                    true => scene.lexicon.row(hit).cell("issuer").to_owned(),
                    false => scene.text.slice(at..stop).to_owned(),
                });
                at = stop;
            }
            _ if LINKS.contains(&scene.text.word(at).to_lowercase().as_str()) => at += 1,
            _ => break,
        }
    }
    (date, issuer)
}

/// The year that stands right behind a citation: `Hướng dẫn 45-HD/BTCTW 2025`.
fn year(scene: Scene<'_>, from: usize) -> Option<i32> {
    let (token, next) = (scene.text.tokens.get(from)?, scene.text.tokens.get(from + 1));
    let alone = !token.shape.is_glued()
        && !next.is_some_and(|next| next.shape.is_glued() && matches!(scene.text.word(from + 1), "/" | "-" | "."));
    let counts = [Table::Units, Table::Scales, Table::Currencies]
        .into_iter()
        .any(|table| scene.hits.longest(from + 1, table).is_some());
    let year = scene.text.word(from).parse().ok()?;
    ((1945..2100).contains(&year) && alone && !counts).then_some(year)
}

/// The issuer that stands before a citation with a verb of issuing: `Thủ tướng Chính phủ ban hành …`, `UBND tỉnh Cao Bằng vừa có …`.
///
/// Where the symbol names an issuer, words that say another do not count: they are who signed, sent or asked.
fn before(scene: Scene<'_>, from: usize, known: Option<&str>) -> Option<String> {
    const VERBS: &[&str] = &["ban", "hành", "ký", "vừa", "đã", "có", "ra", "thông", "qua", "vừa", "mới"];
    const DONE: &[&str] = &["hành", "ký", "có", "ra", "qua"];
    let word = |at: usize| scene.text.word(at).to_lowercase();
    let begin = scene.text.sentences.partition_point(|sentence| sentence.end <= from);
    let begin = scene.text.sentences.get(begin).map_or(from, |sentence| sentence.start);
    let mut end = from;
    while end > begin && end + 6 > from && VERBS.contains(&word(end - 1).as_str()) {
        end -= 1;
    }
    if end == from || !DONE.contains(&word(from - 1).as_str()) {
        return None;
    }
    let start = (begin.max(end.saturating_sub(14))..end).find(|&at| {
        let Some(hit) = scene.hits.longest(at, Table::Issuers) else { return false };
        let stop = at + hit.len as usize;
        // The tail of a longer name is nobody: `Ban Tuyên giáo và Dân vận Trung ương`, `tổ công tác của Chính phủ`.
        if scene.lexicon.row(hit).cell("code") == "TW" && hit.len == 2 && word(at) == "trung"
            || at > begin && word(at - 1) == "của"
        {
            return false;
        }
        (stop == end || place(scene, stop, end) == end) && !(at > begin && scene.text.tokens[at].shape.is_glued())
    })?;
    let row = scene.lexicon.row(scene.hits.longest(start, Table::Issuers)?);
    if known.is_some_and(|known| known != row.cell("issuer")) {
        return None;
    }
    let alone = start + scene.hits.longest(start, Table::Issuers)?.len as usize == end;
    Some(if alone { row.cell("issuer").to_owned() } else { scene.text.slice(start..end).to_owned() })
}

/// Where the place behind an issuer ends: `UBND tỉnh Cao Bằng`, `Sở Nội vụ TP.HCM`.
fn place(scene: Scene<'_>, from: usize, end: usize) -> usize {
    const LEVELS: &[&str] = &["tỉnh", "huyện", "thành", "phố", "thị", "xã", "quận", "phường", "tp", "trấn"];
    let mut at = from;
    while at < end && LEVELS.contains(&scene.text.word(at).to_lowercase().as_str()) {
        let short = scene.text.word(at).eq_ignore_ascii_case("tp");
        at += 1;
        // `TP.HCM`; after a whole word the stop ends the sentence.
        if short && scene.text.word(at) == "." {
            at += 1;
        }
    }
    // Behind a province's level stands its name or a person: `UBND tỉnh Cao Bằng`, `Chủ tịch UBND Thành phố Trần Văn An`.
    if at == from || matches!(scene.text.word(from).to_lowercase().as_str(), "tỉnh" | "thành" | "tp") {
        let hit = scene.hits.longest(at, Table::Provinces).filter(|_| scene.text.tokens[at].shape.is_capital());
        return hit.map_or(at, |hit| at + hit.len as usize).min(end);
    }
    let named = at;
    while at < end && at < named + 4 && scene.text.tokens[at].shape.is_capital() {
        at += 1;
    }
    at
}

/// Who issues documents with these codes, where a code stands for one body.
fn issuer_of(scene: Scene<'_>, codes: &[String]) -> Option<String> {
    let rows = scene.lexicon.rows(Table::Issuers);
    let of = |code: &String| {
        let letters = code.trim_end_matches(|c: char| c.is_ascii_digit());
        rows.iter().find(|row| row.cell("sure") == "yes" && row.cell("code").eq_ignore_ascii_case(letters))
    };
    // A joint circular is issued by all that its symbol names.
    let joint = codes.first().is_some_and(|code| matches!(code.as_str(), "TTLT" | "NQLT"));
    let mut issuers = codes.iter().filter_map(of).map(|row: &Row| row.cell("issuer"));
    match joint {
        true => Some(issuers.collect::<Vec<_>>().join(", ")).filter(|issuers| !issuers.is_empty()),
        false => issuers.next_back().map(str::to_owned),
    }
}

#[cfg(test)]
mod tests {
    use super::DocumentFinder;
    use crate::{
        find::examples,
        lexicon::Lexicon,
        rule::{Layer, Layers, Scene},
        text::Vocabulary,
    };

    #[test]
    fn every_rule_reads_its_examples() {
        let mut vocabulary = Vocabulary::default();
        let lexicon = Lexicon::load(&mut vocabulary);
        let finder = DocumentFinder::compile(&mut vocabulary);
        let text = |words: &str| examples::text(&vocabulary, words);
        examples::check(super::form::RULES, |words| {
            let text = text(words);
            let (hits, mut layers) = (lexicon.scan(&text), Layers::new(text.tokens.len()));
            let symbols = super::symbols(&text);
            layers.put(Layer::Symbol, symbols.iter().map(|symbol| symbol.tokens.clone()));
            let scene = Scene { text: &text, lexicon: &lexicon, hits: &hits, layers: &layers };
            let found = finder.find(scene, symbols).into_iter().map(|clue| (clue.rule, clue.tokens)).collect();
            (text, found)
        });
    }
}
