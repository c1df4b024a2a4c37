use super::Profile;

/// VnExpress and its sisters: the page of 2018 and later.
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
    ]
}
