//! The link by which a group joins.

/// The scan's page with the board's public key; without a key people get short codes.
pub(super) fn link(address: &str, public: &str) -> String {
    // What a page has after its own # stays.
    let joint = if address.contains('#') { "&" } else { "#" };
    [address, joint, "workshop=", if public.is_empty() { "short" } else { public }].concat()
}
