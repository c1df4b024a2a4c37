use super::Profile;

/// VietNamNet since 2022.
pub(super) fn profiles() -> Vec<Profile> {
    vec![
        Profile::new("vietnamnet")
            .mark("h1.content-detail-title")
            .mark("#maincontent")
            .title("h1.content-detail-title")
            .stamp(".bread-crumb-detail__time")
            .lead(".content-detail-sapo")
            .body("#maincontent")
            .byline(".article-detail-author .name")
            .caption("figure figcaption")
            .section(".bread-crumb-detail")
            .drop(".insert-wiki-content, .vnn-template-noneditable"),
    ]
}
