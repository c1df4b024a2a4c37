use std::{collections::HashMap, ops::Range};

use chrono::{Datelike, NaiveDate, TimeDelta};

use super::{
    calendar::{counted, first_day, last_day, monday, set_year, weekday_of},
    lunar,
};
use crate::{
    article::{Article, DateMention, Edtf, Found, Point},
    clue::{DateClue, Direction, Moment, Unit, When},
    text::Text,
};

/// Resolves time expressions against the publish time and writes them into the article, in reading order;
/// gives the value of each by its first token.
pub(crate) fn link(article: &mut Article, text: &Text, clues: &[DateClue]) -> HashMap<usize, Edtf> {
    let published = article.published.as_ref().map(|stamp| stamp.value.day());
    let mut resolver = Resolver {
        text,
        published,
        day: None,
        year: None,
        month: None,
        written: None,
        before: None,
        told: None,
        next: None,
        dated: dated(clues, published),
    };
    let mut values = HashMap::new();
    for (place, clue) in clues.iter().enumerate() {
        resolver.next = clues.get(place + 1).cloned();
        let Some(value) = resolver.resolve(clue) else { continue };
        let found = Found::new(&text.text, text.span(clue.tokens.clone()), clue.rule);
        let mut mention = DateMention::new(found, value, clue.part);
        mention.lunar = matches!(
            clue.when,
            When::At(Moment::Lunar { .. } | Moment::NamedYear(_)) | When::Range(Some(Moment::Lunar { .. }), _)
        );
        article.dates.push(mention);
        values.insert(clue.tokens.start, value);
    }
    values
}

/// What is known at a place of the text.
struct Resolver<'a> {
    text: &'a Text,
    published: Option<NaiveDate>,
    /// The day named last that is not after the publish time: what `cùng ngày` means.
    day: Option<NaiveDate>,
    /// The latest year named that is not after the publish time: what `so với năm trước` counts from.
    year: Option<i32>,
    /// The month named last.
    month: Option<NaiveDate>,
    /// The last point written with its year, and its sentence: what gives its year to `ngày 7/2` behind it.
    written: Option<(Point, usize)>,
    /// The clue before, by the token behind it, and its value.
    before: Option<(usize, Edtf)>,
    /// The one year that the sentence names so far, by the sentence; nothing where it names several.
    told: Option<(usize, Option<i32>)>,
    /// The clue behind.
    next: Option<DateClue>,
    /// The year of a day and month, where the text writes it with one year only, and that near the publish time.
    dated: HashMap<(u8, u8), Option<i32>>,
}

/// The days that the text writes with their year, by month and day; `None` where it writes them with several.
fn dated(clues: &[DateClue], published: Option<NaiveDate>) -> HashMap<(u8, u8), Option<i32>> {
    let mut dated = HashMap::new();
    for clue in clues {
        let When::At(Moment::Written(written @ Point::Day { year: Some(year), month: Some(month), day, .. })) =
            clue.when
        else {
            continue;
        };
        let apart = |published: NaiveDate| first_day(written).map(|written| (written - published).num_days().abs());
        if published.and_then(apart).is_none_or(|days| days <= 270) {
            let known = dated.entry((month, day)).or_insert(Some(year));
            *known = known.filter(|known| *known == year);
        }
    }
    dated
}

