//! Direct speech: what stands in quotation marks and a word of speaking beside it says was spoken.

use std::ops::Range;

use super::quotation::{Quotation, quotations};
use crate::{
    clue::{Attribution, QuoteClue},
    lexicon::Table,
    rule::Scene,
};

/// Speech has at least so many words; less is a name, a slogan or a word set off.
const FEWEST: usize = 5;
/// How far from the quote its verb may stand.
const REACH: usize = 30;

/// The direct speech of a text, in order.
pub(crate) fn quotes(scene: Scene<'_>) -> Vec<QuoteClue> {
    let quotations = quotations(scene.text);
    let mut found: Vec<QuoteClue> = Vec::new();
    let mut free = 0;
    for (number, quotation) in quotations.iter().enumerate() {
        let next = quotations.get(number + 1).map_or(usize::MAX, |next| next.whole.start);
        if words(scene, &quotation.inside) >= FEWEST {
            let speaker = before(scene, quotation, free).map(|speaker| ("quote/after-verb", speaker));
            let speaker =
                speaker.or_else(|| after(scene, quotation, next).map(|speaker| ("quote/before-verb", speaker)));
            if let Some((rule, speaker)) = speaker {
                let mut tokens = quotation.inside.clone();
                // `"…," ông Hòa nói`: the comma is the sentence's.
                if scene.text.word(tokens.end.saturating_sub(1)) == "," {
                    tokens.end -= 1;
                }
                found.push(QuoteClue { rule, tokens, speaker });
            }
        }
        free = quotation.whole.end;
    }
    found
}

fn words(scene: Scene<'_>, tokens: &Range<usize>) -> usize {
    scene.text.tokens.get(tokens.clone()).unwrap_or_default().iter().filter(|token| token.shape.is_word()).count()
}

