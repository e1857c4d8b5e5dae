//! The texts of one language: what goes with each question, verdict, step, lesson, door and source.
//!
//! `Texts` comes from [`crate::content::load`] only, so its lists follow the questionnaire's order.

use crate::questionnaire::{Band, Verdict};
use crate::words::Words;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::ops::Deref;
use serde::{Deserialize, Deserializer, Serialize};

/// A text of the content. It lies in the program for as long as that runs, so that nothing is ever copied.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Text(&'static str);

impl Text {
    /// No text.
    pub const EMPTY: Text = Text("");

    /// The text, for as long as the program runs.
    pub const fn get(self) -> &'static str {
        self.0
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        self.0
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        self.0 == *other
    }
}

impl From<&'static str> for Text {
    fn from(text: &'static str) -> Text {
        Text(text)
    }
}

/// Never freed: this is for content that is read from files, which happens once.
impl From<String> for Text {
    fn from(text: String) -> Text {
        Text(text.leak())
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Text, D::Error> {
        String::deserialize(from).map(Text::from)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Text {
    fn schema_name() -> alloc::borrow::Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string" })
    }
}

/// Makes structs of texts that can be walked field by field, so that no text escapes a check.
macro_rules! texts {
    ($( $(#[$about:meta])* struct $name:ident { $( $(#[$doc:meta])* $field:ident ),* $(,)? } )*) => {$(
        $(#[$about])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
        pub struct $name { $( $(#[$doc])* pub $field: $crate::text::Text ),* }

        impl $name {
            /// One with every text empty.
            pub const EMPTY: $name = $name { $( $field: $crate::text::Text::EMPTY ),* };

            /// Every text with the name of its field.
            pub fn each(&mut self) -> Vec<(&'static str, &mut $crate::text::Text)> {
                alloc::vec![ $( (stringify!($field), &mut self.$field) ),* ]
            }

            /// One whose texts come from what is packed, in the order of the fields.
            pub(crate) fn take(from: &mut $crate::packed::Unpack) -> $name {
                let mut all = $name::EMPTY;
                $( from.fill(&mut all.$field); )*
                all
            }
        }
    )*};
}
pub(crate) use texts;

texts! {
    /// The words of a part.
    struct PartText {
        /// Its name.
        name,
        /// What is said on its first question; the safety line comes first where it matters.
        note,
    }

    /// The words of a question.
    struct QuestionText {
        /// The situation, statement or question itself.
        ask,
        /// What helps to understand it; may be empty.
        hint,
        /// Dilemmas: the way headed A.
        a,
        /// Dilemmas: the way headed B.
        b,
        /// A short name, fit to stand inside a sentence of the report.
        label,
        /// What the report says in the low band (practice and organisation).
        low,
        /// The same for the middle band.
        mid,
        /// The same for the high band.
        high,
    }

    /// The words of a verdict of the balance.
    struct VerdictText {
        /// One sentence that says it.
        sentence,
        /// Its strength.
        strength,
        /// What to watch.
        watch,
        /// A question to take along.
        question,
        /// Why a lesson that follows from this verdict is there.
        why,
    }

    /// The words of a step of the meldcode.
    struct StepText {
        /// Its short name.
        name,
        /// Where room lies within this step.
        room,
    }

    /// The words of a lesson.
    struct LessonText {
        /// Title.
        title,
        /// What must be read first, where safety asks for it; may be empty.
        safety,
        /// The idea.
        idea,
        /// An example.
        example,
        /// One thing to do tomorrow, alone.
        tomorrow,
        /// A question for the team.
        team,
    }

    /// The words of a door.
    struct DoorText {
        /// When this door is the right one; stands before the number.
        when,
        /// Who is behind it.
        who,
        /// What to know about it; may be empty.
        note,
        /// What stands on the link, when the door has an address; may be empty.
        link,
    }

    /// A source. The address may be empty: it is only given where it is known.
    struct SourceText {
        /// Title as published.
        title,
        /// Publisher.
        publisher,
        /// Year of publication; may be empty.
        year,
        /// Address; may be empty.
        url,
    }
}

impl SourceText {
    /// Title, publisher and year on one line.
    pub fn in_one_line(&self) -> String {
        let mut line = [self.title.get(), " (", &self.publisher].concat();
        if !self.year.is_empty() {
            line.push_str(", ");
            line.push_str(&self.year);
        }
        line + ")"
    }
}

/// A stretch of the page "Zo rekenen we".
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Section {
    /// Its heading.
    pub heading: Text,
    /// Its paragraphs.
    pub paragraphs: Vec<Text>,
}

/// Every text of one language, in the order of the questionnaire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Texts {
    pub(crate) language: Text,
    pub(crate) words: Words,
    pub(crate) parts: Vec<PartText>,
    pub(crate) scales: Vec<Vec<Text>>,
    pub(crate) questions: Vec<QuestionText>,
    pub(crate) verdicts: Vec<VerdictText>,
    pub(crate) steps: Vec<StepText>,
    pub(crate) lessons: Vec<LessonText>,
    pub(crate) doors: Vec<DoorText>,
    pub(crate) sources: Vec<SourceText>,
    pub(crate) organisation: Vec<Text>,
    pub(crate) method: Vec<Section>,
}

static PART: PartText = PartText::EMPTY;
static QUESTION: QuestionText = QuestionText::EMPTY;
static VERDICT: VerdictText = VerdictText::EMPTY;
static STEP: StepText = StepText::EMPTY;
static LESSON: LessonText = LessonText::EMPTY;
static DOOR: DoorText = DoorText::EMPTY;
static SOURCE: SourceText = SourceText::EMPTY;

// The fallbacks below are never read with the questionnaire these texts were loaded with.
impl Texts {
    /// The language, as in the `lang` attribute.
    pub fn language(&self) -> Text {
        self.language
    }

    /// Buttons, headings, messages and the other words of the screens.
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// The words of a part.
    pub fn part(&self, index: usize) -> &PartText {
        self.parts.get(index).unwrap_or(&PART)
    }

    /// The words of a question.
    pub fn question(&self, index: usize) -> &QuestionText {
        self.questions.get(index).unwrap_or(&QUESTION)
    }

    /// The word of one option of a scale.
    pub fn option(&self, scale: usize, choice: u8) -> Text {
        self.scales.get(scale).and_then(|scale| scale.get(usize::from(choice))).copied().unwrap_or_default()
    }

    /// The words of a verdict.
    pub fn verdict(&self, verdict: Verdict) -> &VerdictText {
        let place = Verdict::ALL.iter().position(|other| *other == verdict);
        place.and_then(|place| self.verdicts.get(place)).unwrap_or(&VERDICT)
    }

    /// The words of a step, counted from 1.
    pub fn step(&self, step: u8) -> &StepText {
        usize::from(step).checked_sub(1).and_then(|index| self.steps.get(index)).unwrap_or(&STEP)
    }

    /// The words of a lesson.
    pub fn lesson(&self, index: usize) -> &LessonText {
        self.lessons.get(index).unwrap_or(&LESSON)
    }

    /// The words of a door.
    pub fn door(&self, index: usize) -> &DoorText {
        self.doors.get(index).unwrap_or(&DOOR)
    }

    /// A source.
    pub fn source(&self, index: usize) -> &SourceText {
        self.sources.get(index).unwrap_or(&SOURCE)
    }

    /// What an organisation can do, line by line.
    pub fn organisation(&self) -> &[Text] {
        &self.organisation
    }

    /// The page "Zo rekenen we".
    pub fn method(&self) -> &[Section] {
        &self.method
    }

    /// The word for a band of a step; `None` is a step that was skipped.
    pub fn rung(&self, band: Option<Band>) -> Text {
        match band {
            Some(Band::Low) => self.words.rung_low,
            Some(Band::Mid) => self.words.rung_mid,
            Some(Band::High) => self.words.rung_high,
            None => self.words.rung_skipped,
        }
    }
}

/// Puts values in the places of a text: `{name}` becomes the value of that name.
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let value = after.split_once('}').and_then(|(name, tail)| {
            let (_, value) = values.iter().find(|(known, _)| *known == name)?;
            Some((*value, tail))
        });
        match value {
            Some((value, tail)) => {
                filled.push_str(value);
                rest = tail;
            }
            None => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled + rest
}

/// Adds these to a text. One place for it: each way of adding would be code of its own to download.
#[inline(never)]
pub fn push(text: &mut String, parts: &[&str]) {
    parts.iter().for_each(|part| text.push_str(part));
}

/// Joins parts of an enumeration: "a", "a en b", "a, b en c" with `and` as the last joint.
pub fn enumerate<'a>(parts: impl IntoIterator<Item = &'a str>, and: &str) -> String {
    let parts: Vec<&str> = parts.into_iter().collect();
    match parts.split_last() {
        None => String::new(),
        Some((last, [])) => last.to_string(),
        Some((last, before)) => [&before.join(", "), " ", and, " ", last].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::{enumerate, fill};

    #[test]
    fn places_are_filled_and_unknown_ones_stay() {
        assert_eq!(fill("Vraag {n} van {total}.", &[("n", "3"), ("total", "18")]), "Vraag 3 van 18.");
        assert_eq!(fill("{n} en {wat} en {", &[("n", "3")]), "3 en {wat} en {");
    }

    #[test]
    fn an_enumeration_reads_as_dutch() {
        assert_eq!(enumerate([], "en"), "");
        assert_eq!(enumerate(["a"], "en"), "a");
        assert_eq!(enumerate(["a", "b"], "en"), "a en b");
        assert_eq!(enumerate(["a", "b", "c"], "en"), "a, b en c");
    }
}
