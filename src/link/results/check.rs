use rust_decimal::Decimal;

use crate::article::{Diagnostic, IndexResult};

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