/// The rows of [`Table::SpeechCues`] at `token`: cue and length.
fn cues<'a>(scene: Scene<'a>, token: usize) -> impl Iterator<Item = (&'static str, usize)> + use<'a> {
    let hits = scene.hits.at(token).iter().filter(|hit| hit.table == Table::SpeechCues);
    hits.map(move |hit| (scene.lexicon.row(*hit).cell("cue"), hit.len as usize))
}

fn ends_at(scene: Scene<'_>, end: usize, cue: &str) -> Option<usize> {
    (end.saturating_sub(4)..end).find(|at| cues(scene, *at).any(|(row, len)| row == cue && at + len == end))
}

fn sentence(scene: Scene<'_>, token: usize) -> Option<Range<usize>> {
    let at = scene.text.sentences.partition_point(|sentence| sentence.end <= token);
    scene.text.sentences.get(at).map(|sentence| sentence.tokens())
}

/// Who speaks by the words before the quote: `Phát biểu tại hội nghị, đồng chí Lê Hải Hòa nhấn mạnh: “…”`. From `free` on no word is another quote's.
fn before(scene: Scene<'_>, quotation: &Quotation, free: usize) -> Option<Attribution> {
    let mark = quotation.whole.start;
    // Where a sentence ends right before the mark, the words before it are not the quote's.
    let from = sentence(scene, mark)?.start.max(free);
    let mut end = mark;
    let colon = end > from && matches!(scene.text.word(end - 1), ":");
    if colon || (end > from && matches!(scene.text.word(end - 1), ",")) {
        end -= 1;
    }
    let comma = !colon && end < mark;
    // `khoản 3 Điều 141: “…”` cites a document.
    if colon
        && end > from + 1
        && matches!(scene.text.word(end - 2), "Điều" | "điều" | "Khoản" | "khoản" | "Mục" | "mục")
    {
        return None;
    }
    // `giải “…”` is a prize; `lý giải: “…”` speaks.
    let spoken = ends_at(scene, end, "verb").unwrap_or(end);
    if ends_at(scene, end, "title").is_some_and(|at| at >= from && at <= spoken) {
        return None;
    }
    while let Some(at) = ends_at(scene, end, "link").filter(|at| *at >= from) {
        end = at;
    }
    let first = from.max(end.saturating_sub(REACH));
    // `Theo ông An, “…”`
    if comma {
        let by = (first..end).find(|at| cues(scene, *at).any(|(cue, _)| cue == "by"))?;
        return (by == from).then_some(Attribution::After(by..end));
    }
    let verb =
        (first..end).rev().find(|at| cues(scene, *at).any(|(cue, len)| cue == "verb" && (colon || at + len == end)))?;
    // `nói: “…”`, and the words before the verb name the speaker.
    let start = (first..verb).rev().find(|at| scene.text.word(*at) == ";").map_or(from, |at| at + 1);
    Some(pronoun(scene, start..verb).unwrap_or(Attribution::Before(start..verb)))
}

/// A pronoun that alone stands for the speaker: `Ông nhấn mạnh`, `ông cũng nói`.
fn pronoun(scene: Scene<'_>, window: Range<usize>) -> Option<Attribution> {
    let at = window
        .clone()
        .rev()
        .take(4)
        .find(|at| cues(scene, *at).any(|(cue, len)| cue == "pronoun" && at + len <= window.end))?;
    let bare = (at + 1..window.end).all(|next| {
        scene.text.tokens.get(next).is_some_and(|token| token.shape.is_word() && !token.shape.is_capital())
    });
    bare.then_some(Attribution::Pronoun(at))
}

/// Whether the quote begins a sentence that the one before does not seem to end at: `… khó khăn… “Phải làm ngay”, ông nói`.
fn begins(scene: Scene<'_>, quotation: &Quotation) -> bool {
    let before = quotation.whole.start.checked_sub(1).map_or("", |at| scene.text.word(at));
    let capital = scene.text.tokens.get(quotation.inside.start).is_some_and(|token| token.shape.is_capital());
    capital && matches!(before, "…" | "." | "!" | "?" | "”" | "\"" | "»")
}

/// Who speaks by the words after the quote: `“…”, ông Hòa nói`. No word from `next` on is its own.
fn after(scene: Scene<'_>, quotation: &Quotation, next: usize) -> Option<Attribution> {
    let start = sentence(scene, quotation.whole.start)?.start;
    // Within a sentence of its own the quote is a wording: `Hưởng ứng phong trào “…”, ông nói`.
    let leads =
        (start..quotation.whole.start).all(|at| scene.text.tokens.get(at).is_some_and(|token| token.shape.is_mark()));
    if !leads && !begins(scene, quotation) {
        return None;
    }
    let mut at = quotation.whole.end;
    let mark = scene.text.word(at);
    let dash = matches!(mark, "-" | "–" | "—");
    if dash || mark == "," || mark == "." {
        at += 1;
    }
    let same = sentence(scene, quotation.whole.end.checked_sub(1)?)?;
    let end = sentence(scene, at)
        .filter(|sentence| dash || sentence.start == at || same.contains(&at))?
        .end
        .min(next)
        .min(at + REACH);
    // `“…”. Ông Hòa nói` begins something new, unless the speech itself had no end.
    let asks = matches!(scene.text.word(quotation.inside.end.saturating_sub(1)), "?" | "!" | "," | "…");
    if mark == "." || (mark != "," && !dash && (same.end <= at || !asks)) {
        return None;
    }
    let by = cues(scene, at).any(|(cue, _)| cue == "by");
    let verb = (at..end).find(|at| cues(scene, *at).any(|(cue, _)| cue == "verb"));
    if !by && verb.is_none() {
        return None;
    }
    let pronoun = cues(scene, at).any(|(cue, len)| cue == "pronoun" && verb.is_some_and(|verb| verb <= at + len + 1))
        && scene.text.tokens.get(at + 1).is_some_and(|token| !token.shape.is_capital());
    Some(if pronoun { Attribution::Pronoun(at) } else { Attribution::After(at..end) })
}
