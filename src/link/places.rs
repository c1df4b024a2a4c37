use std::collections::HashMap;

use crate::{
    article::{Article, Found, OrganisationKind, Place, PlaceKind, Span},
    clue::{Era, PlaceClue, PlaceUnit},
    text::{Text, fold},
};

/// Resolves places as of the publish time and writes them into the article with all their mentions, in the order first named.
///
/// A name that several units bear is told by the larger places named nearest: right after it, in its sentence, before it, in the title.
/// Where that leaves two, the place has no code.
pub(crate) fn link(article: &mut Article, text: &Text, clues: &[PlaceClue]) {
    let names = Names::of(article);
    let clues: Vec<&PlaceClue> = clues.iter().filter(|clue| !names.hold(clue, text)).collect();
    let published = article.published.as_ref().map(|stamp| stamp.value.day().to_string());
    let day = published.or_else(|| told_day(&clues));
    let resolved = Resolver::new(text, &clues, day.as_deref()).resolve();
    let mut places: Vec<Place> = Vec::new();
    let mut by_key: HashMap<String, usize> = HashMap::new();
    for (clue, unit) in clues.iter().zip(&resolved) {
        let name = text.slice(clue.name.clone());
        let key = match (unit, clue.known) {
            (Some(unit), _) => format!("{} {}", unit.code, unit.name),
            (None, Some(known)) => known.to_owned(),
            (None, None) => format!("{:?} {}", clue.kind, fold(name)),
        };
        let mention = Found::new(&text.text, text.span(clue.tokens.clone()), clue.rule);
        let full = match clue.word {
            Some(word) if clue.tokens == clue.name => format!("{word} {name}"),
            _ => mention.text.clone(),
        };
        let at = *by_key.entry(key).or_insert_with(|| {
            let mut place = Place::new(full.clone(), unit.as_ref().map_or(clue.kind, level), Vec::new());
            place.code = unit.map(|unit| unit.code.to_owned());
            place.successor = unit.map(|unit| unit.successor.to_owned()).filter(|code| !code.is_empty());
            places.push(place);
            places.len() - 1
        });
        if let Some(place) = places.get_mut(at) {
            if full.chars().count() > place.name.chars().count() {
                place.name = full;
            }
            place.mentions.push(mention);
        }
    }
    article.places = places;
}

/// A day on which all places of a text without a publish time can have been: units that are gone tell the one side of 2025-07-01, units that
/// began then the other; nothing where neither or both are named.
fn told_day(clues: &[&PlaceClue]) -> Option<String> {
    let named = || clues.iter().filter(|clue| clue.era.is_none() && !clue.units.is_empty());
    let old = named().find(|clue| clue.units.iter().all(|unit| !unit.to.is_empty()) && clue.kind != PlaceKind::Commune);
    let new = named().find(|clue| clue.units.iter().all(|unit| !unit.from.is_empty() && unit.to.is_empty()));
    match (old, new) {
        (Some(clue), None) => clue.units.iter().map(|unit| unit.to).max().map(str::to_owned),
        (None, Some(clue)) => clue.units.iter().map(|unit| unit.from).max().map(str::to_owned),
        _ => None,
    }
}

/// Where people and bodies that are no part of the administration are named, in order.
struct Names {
    people: Vec<Span>,
    bodies: Vec<Span>,
}

impl Names {
    fn of(article: &Article) -> Self {
        let officials = article.officials.iter().flat_map(|official| &official.mentions);
        let people = officials.chain(article.people.iter().flat_map(|person| &person.mentions));
        let own = |kind| {
            use OrganisationKind::{Company, Mass, Media, Other, Party, School};
            matches!(kind, Company | Mass | Media | Other | Party | School)
        };
        let bodies = article.organisations.iter().filter(|body| own(body.kind)).flat_map(|body| &body.mentions);
        let sorted = |spans: Vec<Span>| {
            let mut spans = spans;
            spans.sort_unstable();
            spans
        };
        Self {
            people: sorted(people.map(|mention| mention.span).collect()),
            bodies: sorted(bodies.map(|mention| mention.span).collect()),
        }
    }