impl Resolver<'_> {
    fn resolve(&mut self, clue: &DateClue) -> Option<Edtf> {
        let value = match clue.when {
            When::At(moment) => self.at(moment, clue)?,
            When::Range(start, end) => self.range(start, end, clue)?,
        };
        self.note(clue, value);
        Some(value)
    }

    fn note(&mut self, clue: &DateClue, value: Edtf) {
        let here = self.sentence(clue);
        if let When::At(Moment::Written(Point::Year(year))) = clue.when {
            let alone = self.told.filter(|(sentence, _)| *sentence == here).is_none_or(|(_, told)| told == Some(year));
            self.told = Some((here, Some(year).filter(|_| alone)));
        }
        self.before = Some((clue.tokens.end, value));
        let Edtf::At(point) = value else { return };
        if let Some(day) = point.date().filter(|day| self.published.is_none_or(|published| *day <= published)) {
            self.day = Some(day);
        }
        // `so với tháng trước` leaves the month that the text speaks of as it is.
        let compared = matches!(clue.when, When::At(Moment::CountedFromTopic(..)));
        if matches!(point, Point::Month { .. }) && !compared {
            self.month = first_day(point).or(self.month);
        }
        let year = point.year().filter(|year| self.published.is_none_or(|published| *year <= published.year()));
        self.year = self.year.max(year);
        if let When::At(Moment::Written(written)) = clue.when {
            self.written = match written {
                Point::Day { year: Some(_), .. } | Point::Month { year: Some(_), .. }
                    if !self.cites(clue) && !self.is_birth(clue) =>
                {
                    Some((point, self.sentence(clue)))
                }
                Point::Year(_) | Point::Day { year: Some(_), .. } | Point::Month { year: Some(_), .. } => None,
                // A chain of days keeps the year of its first: `ngày 3/2/1930 … ngày 7/2 … ngày 9/2`.
                _ => self.written.map(|(_, sentence)| (point, self.sentence(clue).min(sentence + 1))),
            };
        }
    }

    /// Whether the time is that of a document cited: what follows it is told of another time.
    fn cites(&self, clue: &DateClue) -> bool {
        let before = |back: usize| clue.tokens.start.checked_sub(back).and_then(|at| self.text.tokens.get(at));
        let code = if before(1).is_some_and(|token| token.shape.is_mark()) { before(2) } else { before(1) };
        code.is_some_and(|token| token.shape.is_upper() && token.shape.is_glued())
    }

    /// Whether somebody was born then: what follows is told of another time.
    fn is_birth(&self, clue: &DateClue) -> bool {
        clue.tokens.start.checked_sub(1).is_some_and(|at| self.text.word(at).to_lowercase() == "sinh")
    }

    fn sentence(&self, clue: &DateClue) -> usize {
        self.text.sentences.partition_point(|sentence| sentence.end <= clue.tokens.start)
    }

    fn range(&self, start: Option<Moment>, end: Option<Moment>, clue: &DateClue) -> Option<Edtf> {
        let point = |moment| match self.at(moment, clue)? {
            Edtf::At(point) => Some(point),
            Edtf::Range { .. } => None,
        };
        let end = match end {
            Some(end) => Some(point(end)?),
            None => None,
        };
        let mut start = match start {
            Some(start) => Some(point(start)?),
            None => None,
        };
        // A range over New Year: `từ 28/12 đến 3/1`.
        if let (Some(first), Some(last)) = (start.and_then(first_day), end.and_then(last_day))
            && first > last
        {
            start = start.map(|point| set_year(point, Some(first.year() - 1)));
        }
        Some(Edtf::Range { start, end })
    }

    fn at(&self, moment: Moment, clue: &DateClue) -> Option<Edtf> {
        let this_year = self.published.map(|published| published.year());
        Some(match moment {
            Moment::Written(point) => Edtf::At(self.with_year(point, clue)),
            Moment::InYear(point, by) => Edtf::At(set_year(point, this_year.and_then(|year| year.checked_add(by)))),
            Moment::Months(year, first, last) => {
                // In January `11 tháng đầu năm` are those of the year before.
                let past = self.published.is_some_and(|p| first == 1 && u32::from(last) > p.month() + 1)
                    && clue.direction != Some(Direction::Future);
                let year = year.or(this_year.map(|year| year - i32::from(past)));
                Edtf::range(Point::Month { year, month: first }, Point::Month { year, month: last })
            }
            Moment::Quarters(year, first, last) => {
                let year = year.or(self.with_year(Point::Quarter { year, quarter: last }, clue).year());
                Edtf::range(Point::Quarter { year, quarter: first }, Point::Quarter { year, quarter: last })
            }
            Moment::Lunar { year, cycle, month, day } => self.lunar(year, cycle, month, day, clue),
            Moment::NamedYear(cycle) => {
                let near = |year: &i32| (year - 1984).rem_euclid(60) == i32::from(cycle);
                Edtf::year((this_year? - 1..=this_year? + 1).find(near)?)
            }
            Moment::InMonth(day, by) => {
                let Edtf::At(Point::Month { year, month }) = counted(self.published?, Unit::Month, by, None)? else {
                    return None;
                };
                Edtf::day(NaiveDate::from_ymd_opt(year?, month.into(), day.into())?)
            }
            Moment::Weekday(day, direction) => {
                let past = direction == Direction::Past;
                let step =
                    |days: i64| self.published?.checked_add_signed(TimeDelta::days(if past { -days } else { days }));
                Edtf::day((1..=7).filter_map(step).find(|date| date.weekday() == weekday_of(day))?)
            }
            Moment::Counted(Unit::Week, by, _) if clue.weekday.is_some() => {
                let monday = monday(self.published?)?.checked_add_signed(TimeDelta::weeks(by.into()))?;
                Edtf::day(monday.checked_add_signed(TimeDelta::days(i64::from(clue.weekday?) - 1))?)
            }
            Moment::Counted(unit, by, clock) => counted(self.published?, unit, by, clock)?,
            Moment::CountedFromLast(unit, by, clock) => counted(self.day.or(self.published)?, unit, by, clock)?,
            Moment::CountedFromTopic(Unit::Month, by) => {
                counted(self.month.or(self.published)?, Unit::Month, by, None)?
            }
            Moment::CountedFromTopic(Unit::Year, by) => Edtf::year(self.year.or(this_year)?.checked_add(by)?),
            Moment::CountedFromTopic(unit, by) => counted(self.published?, unit, by, None)?,
        })
    }

    /// A day of the lunar calendar in the common one: as the page itself gives it beside, or reckoned where the year is sure.
    fn lunar(&self, year: Option<i32>, cycle: Option<u8>, month: u8, day: u8, clue: &DateClue) -> Edtf {
        let open = Edtf::At(Point::Day { year: None, month: Some(month), day, clock: None });
        if clue.rule != "date/list"
            && let Some(value) = self.pair(clue)
        {
            return value;
        }
        if let Some(year) = year {
            return lunar::to_solar(year, month, day).map_or(open, Edtf::day);
        }
        let Some(published) = self.published else { return open };
        let reach = if cycle.is_some() { 40 } else { 1 };
        (published.year() - reach..=published.year() + reach)
            .filter(|year| cycle.is_none_or(|cycle| (year - 1984).rem_euclid(60) == i32::from(cycle)))
            .filter_map(|year| lunar::to_solar(year, month, day))
            .min_by_key(|solar| distance(*solar, *solar, published, clue))
            .map_or(open, Edtf::day)
    }

    /// The day of the common calendar that the page gives beside a lunar one: `5/2 (tức mùng 8 tháng Giêng)`, `rằm tháng Giêng (11/2)`.
    fn pair(&self, clue: &DateClue) -> Option<Edtf> {
        const BETWEEN: &[&str] = &["(", "tức", "là", "nhằm", ",", "vào", "hay", "ngày"];
        let beside = |mut gap: Range<usize>| {
            !gap.is_empty()
                && gap.len() <= 4
                && gap.all(|at| BETWEEN.contains(&self.text.word(at).to_lowercase().as_str()))
        };
        if let Some((end, value @ Edtf::At(Point::Day { year: Some(_), .. }))) = self.before
            && beside(end..clue.tokens.start)
        {
            return Some(value);
        }
        let next = self.next.as_ref().filter(|next| beside(clue.tokens.end..next.tokens.start))?;
        let joined = matches!(self.text.word(clue.tokens.end).to_lowercase().as_str(), "(" | "tức" | "nhằm")
            || self.text.word(clue.tokens.end + 1).to_lowercase() == "tức";
        match next.when {
            When::At(moment @ Moment::Written(Point::Day { month: Some(_), .. })) if joined => self.at(moment, next),
            _ => None,
        }
    }

    /// The point with the year that the words around it and the publish time tell.
    fn with_year(&self, point: Point, clue: &DateClue) -> Point {
        if point.year().is_some() {
            return point;
        }
        if let Some(point) = self.with_year_beside(point, clue).or_else(|| self.with_year_of_list(point, clue)) {
            return point;
        }
        // `ngày 5/6 … Ngày 5/6/2017`
        if let (Point::Day { month: Some(month), day, .. }, When::At(_)) = (point, clue.when)
            && let Some(Some(year)) = self.dated.get(&(month, day))
        {
            return set_year(point, Some(*year));
        }
        let Some(published) = self.published else { return point };
        // `Kỳ thi năm 2025 diễn ra ngày 26/6`; the year before may be that of what is reported now: `Chỉ số năm 2024 công bố ngày 5/5`.
        if let (Point::Day { .. }, None, Some((sentence, Some(year)))) = (point, clue.direction, self.told)
            && sentence == self.sentence(clue)
            && published.year() == year
        {
            return set_year(point, Some(year));
        }
        // `6 tháng đầu năm` are those of this year, except that a new year still speaks of the end of the old.
        if let Point::Half { half, .. } = point {
            let past = half == 2 && published.month() <= 2 && clue.direction != Some(Direction::Future);
            return set_year(point, Some(published.year() - i32::from(past)));
        }
        (-1..=1)
            .filter_map(|by| {
                let point = set_year(point, Some(published.year() + by));
                Some((point, first_day(point)?, last_day(point)?))
            })
            .min_by_key(|(_, first, last)| distance(*first, *last, published, clue))
            .map_or(point, |(point, ..)| point)
    }

    /// The days of a list follow each other: `15/5, 15/6 và 15/7` are of one year.
    fn with_year_of_list(&self, point: Point, clue: &DateClue) -> Option<Point> {
        let (end, Edtf::At(before @ Point::Day { .. })) = self.before? else { return None };
        if clue.rule != "date/list" || clue.tokens.start != end + 1 {
            return None;
        }
        let year = before.year()?;
        let point = set_year(point, Some(year));
        Some(if first_day(point)? < first_day(before)? { set_year(point, Some(year + 1)) } else { point })
    }

    /// In a story of years ago a day without a year goes on from the one before: `Ngày 3/2/1930 … Ngày 7/2 …`.
    fn with_year_beside(&self, point: Point, clue: &DateClue) -> Option<Point> {
        let (before, sentence) = self.written?;
        let (year, here) = (before.year()?, self.sentence(clue));
        let block = |sentence: usize| self.text.sentences.get(sentence).map(|sentence| sentence.block);
        let long_ago = self.published.is_none_or(|published| year <= published.year() - 2);
        let near = here <= sentence + 1 && block(here) == block(sentence);
        let told = !matches!(clue.direction, Some(Direction::Near | Direction::Future)) && clue.weekday.is_none();
        let dated = matches!(point, Point::Day { .. } | Point::Month { .. });
        (long_ago && near && told && dated).then(|| set_year(point, Some(year)))
    }
}

