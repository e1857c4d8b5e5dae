//! The pages that are compared; what each is stands in bench/README.md.

/// A page of the bench.
#[derive(Clone, Copy)]
pub(crate) struct Page {
    /// Its folder in `bench/`, and its name in the JSON.
    pub(crate) key: &'static str,
    /// Its name in a table.
    pub(crate) name: &'static str,
    /// Whether it is something that a person could use instead of the widget, rather than a yardstick.
    pub(crate) peer: bool,
}

/// The yardstick of every ratio: the same questions without a library.
pub(crate) const YARDSTICK: &str = "handwritten";

/// The widget.
pub(crate) const OURS: &str = "ours";

/// In the order in which a round goes through them.
pub(crate) const PAGES: [Page; 5] = [
    Page { key: OURS, name: "Ruimtescan", peer: false },
    Page { key: YARDSTICK, name: "hand-written", peer: false },
    Page { key: "preact", name: "Preact", peer: true },
    Page { key: "formbricks", name: "Formbricks", peer: true },
    Page { key: "surveyjs", name: "SurveyJS", peer: true },
];

/// The peers that the widget is to be better than in every row.
pub(crate) const TO_BEAT: [&str; 2] = ["surveyjs", "formbricks"];

impl Page {
    /// Where the server has it.
    pub(crate) fn address(self) -> String {
        format!("/bench/{}/", self.key)
    }
}
