//! The language of a text, told from its letters.

/// The language of some lines of prose; what a page declares counts only where they do not tell, for a page in Vietnamese may stand in
/// an English frame.
pub(crate) fn of<'t>(lines: impl Iterator<Item = &'t str>, declared: Option<&str>) -> Option<String> {
    const ENOUGH: usize = 40;
    let (mut letters, mut marked) = (0_usize, 0_usize);
    for c in lines.take(60).flat_map(str::chars) {
        letters += usize::from(c.is_alphabetic());
        marked += usize::from(matches!(c, 'ă' | 'đ' | 'ơ' | 'ư' | '\u{1ea0}'..='\u{1ef9}'));
    }
    if letters >= ENOUGH && marked * 20 >= letters {
        return Some("vi".to_owned());
    }
    declared.and_then(|lang| lang.split(['-', '_']).next()).filter(|lang| lang.len() == 2).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn letters_outweigh_the_declaration() {
        let vietnamese = ["Sáng 02/12/2022, đoàn công tác làm việc tại tỉnh Cao Bằng về cải cách hành chính."];
        assert_eq!(of(vietnamese.into_iter(), Some("en-US")).as_deref(), Some("vi"));
        let english = ["The working group met the provincial leaders on Friday morning in the city."];
        assert_eq!(of(english.into_iter(), Some("en-US")).as_deref(), Some("en"));
        assert_eq!(of(english.into_iter(), None), None);
    }
}
