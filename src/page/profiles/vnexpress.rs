use super::Profile;

/// VnExpress and its sisters, by generations of their pages: since 2018, and before.
pub(super) fn profiles() -> Vec<Profile> {
    vec![
        Profile::new("vnexpress")
            .mark("h1.title-detail, h1.title_news_detail")
            .mark(".fck_detail")
            .title("h1.title-detail, h1.title_news_detail")
            .stamp(".header-content span.date, span.time.left")
            .lead("p.description, h2.description")
            .body(".fck_detail")
            .byline("p.author_mail")
            .caption("p.Image, figcaption")
            .section(".breadcrumb")
            .drop(".box-tinlienquanv2, .related_news, #box_tinlienquan"),
        Profile::new("vnexpress-2012")
            .mark("h1.Title")
            .mark("h2.Lead, p.Lead")
            .title("h1.Title")
            .lead("h2.Lead, p.Lead")
            .body(".fck_detail, .cxtLeft .content, .dtContent")
            .caption("p.Image, td.Image"),
    ]
}
