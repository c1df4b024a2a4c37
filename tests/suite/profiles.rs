//! Each built-in profile has a page of our own that it reads, and is chosen for it by the page alone.

use std::collections::BTreeSet;

use thongcao::{Extractor, Input, Profile, ProfileChoice};

use crate::articles::{folders, page};

#[test]
fn each_profile_is_chosen_for_a_fixture() {
    let extractor = Extractor::new();
    let chosen: BTreeSet<String> = folders()
        .iter()
        .map(|folder| page(folder))
        .filter(|(_, html)| *html)
        .map(|(bytes, _)| extractor.extract(Input::html(&bytes)).source.profile)
        .collect();
    let unused: Vec<_> = Profile::names().filter(|name| !chosen.contains(*name)).collect();
    assert!(unused.is_empty(), "no page under fixtures/articles is read by {unused:?}: add one for each");
}

#[test]
fn the_generic_reader_and_a_profile_of_ones_own_can_be_asked_for() {
    let html = "<title>Khởi công trường mầm non xã Hưng Đạo</title><div class=a><b>Khởi công trường mầm non xã Hưng Đạo</b></div>\
                <div class=b>Đọc nhiều hôm nay</div><div class=c>Sáng 5/6/2023, xã Hưng Đạo khởi công trường mầm non mới của xã.</div>";
    let read =
        |choice: ProfileChoice| Extractor::builder().profile(choice).build().extract(Input::html(html.as_bytes()));
    assert_eq!(read(ProfileChoice::Generic).source.profile, "generic");
    let own = Profile::new("hung-dao").title(".a").body(".c").check().expect("its selectors are CSS");
    let article = read(own.into());
    assert_eq!(article.source.profile, "hung-dao");
    assert_eq!(article.title.as_deref(), Some("Khởi công trường mầm non xã Hưng Đạo"));
    assert!(!article.text.contains("Đọc nhiều"));
}

#[test]
fn hostile_pages_are_read_in_linear_time_and_keep_their_text() {
    let extractor = Extractor::new();
    for page in [
        "<div>".repeat(1_000_000) + "Chữ còn lại",
        "<ul><li>".repeat(20_000) + "Chữ còn lại",
        "<table><tr><td>".repeat(20_000) + "Chữ còn lại",
        (0..2_000).map(|n| format!("<b n={n}><i n={n}>")).collect::<String>() + "<p>Chữ còn lại",
        format!("<p class='{}' style='{}'>Chữ còn lại", "a ".repeat(500_000), "b:c;".repeat(500_000)),
        "<a href=x>Liên kết</a> ".repeat(50_000),
        "<table>".to_owned() + &"<tr><td>1<td>2".repeat(50_000),
    ] {
        let article = extractor.extract(Input::html(page.as_bytes()));
        for block in &article.blocks {
            assert!(article.text.get(block.span.start..block.span.end).is_some());
        }
    }
}
