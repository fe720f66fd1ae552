//! Nothing leaves the page's own address: a whole visit, with every request to another host reported by the browser.

use crate::page::Page;

#[test]
fn a_whole_visit_asks_no_other_host_and_sets_no_cookie() {
    let (page, _) = Page::live("");
    page.type_problem("37 × 58 mod 7");
    page.settled_for("37 × 58 mod 7");
    page.click("[data-intervention=\"added_mistake\"]");
    page.settled_edit();
    page.click_part("theme");
    page.go_to(&page.view().hash);
    page.settled();

    let requests = page.site.requests();
    assert!(requests.iter().any(|path| path.ends_with(".onnx")));
    let cookies = page
        .browser
        .drive(async |client| client.get_all_cookies().await);
    assert!(cookies.is_empty(), "{cookies:?}");

    // Hints to connect early are no requests, and would tell other hosts of the visit all the same.
    let hosts =
        "return [...document.querySelectorAll('link[href], script[src], img[src], iframe[src]')]
        .map(element => new URL(element.href ?? element.src))
        .filter(url => url.protocol !== 'data:' && url.origin !== location.origin)
        .map(url => url.href)";
    assert_eq!(page.browser.eval(hosts, &[]).to_string(), "[]");

    // The watch works: a request to another host is reported, and it is the only one.
    let probe = "fetch('http://elsewhere.example/probe').catch(() => {})";
    page.browser.eval(probe, &[]);
    let reports = page.browser.wait("a report of the probe", || {
        let reports = page.site.reports();
        if reports.iter().any(|report| is_probe(report)) {
            Ok(reports)
        } else {
            Err(format!("{reports:?}"))
        }
    });
    let others: Vec<_> = reports.iter().filter(|report| !is_probe(report)).collect();
    assert!(others.is_empty(), "{others:?}");
}

fn is_probe(report: &str) -> bool {
    report.contains("elsewhere.example")
}
