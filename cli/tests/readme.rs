//! Every console example of the README prints what it says.

#[test]
fn the_readme_prints_what_it_says() {
    std::env::set_current_dir("..").expect("the top of the project");
    trycmd::TestCases::new().default_bin_path(env!("CARGO_BIN_EXE_thongcao")).case("README.md").run();
}
