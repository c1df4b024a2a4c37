use super::Profile;

/// The blog of a CKAN open data portal.
pub(super) fn profiles() -> Vec<Profile> {
    vec![
        Profile::new("ckan-blog")
            .mark("h1.page-heading")
            .mark("span.date.muted")
            .title("h1.page-heading")
            .stamp("span.date.muted"),
    ]
}
