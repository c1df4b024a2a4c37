use super::Profile;

/// SharePoint publishing pages: the ids around differ from site to site, the rich text field does not.
pub(super) fn profiles() -> Vec<Profile> {
    vec![
        Profile::new("sharepoint")
            .mark("[id$=RichHtmlField], .ms-rtestate-field")
            .stamp(".tandan-span-date-publish, #txtDateString")
            .lead(".tandan-p-article-news-summary, #divArticleDescription")
            .body("[id$=RichHtmlField], .ms-rtestate-field"),
    ]
}
