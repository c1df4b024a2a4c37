use super::Profile;

/// The provincial portals of the `ArticleContent` family: Cao Bằng, Lào Cai, Bình Thuận.
pub(super) fn profiles() -> Vec<Profile> {
    vec![
        Profile::new("portal-article")
            .mark(".PostDate")
            .mark(".ArticleContent")
            .title(".ArticleTitle, .ArticleHeader h1")
            .stamp(".PostDate")
            .lead(".ArticleSummary")
            .body(".ArticleContent"),
    ]
}
