//! The questionnaire: what is asked, how an answer counts, and which lessons and doors there are.
//!
//! A `Questionnaire` comes from [`crate::content::load`] only, so every reference in it resolves.

use crate::text::Text;
use alloc::vec::Vec;
use serde::{Deserialize, Serialize};

/// How many options every answer scale has.
pub const OPTIONS: u8 = 5;

/// The place of a question in the questionnaire, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct QuestionId(pub(crate) u8);

impl QuestionId {
    /// The number a person sees: 1 for the first question.
    pub fn number(self) -> usize {
        usize::from(self.0) + 1
    }

    /// The place in a list that follows the order of the questionnaire.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// The place of a lesson in the questionnaire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LessonId(pub(crate) u8);

impl LessonId {
    /// The place in a list that follows the order of the content file.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// What a question is about, and with that how its answer counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    /// A dilemma between rules and leeway.
    Balance,
    /// A statement about one's own way of working.
    Practice,
    /// What the organisation gives; never counted as the person's own.
    Organisation,
    /// Confidence in one step of the meldcode.
    Meldcode,
}

/// The two sides of the balance. Neither is the right one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// Leaning on rules, agreements and method.
    Rules,
    /// Taking leeway for this client, in this situation.
    #[serde(rename = "room")]
    Leeway,
}

/// Three wide bands; wide because one answer is a rough measure (docs/decisions/005).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Band {
    /// The two lowest options: hold wanted, a chance to grow, little backing.
    Low,
    /// The middle option.
    Mid,
    /// The two highest options.
    High,
}

/// What the five dilemmas say together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Too few dilemmas answered to say anything.
    Missing,
    /// Leans to rules.
    Rules,
    /// Between the middle and rules.
    TowardRules,
    /// Near the middle, because most answers are a bit of both.
    Middle,
    /// Near the middle, because answers to both sides even out.
    Mixed,
    /// Between the middle and leeway.
    #[serde(rename = "toward-room")]
    TowardLeeway,
    /// Leans to leeway.
    #[serde(rename = "room")]
    Leeway,
}

impl Verdict {
    /// Every verdict, from missing through rules to leeway.
    pub const ALL: [Verdict; 7] = [
        Verdict::Missing,
        Verdict::Rules,
        Verdict::TowardRules,
        Verdict::Middle,
        Verdict::Mixed,
        Verdict::TowardLeeway,
        Verdict::Leeway,
    ];

    /// The name in the content files.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Missing => "missing",
            Verdict::Rules => "rules",
            Verdict::TowardRules => "toward-rules",
            Verdict::Middle => "middle",
            Verdict::Mixed => "mixed",
            Verdict::TowardLeeway => "toward-room",
            Verdict::Leeway => "room",
        }
    }

    /// The side this verdict is on; `None` for the middle ones and for missing.
    pub fn side(self) -> Option<Side> {
        match self {
            Verdict::Rules | Verdict::TowardRules => Some(Side::Rules),
            Verdict::Leeway | Verdict::TowardLeeway => Some(Side::Leeway),
            Verdict::Missing | Verdict::Middle | Verdict::Mixed => None,
        }
    }
}

/// A part of the scan, announced on its first question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The id in the content files.
    pub key: Text,
}

/// Five options that several questions share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    /// The id in the content files.
    pub key: Text,
    /// The band of each option, in order; empty for the scale of the dilemmas.
    pub bands: Vec<Band>,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The id in the content files and in saved answers.
    pub key: Text,
    /// Place of its part in [`Questionnaire::parts`].
    pub part: usize,
    /// Place of its scale in [`Questionnaire::scales`].
    pub scale: usize,
    /// What it is about.
    pub theme: Theme,
    /// For a dilemma: the side that way A leans to.
    pub a_side: Side,
    /// For a meldcode question: the step, 1 to 5. 0 elsewhere.
    pub step: u8,
}

/// When a lesson fits. All that is given must hold; the lowest rank that holds counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// Order of choosing: 1 is chosen first.
    pub rank: u8,
    /// What must be so.
    pub subject: Subject,
    /// And the verdict must be one of these; empty means any.
    pub verdicts: Vec<Verdict>,
}

/// The closed set of things a condition can look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Nothing: it always fits, or fits by its verdict alone.
    Any,
    /// This dilemma was answered on this side.
    Leaning(QuestionId, Side),
    /// The answer to this statement or confidence question is in this band.
    Answered(QuestionId, Band),
    /// This step is in this band.
    Step(u8, Band),
    /// Every step that was answered is in this band, and at least one was.
    AllSteps(Band),
}

/// One lesson.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lesson {
    /// The id in the content files and in saved answers.
    pub key: Text,
    /// At most one lesson of a theme is among the first three.
    pub theme: Theme,
    /// Place of its source in [`Questionnaire::sources`].
    pub source: usize,
    /// The side this lesson moves towards, if any.
    pub toward: Option<Side>,
    /// It asks for leeway, so it says that leeway never means skipping the meldcode.
    pub asks_leeway: bool,
    /// When it fits.
    pub when: Vec<Condition>,
}

