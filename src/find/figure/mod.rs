//! What concerns results on indices: their names, scores, ranks and changes, the units ranked, and the words between them.

mod change;
mod header;
mod index;
mod period;
mod rank;
mod read;
mod score;
mod subject;

use super::number::Numbers;
use crate::{
    article::Edtf,
    clue::{ChangeClue, Figure, FigureClue, FigureClues, Hinge},
    lexicon::{Hit, Table},
    rule::{Layer, Rule, RuleSet, Scene},
    text::Vocabulary,
};

type Rules = RuleSet<Numbers, Figure>;

/// The rules for figures, compiled. Of two that read the same words the set listed first wins.
pub(super) struct FigureFinder {
    sets: Vec<Rules>,
}

/// All rules, those that win over others first.
fn sets() -> [&'static [Rule<Numbers, Figure>]; 6] {
    [index::RULES, change::RULES, rank::RULES, score::RULES, score::SCALES, period::RULES]
}

impl FigureFinder {
    /// Compiles the rules and teaches their words to `vocabulary`.
    pub(super) fn compile(vocabulary: &mut Vocabulary) -> Self {
        Self { sets: sets().into_iter().map(|rules| RuleSet::compile(rules, vocabulary)).collect() }
    }

    /// Everything that concerns results, in reading order.
    pub(super) fn find(&self, scene: Scene<'_>, numbers: &Numbers) -> FigureClues {
        let mut taken = vec![false; scene.text.tokens.len()];
        let mut clues = Vec::new();
        for set in &self.sets {
            for matched in set.run(scene, numbers) {
                let dated = matched.rule == "rank/fraction" && is_dated(scene, matched.tokens.start);
                if dated || taken[matched.tokens.clone()].iter().any(|taken| *taken) {
                    continue;
                }
                taken[matched.tokens.clone()].fill(true);
                clues.push(FigureClue { tokens: matched.tokens, rule: matched.rule, what: matched.value, gap: 0 });
            }
        }
        // Without an index nothing else matters, and most articles name none.
        if !clues.iter().any(|clue| matches!(clue.what, Figure::Index(_))) {
            return FigureClues::default();
        }
        for sentence in &scene.text.sentences {
            subject::subjects(scene, sentence, &taken, &mut clues);
        }
        clues.sort_by_key(|clue| clue.tokens.start);
        let clues = with_marks(scene, numbers, clues);
        FigureClues { clues: joined(clues), homes: subject::homes(scene), headers: header::headers(scene) }
    }
}

/// Whether a date takes the token in: `Sáng 7/7`.
fn is_dated(scene: Scene<'_>, at: usize) -> bool {
    (at.saturating_sub(5)..=at).any(|from| scene.layers.at(Layer::Date, from).is_some_and(|(_, end)| end > at))
}

/// Adds marks and points, and counts the words between.
fn with_marks(scene: Scene<'_>, numbers: &Numbers, clues: Vec<FigureClue>) -> Vec<FigureClue> {
    let mut all: Vec<FigureClue> = Vec::with_capacity(clues.len() * 2);
    let mut known = clues.into_iter().peekable();
    for sentence in &scene.text.sentences {
        let (mut at, mut gap) = (sentence.start, 0);
        while at < sentence.end {
            while known.peek().is_some_and(|clue| clue.tokens.start < at) {
                known.next();
            }
            let next = match known.next_if(|clue| clue.tokens.start == at) {
                Some(clue) => Some(clue),
                None => {
                    let named = gap == 0
                        && all
                            .last()
                            .is_some_and(|clue| matches!(clue.what, Figure::Index(_)) && clue.tokens.end == at);
                    let year = if named { year(scene, numbers, at) } else { None };
                    year.or_else(|| item(scene, numbers, sentence.start, at))
                        .or_else(|| mark(scene, at, known.peek().map_or(sentence.end, |next| next.tokens.start)))
                }
            };
            match next {
                Some(mut clue) => {
                    clue.gap = std::mem::take(&mut gap);
                    at = clue.tokens.end.max(at + 1);
                    all.push(clue);
                }
                None => {
                    gap += 1;
                    at += 1;
                }
            }
        }
    }
    all
}

/// The year that closes the name of an index: `PCI 2022`.
fn year(scene: Scene<'_>, numbers: &Numbers, at: usize) -> Option<FigureClue> {
    let (number, end) = scene.layers.at(Layer::Number, at)?;
    let value: i32 = numbers.get(number)?.value.try_into().ok()?;
    (end == at + 1 && (1990..2100).contains(&value)).then(|| FigureClue {
        tokens: at..end,
        rule: "period/index",
        what: Figure::Period(Edtf::year(value)),
        gap: 0,
    })
}

/// `1.` before an item of a list, at the beginning of a line.
fn item(scene: Scene<'_>, numbers: &Numbers, start: usize, at: usize) -> Option<FigureClue> {
    let (number, end) = (at == start).then(|| scene.layers.at(Layer::Number, at)).flatten()?;
    let value = numbers.get(number)?.value;
    let closes = matches!(scene.text.word(end), "." | ")" | "-" | "/");
    let item: u32 = (closes && value.scale() == 0).then(|| value.try_into().ok()).flatten()?;
    (item < 1_000).then(|| FigureClue { tokens: at..end + 1, rule: "mark/item", what: Figure::Item(item), gap: 0 })
}

