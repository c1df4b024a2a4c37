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
                let (date, issuer) = behind(scene, citation.tokens.end);
                clues.push(DocumentClue {
                    rule: matched.rule,
                    tokens: citation.tokens,
                    kind: citation.kind,
                    number: citation.number,
                    issuer: issuer.or(citation.issuer),
                    date,
                    year: citation.year,
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

/// Where the place behind an issuer ends: `UBND tỉnh Cao Bằng`, `Sở Nội vụ TP.HCM`.
fn place(scene: Scene<'_>, from: usize, end: usize) -> usize {
    const LEVELS: &[&str] = &["tỉnh", "huyện", "thành", "phố", "thị", "xã", "quận", "phường", "tp", "trấn"];
    let mut at = from;
    while at < end && LEVELS.contains(&scene.text.word(at).to_lowercase().as_str()) {
        at += 1;
        if scene.text.word(at) == "." && scene.text.tokens[at].shape.is_glued() {
            at += 1;
        }
    }
    let named = at;
    while at < end && at < named + 5 && scene.text.tokens[at].shape.is_capital() {
        at += 1;
    }
    if at == named { from } else { at }
}

/// Who issues documents with these codes, where a code stands for one body.
fn issuer_of(scene: Scene<'_>, codes: &[String]) -> Option<String> {
    let rows = scene.lexicon.rows(Table::Issuers);
    let of = |code: &String| {
        let letters = code.trim_end_matches(|c: char| c.is_ascii_digit());
        rows.iter().find(|row| row.cell("sure") == "yes" && row.cell("code").eq_ignore_ascii_case(letters))
    };
    codes.iter().rev().find_map(of).map(|row: &Row| row.cell("issuer").to_owned())
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