    /// Whether the words are part of a person's name, or a country's or region's in the name of a body: `Hội Nông dân Việt Nam`.
    fn hold(&self, clue: &PlaceClue, text: &Text) -> bool {
        let span = text.span(clue.tokens.clone());
        let within = |spans: &[Span]| {
            let after = spans.partition_point(|other| other.start <= span.start);
            let before = after.checked_sub(1).and_then(|at| spans.get(at));
            before.is_some_and(|other| other.contains(span) && other.len() > span.len())
        };
        clue.word.is_none() && (within(&self.people) || (clue.units.is_empty() && within(&self.bodies)))
    }
}

struct Resolver<'a> {
    clues: &'a [&'a PlaceClue],
    /// The sentence of each clue.
    sentences: Vec<usize>,
    /// The units each clue can mean on the day.
    units: Vec<Vec<PlaceUnit>>,
    text: &'a Text,
}

/// How many larger places around a name are asked.
const NEAREST: usize = 6;

impl<'a> Resolver<'a> {
    fn new(text: &'a Text, clues: &'a [&'a PlaceClue], day: Option<&str>) -> Self {
        let sentence = |clue: &PlaceClue| text.sentences.partition_point(|sentence| sentence.end <= clue.tokens.start);
        Self {
            clues,
            sentences: clues.iter().map(|clue| sentence(clue)).collect(),
            units: clues.iter().map(|clue| on(clue, day)).collect(),
            text,
        }
    }

    /// The unit each clue means, the larger ones first, because they tell the smaller.
    fn resolve(mut self) -> Vec<Option<PlaceUnit>> {
        let mut resolved = vec![None; self.clues.len()];
        for level in [2, 3, 5] {
            let mut last = None;
            let mut provinces: Vec<&'static str> =
                resolved.iter().flatten().map(|unit: &PlaceUnit| unit.province).collect();
            provinces.sort_unstable();
            provinces.dedup();
            let mut settled = Vec::new();
            for at in 0..self.clues.len() {
                if self.units[at].first().is_some_and(|unit| unit.code.len() == level) {
                    settled.push((at, self.choose(at, &resolved, last, &provinces)));
                }
                if resolved[at].is_some() {
                    last = Some(at);
                }
            }
            for (at, unit) in settled {
                resolved[at] = unit;
            }
        }
        // What stays open is the same place as its namesake in the text, if there is one.
        let mut known: HashMap<String, Option<PlaceUnit>> = HashMap::new();
        let name = |clue: &PlaceClue| fold(self.text.slice(clue.name.clone()));
        for (clue, unit) in self.clues.iter().zip(&resolved) {
            if let Some(unit) = unit {
                let entry = known.entry(name(clue)).or_insert(Some(*unit));
                if *entry != Some(*unit) {
                    *entry = None;
                }
            }
        }
        for ((unit, clue), units) in resolved.iter_mut().zip(self.clues).zip(&self.units) {
            if unit.is_none() {
                let namesake = known.get(&name(clue)).copied().flatten();
                *unit = namesake.filter(|unit| units.contains(unit));
            }
        }
        self.units.clear();
        resolved
    }

    /// The one unit that clue `at` can mean beside the larger places around it.
    fn choose(
        &self,
        at: usize,
        resolved: &[Option<PlaceUnit>],
        last: Option<usize>,
        provinces: &[&str],
    ) -> Option<PlaceUnit> {
        let units = &self.units[at];
        if units.first()?.code.len() == 2 {
            return single(units);
        }
        let inside = |larger: &PlaceUnit| -> Vec<PlaceUnit> {
            let of =
                |fits: &dyn Fn(&&PlaceUnit) -> bool| -> Vec<PlaceUnit> { units.iter().filter(fits).copied().collect() };
            let found = of(&|unit| unit.parent == larger.code || unit.province == larger.code);
            // `Hội An (Đà Nẵng)`, said after Quảng Nam went into Đà Nẵng.
            if found.is_empty() && larger.to.is_empty() { of(&|unit| unit.heir == larger.code) } else { found }
        };
        let larger = |other: usize| resolved[other].filter(|unit| unit.code.len() < units[0].code.len());
        // Right after it: `xã Bình Lãng, huyện Thông Nông`. That place is its own, or the name is none we know.
        if let Some(unit) = self.beside(at).and_then(larger) {
            return single(&inside(&unit));
        }
        for other in self.around(at).into_iter().chain(last) {
            let Some(unit) = larger(other) else { continue };
            let found = inside(&unit);
            if !found.is_empty() {
                return single(&found);
            }
        }
        // Of all provinces the text names, just one may hold it.
        let held: Vec<PlaceUnit> = units.iter().filter(|unit| provinces.contains(&unit.province)).copied().collect();
        match held.is_empty() {
            false => single(&held),
            true if provinces.is_empty() || units[0].code.len() == 3 => single(units),
            true => None,
        }
    }

    /// The clue that follows `at` with nothing but a comma, a bracket or a dash between.
    fn beside(&self, at: usize) -> Option<usize> {
        let (this, next) = (&self.clues[at], self.clues.get(at + 1)?);
        let between = this.tokens.end..next.tokens.start;
        let near = between.len() <= 1 && self.sentences[at] == self.sentences[at + 1];
        (near && between.clone().all(|token| matches!(self.text.word(token), "," | "(" | "-" | "–" | "thuộc" | "của")))
            .then_some(at + 1)
    }

    /// The clues of the same sentence, the nearest first.
    fn around(&self, at: usize) -> Vec<usize> {
        let same = |other: &usize| self.sentences.get(*other) == Some(&self.sentences[at]);
        let after = (at + 1..self.clues.len()).take(NEAREST).take_while(same);
        let before = (0..at).rev().take(NEAREST).take_while(same);
        let mut found: Vec<usize> = after.chain(before).collect();
        let start = |other: usize| self.clues[other].tokens.start;
        found.sort_by_key(|other| start(*other).abs_diff(start(at)));
        found
    }
}

fn single(units: &[PlaceUnit]) -> Option<PlaceUnit> {
    match units {
        [one] => Some(*one),
        // The same unit before and after 2025-07-01, where the day is not known.
        [first, rest @ ..] if rest.iter().all(|unit| unit.code == first.code && unit.name == first.name) => {
            Some(*first)
        }
        _ => None,
    }
}

/// The units that a clue can mean on `day`: called by its word and there on that day; else gone by then; else called by another word.
fn on(clue: &PlaceClue, day: Option<&str>) -> Vec<PlaceUnit> {
    let begun = |unit: &PlaceUnit| day.is_none_or(|day| unit.from <= day) || clue.era == Some(Era::New);
    // `Thanh Hóa trước đây` is no city because the province never ended.
    let largest = clue.units.iter().map(|unit| unit.code.len()).min().unwrap_or_default();
    let ended = clue.units.iter().any(|unit| unit.code.len() == largest && !unit.to.is_empty());
    let there = |unit: &PlaceUnit| match (clue.era, day) {
        (Some(Era::Old), _) if ended || clue.word.is_some() => !unit.to.is_empty(),
        (Some(Era::New), _) => unit.to.is_empty(),
        (_, Some(day)) => unit.to.is_empty() || day <= unit.to,
        (_, None) => true,
    };
    let called = |unit: &PlaceUnit| clue.word.is_none_or(|word| word == unit.word);
    let begun: Vec<PlaceUnit> = clue.units.iter().copied().filter(begun).collect();
    let of = |fits: &dyn Fn(&PlaceUnit) -> bool| -> Vec<PlaceUnit> { begun.iter().copied().filter(fits).collect() };
    let ways = [of(&|unit| called(unit) && there(unit)), of(&called), of(&there), begun.clone()];
    let units = ways.into_iter().find(|units| !units.is_empty()).unwrap_or_default();
    let level = units.iter().map(|unit| unit.code.len()).min().unwrap_or_default();
    units.into_iter().filter(|unit| unit.code.len() == level).collect()
}

/// The level of a unit: its code has two, three or five digits.
fn level(unit: &PlaceUnit) -> PlaceKind {
    match unit.code.len() {
        2 => PlaceKind::Province,
        3 => PlaceKind::District,
        _ => PlaceKind::Commune,
    }
}
