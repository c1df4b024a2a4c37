use super::{around, kind::kind_of, names::Names};
use crate::{
    clue::PlaceClue,
    rule::{
        Item::{Any, As, Found},
        Layer, Match, Rule,
    },
};

/// Names that stand alone and that another place of the text vouches for.
pub(super) const RULES: &[Rule<Names, Vec<PlaceClue>>] = &[
    Rule {
        name: "place/inside",
        pattern: &[
            As("name", &[Found(Layer::PlaceName)]),
            Any(&[",", "(", "-", "thuộc"]),
            As("in", &[Found(Layer::Place)]),
        ],
        build: inside,
        examples: &["tại [Ba Đình], Hà Nội", "quê [Nam Đàn] (Nghệ An)", "! Nguyễn Du, Hà Nội"],
    },
    Rule {
        name: "place/again",
        pattern: &[As("name", &[Found(Layer::PlaceName)])],
        build: again,
        examples: &["huyện Hòa An họp. Tại [Hòa An], lúa tốt", "! Tại Hòa An, lúa tốt"],
    },
];

/// `Ba Đình, Hà Nội`: the second place is the one that the first lies in.
fn inside(read: &Match<'_>, names: &Names) -> Option<Vec<PlaceClue>> {
    let larger = names.places.get(read.found("in", Layer::Place)?)?;
    let start = read.tokens("name")?.start;
    let holds = |code: &str| !code.is_empty() && larger.units.iter().any(|unit| unit.code == code);
    let (name, units) = names.units(start, |unit| names.holders(unit).into_iter().any(holds))?;
    if name != read.tokens("name")? || name.len() < 2 || !around::is_free(read.scene, name.clone()) {
        return None;
    }
    let kind = kind_of(&units);
    Some(vec![PlaceClue {
        rule: "place/inside",
        tokens: name.clone(),
        name,
        kind,
        word: None,
        known: None,
        units,
        era: None,
    }])
}

/// `Hòa An`, where the text has `huyện Hòa An` elsewhere.
fn again(read: &Match<'_>, names: &Names) -> Option<Vec<PlaceClue>> {
    let (scene, name) = (read.scene, read.tokens("name")?);
    let (kind, units) = names.introduced(scene.text, name.clone())?.clone();
    if name.len() < 2 || around::at(scene, name.start, "named") || !around::is_free(scene, name.clone()) {
        return None;
    }
    Some(vec![PlaceClue {
        rule: "place/again",
        tokens: name.clone(),
        name,
        kind,
        word: None,
        known: None,
        units,
        era: None,
    }])
}
