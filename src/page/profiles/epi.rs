use super::Profile;

/// The newsroom systems of ePi and Hemera (Nhân Dân, Báo Lào Cai, Báo Nghệ An and many party papers).
pub(super) fn profiles() -> Vec<Profile> {
    vec![
        Profile::new("epi")
            .mark(".cms-title")
            .mark(".cms-body")
            .title(".cms-title")
            .stamp(".article__meta time, time.time, time.cms-date")
            .lead(".article__sapo, .article__summary, .cms-desc")
            .body(".cms-body")
            .byline(".article__author, .cms-author, .article__source")
            .caption("td.caption, .cms-photo-caption")
            .drop("table.article, .article-relate, .cms-relate"),
    ]
}