/// Where a door stands on the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum DoorPlacement {
    /// Under the ladder.
    Safety,
    /// Closes the page.
    Closing,
}

/// Somewhere to turn to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Door {
    /// The id in the content files; `{id}` in a text becomes the number.
    pub key: Text,
    /// Where it stands.
    pub placement: DoorPlacement,
    /// The number as a person reads it; empty when there is none.
    pub number: Text,
    /// The number as a phone dials it.
    pub tel: Text,
    /// An address to go or write to; empty when there is none.
    pub url: Text,
}

/// Where the balance's verdicts begin, in tenths of the mean (which runs from -20 to 20).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Thresholds {
    /// How many dilemmas must be answered before there is a verdict.
    pub least_answered: u8,
    /// Below this distance from the middle: near the middle.
    pub near: u8,
    /// From this distance on: leans to a side.
    pub lean: u8,
}

/// Everything about the scan but its words. Always valid: [`crate::content::load`] makes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Questionnaire {
    pub(crate) version: u16,
    pub(crate) parts: Vec<Part>,
    pub(crate) scales: Vec<Scale>,
    pub(crate) questions: Vec<Question>,
    pub(crate) steps: u8,
    pub(crate) thresholds: Thresholds,
    pub(crate) lessons: Vec<Lesson>,
    pub(crate) contradictions: Vec<(LessonId, LessonId)>,
    pub(crate) doors: Vec<Door>,
    pub(crate) sources: Vec<Text>,
}

impl Questionnaire {
    /// Goes up when saved answers of before no longer mean the same.
    pub fn version(&self) -> u16 {
        self.version
    }

    /// The parts, in order; at least one.
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// The answer scales.
    pub fn scales(&self) -> &[Scale] {
        &self.scales
    }

    /// The questions with their ids, in the order they are asked; at least one.
    pub fn questions(&self) -> impl DoubleEndedIterator<Item = (QuestionId, &Question)> {
        // At most 99, checked on loading.
        self.questions.iter().enumerate().map(|(n, question)| (QuestionId(n as u8), question))
    }

    /// The questions of one theme.
    pub fn of_theme(&self, theme: Theme) -> impl Iterator<Item = (QuestionId, &Question)> {
        self.questions().filter(move |(_, question)| question.theme == theme)
    }

    /// How many questions there are; at least one, at most 255.
    pub fn count(&self) -> usize {
        self.questions.len()
    }

    /// One question. `None` for an id of another questionnaire.
    pub fn question(&self, id: QuestionId) -> Option<&Question> {
        self.questions.get(id.index())
    }

    /// The question with this key.
    pub fn find(&self, key: &str) -> Option<QuestionId> {
        self.questions().find(|(_, question)| *question.key == *key).map(|(id, _)| id)
    }

    /// The question at a place counted from 0.
    pub fn at(&self, index: usize) -> Option<QuestionId> {
        self.questions().nth(index).map(|(id, _)| id)
    }

    /// The band of an answer to a question; `None` for a dilemma.
    pub fn band(&self, question: &Question, choice: u8) -> Option<Band> {
        self.scales.get(question.scale)?.bands.get(usize::from(choice)).copied()
    }

    /// How many steps the meldcode has.
    pub fn steps(&self) -> u8 {
        self.steps
    }

    /// Where the balance's verdicts begin.
    pub fn thresholds(&self) -> Thresholds {
        self.thresholds
    }

    /// The lessons with their ids, in the order of the content file.
    pub fn lessons(&self) -> impl Iterator<Item = (LessonId, &Lesson)> {
        (0u8..).zip(&self.lessons).map(|(n, lesson)| (LessonId(n), lesson))
    }

    /// One lesson. `None` for an id of another questionnaire.
    pub fn lesson(&self, id: LessonId) -> Option<&Lesson> {
        self.lessons.get(id.index())
    }

    /// The lesson with this key.
    pub fn find_lesson(&self, key: &str) -> Option<LessonId> {
        self.lessons().find(|(_, lesson)| *lesson.key == *key).map(|(id, _)| id)
    }

    /// Whether two lessons are listed as contradicting.
    pub fn contradict(&self, one: LessonId, other: LessonId) -> bool {
        self.contradictions.contains(&(one, other)) || self.contradictions.contains(&(other, one))
    }

    /// The pairs of lessons listed as contradicting.
    pub fn contradictions(&self) -> &[(LessonId, LessonId)] {
        &self.contradictions
    }

    /// The doors, in order.
    pub fn doors(&self) -> &[Door] {
        &self.doors
    }

    /// The keys of the sources, in order.
    pub fn sources(&self) -> &[Text] {
        &self.sources
    }
}
