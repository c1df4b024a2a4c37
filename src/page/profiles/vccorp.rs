use super::Profile;

/// The newsroom system of VCCorp (Chinhphu.vn, Người Lao Động, Tuổi Trẻ, CafeF, CafeBiz): fields marked by `data-role`.
pub(super) fn profiles() -> Vec<Profile> {
    vec![
        Profile::new("vccorp")
            .mark("[data-role=title]")
            .mark("[data-role=content]")
            .title("[data-role=title]")
            .stamp("[data-role=publishdate]")
            .lead("[data-role=sapo]")
            .body("[data-role=content]")
            .byline("[data-role=author], [data-role=source]")
            .caption(".PhotoCMS_Caption")
            .drop("[type=RelatedOneNews], [type=RelatedNewsBox], .link-content-footer, .VCSortableInPreviewMode[type=RelatedNews]"),
    ]
}
