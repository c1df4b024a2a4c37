use super::Profile;

/// The SharePoint pages that one vendor made for ministries (transport, science, construction): numbered `divArticleDescription` boxes.
pub(super) fn profiles() -> Vec<Profile> {
    vec![
        Profile::new("ministry-article")
            .mark("#divArticleDescription1")
            .mark("#divArticleDescription2")
            .title("#divArticleDescription3 h1, #divArticleDescription3")
            .lead("#divArticleDescription1")
            .body("#divArticleDescription2")
            .byline("[id$=pnNguontin]"),
    ]
}