/// How far a time lies from the publish time: on the wrong weekday, on the wrong side, in days.
///
/// News tells what has happened and marks what is to come (`sẽ`, `dự kiến`), so a time without a mark is rather past.
fn distance(first: NaiveDate, last: NaiveDate, published: NaiveDate, clue: &DateClue) -> (bool, bool, i64) {
    let (until, since) = ((first - published).num_days(), (published - last).num_days());
    let grace = GRACE.max((last - first).num_days());
    let against = match clue.direction {
        Some(Direction::Past) => until > grace,
        Some(Direction::Future) => since > grace.max(DEADLINE),
        _ => false,
    };
    let unmarked = match clue.direction {
        // Figures are given of months that have been.
        None if first != last => 10,
        None => 5,
        Some(_) => 1,
    };
    let wrong_weekday = clue.weekday.is_some_and(|day| first == last && first.weekday() != weekday_of(day));
    (wrong_weekday, against, (until * unmarked).max(since).max(0))
}

/// Days on the wrong side of the publish time that are still right: pages are dated late, and `sẽ` may stand beside another event.
const GRACE: i64 = 20;
/// Days that a time to come may lie back: what was ordered or planned is reported when it was due (`phải nộp chậm nhất ngày 26/3`).
const DEADLINE: i64 = 60;
