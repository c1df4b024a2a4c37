use super::Profile;

/// NukeViet, the content system of many districts, communes and schools.
pub(super) fn profiles() -> Vec<Profile> {
    vec![
        Profile::new("nukeviet")
            .mark("#news-bodyhtml")
            .title("h1[itemprop=headline], h1.title")
            .stamp(".news_column span.h5")
            .lead(".hometext")
            .body("#news-bodyhtml")
            .caption("figure.article figcaption")
            .section(".breadcrumb"),
    ]
}
