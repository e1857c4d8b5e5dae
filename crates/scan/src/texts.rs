//! The texts of one language: what goes with each question, verdict, step, lesson, door and source.
//!
//! `Texts` comes from [`crate::content::load`] only, so its lists follow the questionnaire's order.

use crate::questionnaire::{Band, Verdict};
use crate::text::{Fields, Text, texts};
use crate::words::Words;
use alloc::string::String;
use alloc::vec::Vec;
use serde::{Deserialize, Serialize};

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
        /// Where leeway lies within this step.
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
