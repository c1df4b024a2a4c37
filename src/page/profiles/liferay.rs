use super::Profile;

/// Liferay portals of departments, provinces and ministries: the asset publisher and the journal article it shows.
pub(super) fn profiles() -> Vec<Profile> {
    vec![
        Profile::new("liferay-asset")
            .mark(".asset-full-content-title")
            .mark(".journal-content-article")
            .title(".asset-full-content-title")
            .stamp(".assetPublishDate")
            .lead("p.sapo")
            .body(".journal-content-article")
            .section(".dd_chuyenmuc, .breadcrumb, .taglib-breadcrumb"),
        Profile::new("liferay-journal")
            .mark(".asset-title")
            .mark(".journal-content-article .text-ngayxam-page")
            .title(".asset-title")
            .stamp(".text-ngayxam-page")
            .body(".journal-content-article")
            .drop(".text-ngayxam-page"),
        Profile::new("liferay-province")
            .mark(".meta-data-date, .date_post, .date-post")
            .mark(".journal-content-article, .asset-content.change-size")
            .stamp(".meta-data-date, .date_post, .date-post")
            .lead(".article-summary")
            .body(".journal-content-article, .asset-content.change-size")
            .caption("figcaption")
            .section(".breadcrumb"),
    ]
}
