//! Nothing leaves the page's own address: a whole visit, with every other host watched.

use crate::driver::Machine;
use crate::page::{Page, Visit};
use crate::server::OtherHosts;

#[test]
fn a_whole_visit_asks_no_other_host_and_sets_no_cookie() {
    let others = OtherHosts::start();
    let page = Page::open(Visit {
        machine: Machine {
            proxy: Some(others.address()),
            ..Machine::default()
        },
        ..Visit::default()
    });
    page.settled();
    page.type_problem("37 + 58 mod 7");
    page.settled_for("37 + 58 mod 7");
    page.click("[data-intervention=\"added_mistake\"]");
    page.settled_edit();
    page.click_part("theme");
    page.go_to(&page.view().hash);
    page.settled();

    assert!(
        page.site
            .requests()
            .iter()
            .any(|path| path.ends_with(".onnx"))
    );
    let cookies = page
        .browser
        .drive(async |client| client.get_all_cookies().await);
    assert!(cookies.is_empty(), "{cookies:?}");

    // The watch works: a request to another host is noted.
    let script = "fetch('http://elsewhere.example/probe').catch(() => {})";
    page.browser.eval(script, &[]);
    page.browser.wait("the probe is noted", || {
        let asked = others.asked();
        if asked.iter().any(|line| line.contains("elsewhere.example")) {
            Ok(())
        } else {
            Err(format!("{asked:?}"))
        }
    });
    let asked: Vec<String> = others
        .asked()
        .into_iter()
        .filter(|line| !line.contains("elsewhere.example"))
        .collect();
    assert_eq!(asked, [] as [String; 0]);
}
