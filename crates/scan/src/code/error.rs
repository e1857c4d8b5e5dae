//! Why a text is not a code, or a code not one that counts.

/// Why something is not a code that counts here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeError {
    /// Not twenty letters and digits.
    Foreign,
    /// A code with a mistake in it.
    Damaged,
    /// A code of an older questionnaire.
    Older,
    /// A code of a newer questionnaire.
    Newer,
}
