//! Follows links where a browser cannot: to a place of a document without an address, and to the files of the page in one file.

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Element, HtmlAnchorElement, MouseEvent, Response, Url};

use crate::one_file;
use crate::place::go_to;
use crate::t;

/// What a link needs.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Way {
    /// The browser goes there by itself.
    Browser,
    /// To the place of this id, in this document.
    Place(String),
    /// To this file, which is inside of this document or nowhere.
    Inside(String),
}

/// `has_address`: the document came from an address, to which a place can be added. `is_one_file`: no other file is beside it.
fn way(href: &str, has_address: bool, is_one_file: bool) -> Way {
    match href.strip_prefix('#') {
        Some(id) if !has_address => Way::Place(id.to_owned()),
        Some(_) => Way::Browser,
        // An address of its own has a scheme, and with it a colon.
        None if is_one_file && !href.contains(':') => {
            let file = href.split(['?', '#']).next().unwrap_or_default();
            Way::Inside(file.trim_start_matches("./").to_owned())
        }
        None => Way::Browser,
    }
}

/// Listens for as long as the page lives.
pub(super) fn follow_links() {
    let handle = window_event_listener(ev::click, |event| follow(&event));
    on_cleanup(move || handle.remove());
}

fn follow(event: &MouseEvent) {
    let target: Option<Element> = event.target().and_then(|target| target.dyn_into().ok());
    let link = target.and_then(|target| target.closest("a[href]").ok()?);
    let Some(link) = link else { return };
    if event.default_prevented() {
        return;
    }
    let protocol = window().location().protocol().unwrap_or_default();
    let href = link.get_attribute("href").unwrap_or_default();
    match way(&href, protocol != "about:", one_file::is_one_file()) {
        Way::Browser => {}
        Way::Place(id) => {
            event.prevent_default();
            go_to(&id);
        }
        Way::Inside(file) => {
            event.prevent_default();
            spawn_local(async move {
                if save(&file).await.is_none() {
                    // The style sheet writes it behind the link.
                    let _ = link.set_attribute("data-absent", &t!("offline-absent"));
                }
            });
        }
    }
}

/// Hands a file to the reader; nothing where it is not inside.
async fn save(file: &str) -> Option<()> {
    let response = JsFuture::from(one_file::ask(file)?).await.ok()?;
    let response: Response = response.dyn_into().ok()?;
    let blob = JsFuture::from(response.blob().ok()?).await.ok()?;
    let address = Url::create_object_url_with_blob(blob.unchecked_ref::<Blob>()).ok()?;
    let link = document().create_element("a").ok()?;
    let link: HtmlAnchorElement = link.unchecked_into();
    link.set_href(&address);
    link.set_download(file.rsplit('/').next().unwrap_or(file));
    link.click();
    // The download has its data by now; a failure leaves them to the page's end.
    let _ = Url::revoke_object_url(&address);
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(href: &str, has_address: bool, is_one_file: bool, expected: Way) {
        assert_eq!(way(href, has_address, is_one_file), expected, "{href}");
    }

    #[test]
    fn a_browser_goes_wherever_it_can() {
        let place = || Way::Place("map-title".into());
        check("#map-title", true, false, Way::Browser);
        check("#map-title", true, true, Way::Browser);
        check("#map-title", false, false, place());
        check("#map-title", false, true, place());
        let file = || Way::Inside("models/a/card.json".into());
        check("models/a/card.json", true, false, Way::Browser);
        check("models/a/card.json", true, true, file());
        check("./models/a/card.json?v=1#x", false, true, file());
        check("https://example.org/a", false, true, Way::Browser);
        check("blob:null/1", true, true, Way::Browser);
        check("", true, true, Way::Inside(String::new()));
    }
}