/// A mark or the longest word of the table that ends before `limit`, where the next clue begins.
fn mark(scene: Scene<'_>, at: usize, limit: usize) -> Option<FigureClue> {
    let one = |what| Some(FigureClue { tokens: at..at + 1, rule: "mark/point", what, gap: 0 });
    let word = scene.text.word(at);
    if scene.text.tokens.get(at)?.shape.is_mark() {
        return word
            .chars()
            .next()
            .map(|c| match c {
                '–' | '—' => '-',
                '“' | '”' => '"',
                c => c,
            })
            .and_then(|c| one(Figure::Point(c)));
    }
    if word == "và" {
        return one(Figure::Hinge(Hinge::And));
    }
    let fits = |hit: &&Hit| hit.table == Table::Marks && at + hit.len as usize <= limit;
    let hit = *scene.hits.at(at).iter().find(fits)?;
    let what = match scene.lexicon.row(hit).cell("kind") {
        "target" => Hinge::Target,
        "average" => Hinge::Average,
        "gap" => Hinge::Gap,
        "beyond" => Hinge::Beyond,
        "measure" => Hinge::Measure,
        "each" => Hinge::Each,
        "together" => Hinge::Together,
        "copula" => Hinge::Copula,
        "next" => Hinge::Next,
        "source" => Hinge::Source,
        "compare" => Hinge::Compare,
        "of" => Hinge::Of,
        "about" => Hinge::About,
        "with" => Hinge::With,
        "but" => Hinge::But,
        "parts" => Hinge::Parts,
        "publish" => Hinge::Publish,
        _ => Hinge::Verb,
    };
    Some(FigureClue { tokens: at..at + hit.len as usize, rule: "mark/word", what: Figure::Hinge(what), gap: 0 })
}

/// Scores that stand in a row become one list: `81,2 điểm; 79,4 điểm và 77,05 điểm`.
fn joined(clues: Vec<FigureClue>) -> Vec<FigureClue> {
    let mut all: Vec<FigureClue> = Vec::with_capacity(clues.len());
    for mut clue in clues {
        if let Figure::Scores(scores) = &mut clue.what
            && clue.gap == 0
        {
            let parts = all.iter().rev().take_while(|c| c.gap == 0 && is_joint(&c.what)).count();
            if parts > 0
                && let Some(at) = all.len().checked_sub(parts + 1)
                && let Figure::Scores(before) = &mut all[at].what
                && before
                    .last()
                    .zip(scores.first())
                    .is_some_and(|(a, b)| a.unit == b.unit && b.out_of.is_none() == a.out_of.is_none())
            {
                before.append(scores);
                all[at].tokens.end = clue.tokens.end;
                all.truncate(at + 1);
                continue;
            }
        }
        if let Figure::Changes(changes) = &mut clue.what
            && clue.gap == 0
            && let Some(at) = listed_change(&all, changes)
            && let Figure::Changes(before) = &mut all[at].what
        {
            before.append(changes);
            all[at].tokens.end = clue.tokens.end;
            all.truncate(at + 1);
            continue;
        }
        all.push(clue);
    }
    all
}

/// Where the list stands that `changes` go on: `lần lượt tăng 2 bậc, giảm 9 bậc và giảm 4 bậc`.
fn listed_change(all: &[FigureClue], changes: &[ChangeClue]) -> Option<usize> {
    let parts = all.iter().rev().take_while(|clue| clue.gap == 0 && is_joint(&clue.what)).count();
    let at = all.len().checked_sub(parts + 1).filter(|_| parts > 0)?;
    let Figure::Changes(before) = &all[at].what else { return None };
    let each = all[..at].iter().rev().take(3).any(|clue| matches!(clue.what, Figure::Hinge(Hinge::Each)));
    (each && before.last()?.unit == changes.first()?.unit).then_some(at)
}

fn is_joint(what: &Figure) -> bool {
    matches!(what, Figure::Point(',' | ';') | Figure::Hinge(Hinge::And))
}

#[cfg(test)]
mod tests {
    use super::{FigureFinder, sets};
    use crate::{
        find::{examples, number},
        lexicon::Lexicon,
        rule::{Layer, Layers, Scene},
        text::Vocabulary,
    };

    #[test]
    fn rules_read_their_examples() {
        let mut vocabulary = Vocabulary::default();
        let lexicon = Lexicon::load(&mut vocabulary);
        let finder = FigureFinder::compile(&mut vocabulary);
        for (rules, set) in sets().into_iter().zip(&finder.sets) {
            examples::check(rules, |example| {
                let text = examples::text(&vocabulary, example);
                let hits = lexicon.scan(&text);
                let mut layers = Layers::new(text.tokens.len());
                let numbers = number::numbers(&text);
                layers.put(Layer::Number, numbers.iter().map(|number| number.tokens.clone()));
                let found = set.run(Scene { text: &text, lexicon: &lexicon, hits: &hits, layers: &layers }, &numbers);
                (text, found.into_iter().map(|matched| (matched.rule, matched.tokens)).collect())
            });
        }
    }
}
