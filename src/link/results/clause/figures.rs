use super::{Bracket, Clauses};
use crate::{
    article::Edtf,
    clue::{Figure, FigureClue, Hinge, RankClue, ScoreClue, ScoreUnit},
    link::results::frame::Figures,
};

/// Scores and ranks.
impl<'a> Clauses<'a> {
    pub(super) fn scores(&mut self, clue: &'a FigureClue, scores: &'a [ScoreClue]) {
        let beyond = std::mem::take(&mut self.beyond);
        if self.target || beyond || matches!(self.before(1), Some(Figure::Hinge(Hinge::Parts))) {
            return;
        }
        let percent = scores.iter().all(|score| score.unit == ScoreUnit::Percent);
        if percent && matches!(self.before(1), Some(Figure::Point(','))) {
            return;
        }
        let points = scores.iter().all(|score| score.unit == ScoreUnit::Points);
        let whose =
            self.frame.holders.iter().any(|holder| !holder.same) && scores.iter().all(|score| score.value.scale() > 0);
        let near = self.strange() <= 5 && points && (whose || !self.frame.indices.is_empty());
        let listed = self.frame.each && scores.len() > 1;
        if !(near || listed || self.chained()) {
            self.frame.measured |= !points;
            return;
        }
        if let Bracket::Earlier(period) = self.bracket {
            return self.earlier(period, |figures| {
                figures.add_scores(scores);
            });
        }
        if self.bracket == Bracket::Aside {
            return self.aside(clue, |figures| {
                figures.add_scores(scores);
            });
        }
        if self.compared {
            if let Some(since) = self.frame.since {
                self.earlier(since, |figures| {
                    figures.add_scores(scores);
                });
            }
            return;
        }
        if self.frame.other || self.frame.measured && self.frame.indices.is_empty() {
            return;
        }
        let named = matches!(self.before(1), Some(Figure::Subject(_)));
        if let (Bracket::Holder, Some(holder)) = (self.bracket, self.frame.holders.last_mut()) {
            holder.own.add_scores(scores);
        } else if named && self.frame.holders.len() > 1 && scores.len() == 1 {
            if let Some(holder) = self.frame.holders.last_mut() {
                holder.own.add_scores(scores);
            }
        } else if !self.frame.figures.add_scores(scores) {
            return;
        }
        self.frame.cover(&clue.tokens, clue.rule);
    }

    /// Figures of a unit that the clause only compares with.
    pub(super) fn aside(&mut self, clue: &FigureClue, add: impl FnOnce(&mut Figures)) {
        if let Some(frame) = self.frames.last_mut() {
            add(&mut frame.figures);
            frame.cover(&clue.tokens, clue.rule);
        }
    }

    pub(super) fn earlier(&mut self, period: Edtf, add: impl FnOnce(&mut Figures)) {
        if !self.frame.earlier.iter().any(|(known, _)| *known == period) {
            self.frame.earlier.push((period, Figures::default()));
        }
        if let Some((_, figures)) = self.frame.earlier.iter_mut().find(|(known, _)| *known == period) {
            add(figures);
        }
    }

    pub(super) fn ranks(&mut self, clue: &'a FigureClue, ranks: &'a [RankClue]) {
        if self.bracket == Bracket::Aside {
            return self.aside(clue, |figures| figures.ranks.extend_from_slice(ranks));
        }
        let compared = self.compared && !matches!(self.bracket, Bracket::Earlier(_));
        if self.silent() || compared || self.frame.measured && self.frame.indices.is_empty() {
            return;
        }
        // `thấp hơn đơn vị đứng đầu 14 điểm`: the rank of the one it stands away from.
        if self.beyond && ranks.iter().all(|rank| rank.leads) {
            return;
        }
        // `; thứ hai là huyện Mai Sơn`, not `Thứ hai là tăng cường …`
        let opens = matches!(self.before(1), None | Some(Figure::Point(';' | ','))) && self.names_holder();
        if ranks.iter().all(|rank| rank.weak) && !(opens && clue.gap == 0 || self.chained()) {
            return;
        }
        // `23/24 xã` after `có` is a count: only right after a name a bare fraction is a rank, or after `là` among whom.
        let among = ranks.iter().all(|rank| rank.among.is_some() && rank.out_of.is_some_and(|of| of > 30));
        let stated = match self.before(1) {
            Some(Figure::Subject(_) | Figure::Point('(') | Figure::Index(_)) => true,
            Some(Figure::Hinge(Hinge::Copula)) => among && !self.frame.indices.is_empty(),
            _ => false,
        };
        if clue.rule == "rank/fraction" && !stated {
            return;
        }
        if let Bracket::Earlier(period) = self.bracket {
            return self.earlier(period, |figures| figures.ranks.extend_from_slice(ranks));
        }
        if let (Bracket::Holder, Some(holder)) = (self.bracket, self.frame.holders.last_mut()) {
            if holder.own.ranks.is_empty() {
                holder.own.ranks.extend_from_slice(ranks);
            }
            self.frame.cover(&clue.tokens, clue.rule);
            return;
        }
        // `ở vị trí chót bảng, thứ 63/63, là …`: the number of what was only said to be the last.
        if self.frame.figures.ranks.iter().all(|rank| rank.position.is_none()) {
            self.frame.figures.ranks.clear();
        }
        if !self.frame.figures.ranks.is_empty() {
            let next = matches!(self.after(), Some(Figure::Hinge(Hinge::Copula) | Figure::Subject(_)));
            if next || self.frame.inverted {
                self.flush();
            } else {
                if !ranks.iter().all(|rank| rank.weak && !rank.regional) {
                    self.frame.ranks.extend_from_slice(ranks);
                }
                return;
            }
        } else if self.frame.has_figures()
            && ranks.iter().all(|rank| rank.title)
            && matches!(self.before(1), Some(Figure::Point(',')))
            && matches!(self.after(), Some(Figure::Hinge(Hinge::Copula) | Figure::Subject(_)))
        {
            self.flush();
        }
        // `tăng 74 bậc, đứng thứ 41 khu vực`: the change is of the rank among all, which is not said.
        if ranks.iter().all(|rank| rank.regional) && !self.frame.figures.rank_changes.is_empty() {
            self.frame.ranks.extend_from_slice(ranks);
            return;
        }
        self.frame.figures.ranks.extend_from_slice(ranks);
        self.frame.cover(&clue.tokens, clue.rule);
    }
}
