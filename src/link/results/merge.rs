use super::{WINDOW, draft::Draft, frame::Figures};
use crate::{
    article::Diagnostic,
    clue::{ChangeClue, RankClue, ScoreClue},
    text::{Text, fold},
};

/// Brings together what is said in several places of one unit, index and period.
pub(super) fn merge<'a>(text: &Text, drafts: Vec<Draft<'a>>, diagnostics: &mut Vec<Diagnostic>) -> Vec<Draft<'a>> {
    let (titles, texts): (Vec<_>, Vec<_>) = drafts.into_iter().partition(|draft| draft.title);
    let mut merged: Vec<Draft<'_>> = Vec::with_capacity(texts.len());
    for draft in texts {
        // Later statements of a long page join recent ones; looking back further would be quadratic.
        let recent = merged.len().saturating_sub(WINDOW);
        let same = merged[recent..].iter().position(|known| joins(known, &draft)).map(|at| at + recent);
        match same {
            Some(at) => join(&mut merged[at], draft),
            None if merged[recent..].iter().any(|known| denies(known, &draft)) => {
                let message =
                    "another figure of the same unit, index and period; as no index stands with it, it was left out";
                diagnostics.push(Diagnostic::new("result-index-open", message).at(text.span(draft.tokens)));
            }
            None => merged.push(draft),
        }
    }
    // A headline repeats the text; what it alone says stands first.
    let mut first = Vec::new();
    for title in titles {
        let told = merged
            .iter()
            .take(WINDOW)
            .any(|known| same_index(known, &title) && about(known, &title) && within(&title.figures, &known.figures));
        let same = merged.iter().take(WINDOW).position(|known| joins(known, &title));
        match same {
            _ if told => {}
            Some(at) => join(&mut merged[at], title),
            None => first.push(title),
        }
    }
    first.append(&mut merged);
    first
}

fn same_index(a: &Draft<'_>, b: &Draft<'_>) -> bool {
    a.index.map(|index| &index.key) == b.index.map(|index| &index.key)
}

/// Whether `new`, which names no index itself, says otherwise than what is known: then it is of another index.
fn denies(known: &Draft<'_>, new: &Draft<'_>) -> bool {
    let subject = known.subject.as_ref().zip(new.subject.as_ref()).is_some_and(|(a, b)| same_name(a, b));
    let regional = known.regional.is_some() || new.regional.is_some();
    let ranks = known.figures.ranks.iter().chain(&new.figures.ranks).any(|rank| rank.regional);
    new.inherited
        && subject
        && !regional
        && !ranks
        && same_index(known, new)
        && known.period == new.period
        && !fits(&known.figures, &new.figures)
}

fn joins(known: &Draft<'_>, new: &Draft<'_>) -> bool {
    let subject = match (&known.subject, &new.subject) {
        (Some(a), Some(b)) => same_name(a, b),
        _ => false,
    };
    let period = known.period == new.period || known.period.is_none() || new.period.is_none();
    let regional = known.regional.is_none() && new.regional.is_none();
    same_index(known, new) && subject && period && regional && fits(&known.figures, &new.figures)
}

/// Whether a headline may speak of the same unit: `Sở Y tế Sơn La` of `Sở Y tế`.
fn about(known: &Draft<'_>, title: &Draft<'_>) -> bool {
    known.subject.as_ref().zip(title.subject.as_ref()).is_none_or(|(a, b)| {
        let (a, b) = (fold(a), fold(b));
        a.contains(&b) || b.contains(&a)
    })
}

/// `Sở Tài chính` and `sở Tài chính`, `tỉnh Cao Bằng` and `Cao Bằng`.
fn same_name(a: &str, b: &str) -> bool {
    let (a, b) = (fold(a), fold(b));
    a == b || (a.ends_with(&b) || b.ends_with(&a)) && a.len().abs_diff(b.len()) <= "thành phố ".len()
}

/// Whether no figure of one contradicts the other.
fn fits(a: &Figures, b: &Figures) -> bool {
    fn one<T>(a: &[T], b: &[T], same: impl Fn(&T, &T) -> bool) -> bool {
        a.first().zip(b.first()).is_none_or(|(a, b)| same(a, b))
    }
    one(&a.scores, &b.scores, same_score)
        && one(&a.percents, &b.percents, same_score)
        && one(&a.ranks, &b.ranks, same_rank)
        && one(&a.score_changes, &b.score_changes, same_change)
        && one(&a.rank_changes, &b.rank_changes, same_change)
}

fn same_score(a: &ScoreClue, b: &ScoreClue) -> bool {
    a.value == b.value
}

fn same_rank(a: &RankClue, b: &RankClue) -> bool {
    a.position == b.position && !a.regional && !b.regional
}

fn same_change(a: &ChangeClue, b: &ChangeClue) -> bool {
    a.amount == b.amount
}

/// Whether every figure of `a` is told by `b`.
fn within(a: &Figures, b: &Figures) -> bool {
    fn all<T>(a: &[T], b: &[T], same: impl Fn(&T, &T) -> bool) -> bool {
        a.iter().all(|a| b.iter().any(|b| same(a, b)))
    }
    all(&a.scores, &b.scores, same_score)
        && all(&a.percents, &b.percents, same_score)
        && all(&a.ranks, &b.ranks, |a, b| a.position == b.position)
        && all(&a.score_changes, &b.score_changes, same_change)
        && all(&a.rank_changes, &b.rank_changes, same_change)
}

fn join<'a>(known: &mut Draft<'a>, new: Draft<'a>) {
    fn take<T>(known: &mut Vec<T>, new: Vec<T>) {
        if known.is_empty() {
            *known = new;
        }
    }
    let Figures { scores, percents, ranks, score_changes, rank_changes, from, compared } = new.figures;
    take(&mut known.figures.scores, scores);
    take(&mut known.figures.percents, percents);
    take(&mut known.figures.ranks, ranks);
    take(&mut known.figures.score_changes, score_changes);
    take(&mut known.figures.rank_changes, rank_changes);
    known.figures.from = known.figures.from.or(from);
    known.figures.compared |= compared;
    known.period = known.period.or(new.period);
    known.since = known.since.or(new.since);
    known.scale = known.scale.or(new.scale);
}
