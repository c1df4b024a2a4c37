use std::collections::HashMap;

use rust_decimal::Decimal;

use crate::{
    article::{Change, ChangeOf, Diagnostic, Edtf, IndexResult},
    text::fold,
};

/// Says where the stated figures of one result contradict one another; they stay as stated.
pub(super) fn check(result: &IndexResult, diagnostics: &mut Vec<Diagnostic>) {
    let mut say = |code, message: String| diagnostics.push(Diagnostic::new(code, message).at(result.found.span));
    if let Some((score, percent)) = result.score.as_ref().zip(result.percent)
        && let Some(of) = score.out_of
        && let Some(computed) =
            score.value.checked_mul(Decimal::ONE_HUNDRED).and_then(|hundredfold| hundredfold.checked_div(of))
        && computed.checked_sub(percent).is_some_and(|gap| gap.abs() > Decimal::new(6, 2))
    {
        say(
            "result-percent-differs",
            format!("{}/{of} is {}%, the text says {percent}%", score.value, computed.round_dp(2)),
        );
    }
    if let Some(rank) = &result.rank
        && rank.out_of.is_some_and(|of| rank.position > of)
    {
        say(
            "result-rank-beyond",
            format!("rank {} lies beyond the {} that were ranked", rank.position, rank.out_of.unwrap_or_default()),
        );
    }
    if let Some(score) = &result.score
        && score.out_of.is_some_and(|of| score.value > of)
    {
        say("result-score-beyond", format!("score {} lies beyond its scale", score.value));
    }
}

/// Says where a stated change is not the one that two stated values give: `đạt 40,5 điểm, tăng 1,5 điểm so với năm 2020 (38 điểm)`.
pub(super) fn check_changes(results: &[IndexResult], diagnostics: &mut Vec<Diagnostic>) {
    let mut known: HashMap<(&str, String, Edtf), Vec<&IndexResult>> = HashMap::new();
    for result in results {
        if let Some((index, subject, period)) = key(result) {
            known.entry((index, subject, period)).or_default().push(result);
        }
    }
    for result in results {
        let Some((index, subject, _)) = key(result) else { continue };
        for change in &result.changes {
            let Some(since) = change.since else { continue };
            let Some([before]) = known.get(&(index, subject.clone(), since)).map(Vec::as_slice) else { continue };
            if let Some(computed) = moved(before, result, change)
                && computed.checked_sub(change.amount).is_some_and(|gap| gap.abs() > ROUNDING)
            {
                let message = format!("the stated values make a change of {computed}, the text says {}", change.amount);
                diagnostics.push(Diagnostic::new("result-change-differs", message).at(result.found.span));
            }
        }
    }
}

/// How far rounded figures may lie apart.
const ROUNDING: Decimal = Decimal::from_parts(11, 0, 0, false, 2);

fn key(result: &IndexResult) -> Option<(&str, String, Edtf)> {
    Some((result.index.as_ref()?.name.as_str(), fold(result.subject.as_deref()?), result.period?))
}

/// The change that the values of two periods give, in the unit of `change`.
fn moved(before: &IndexResult, now: &IndexResult, change: &Change) -> Option<Decimal> {
    match change.of {
        ChangeOf::Rank => {
            let (before, now) = (before.rank.as_ref()?, now.rank.as_ref()?);
            Decimal::from(before.position).checked_sub(Decimal::from(now.position))
        }
        ChangeOf::Score => {
            let percent = change.unit.as_deref().is_some_and(|unit| unit.contains('%') || unit.contains("phần trăm"));
            if percent {
                now.percent?.checked_sub(before.percent?)
            } else {
                now.score.as_ref()?.value.checked_sub(before.score.as_ref()?.value)
            }
        }
    }
}

/// Says where `từ vị trí 63` and a stated change do not give the stated rank.
pub(super) fn check_from(result: &IndexResult, from: Option<u32>, diagnostics: &mut Vec<Diagnostic>) {
    let change = result.changes.iter().find(|change| change.of == ChangeOf::Rank);
    let Some(((from, rank), change)) = from.zip(result.rank.as_ref()).zip(change) else { return };
    let computed = Decimal::from(from).checked_sub(Decimal::from(rank.position));
    if let Some(computed) = computed.filter(|computed| *computed != change.amount) {
        let message = format!("the stated places make a change of {computed}, the text says {}", change.amount);
        diagnostics.push(Diagnostic::new("result-change-differs", message).at(result.found.span));
    }
}
