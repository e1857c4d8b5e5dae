//! Letting go of radio buttons before they leave the page.

use yew::NodeRef;

/// Takes every radio button under `root` out of its group.
///
/// Chromium keeps a group of a shadow root, unless it stands in a form, when its buttons are removed, and with them
/// the whole former screen: one question after another would stay in memory. Without a name they are in no group.
pub fn release(root: &NodeRef) {
    let Some(root) = root.cast::<web_sys::Element>() else { return };
    while let Ok(Some(radio)) = root.query_selector("input[type=radio][name]") {
        if radio.remove_attribute("name").is_err() {
            return;
        }
    }
}
