use super::Profile;

/// The newsroom system MasterCMS (Đầu tư, Hải quan, Kinh tế & Đô thị, Công Thương and more).
pub(super) fn profiles() -> Vec<Profile> {
    vec![
        Profile::new("mastercms")
            .mark("#content_detail_news, .__MASTERCMS_CONTENT, #cotent_detail")
            .mark(".sapo_detail, .detail-sapo, .post-sapo, .article-desc")
            .stamp(".post-time, .time_detail_news, .datetime, .format_time, .bx-time")
            .lead(".sapo_detail, .detail-sapo, .post-sapo, .article-desc")
            .body("#content_detail_news, .__MASTERCMS_CONTENT, #cotent_detail")
            .caption(".MASTERCMS_TPL_TABLE .media-caption, .MASTERCMS_TPL_TABLE tr:nth-child(2) td, .note_images"),
    ]
}
