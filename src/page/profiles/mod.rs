//! The built-in profiles, one file a content system.

mod ckan;
mod epi;
mod liferay;
mod mastercms;
mod ministry;
mod nukeviet;
mod portal;
mod sharepoint;
mod vccorp;
mod vietnamnet;
mod vnexpress;

use std::sync::OnceLock;

use super::Profile;

/// All of them, the more particular first.
pub(super) fn all() -> &'static [Profile] {
    static ALL: OnceLock<Vec<Profile>> = OnceLock::new();
    ALL.get_or_init(|| {
        [liferay::profiles(), vccorp::profiles(), vnexpress::profiles(), nukeviet::profiles(), ckan::profiles()]
            .into_iter()
            .chain([portal::profiles(), epi::profiles(), mastercms::profiles(), vietnamnet::profiles()])
            .chain([ministry::profiles(), sharepoint::profiles()])
            .flatten()
            .collect()
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_selector_is_css_and_every_name_is_taken_once() {
        let mut names = std::collections::BTreeSet::new();
        for profile in super::all() {
            assert!(names.insert(profile.name().to_owned()), "{} stands twice", profile.name());
            assert_eq!(profile.clone().check().err(), None);
        }
    }
}
