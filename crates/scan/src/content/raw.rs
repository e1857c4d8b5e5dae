//! The content files as they are written: ids still loose, nothing checked.

use crate::questionnaire::{Band, DoorPlacement, Side, Theme, Thresholds, Verdict};
use crate::text::{Fields, Text};
use crate::texts::{DoorText, LessonText, PartText, QuestionText, Section, SourceText, StepText, VerdictText};
use crate::words::Words;
use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use serde::{Deserialize, Serialize};

/// `content/questionnaire.toml`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawQuestionnaire {
    /// See [`crate::questionnaire::Questionnaire::version`].
    pub version: u16,
    /// How many steps the meldcode has.
    pub steps: u8,
    /// Where the balance's verdicts begin.
    pub balance: Thresholds,
    /// Ids of the parts, in order.
    pub parts: Vec<String>,
    /// The answer scales.
    pub scales: Vec<RawScale>,
    /// The questions, in the order they are asked.
    pub questions: Vec<RawQuestion>,
    /// The lessons.
    pub lessons: Vec<RawLesson>,
    /// Pairs of lessons that never appear together.
    pub contradictions: Vec<[String; 2]>,
    /// The doors.
    pub doors: Vec<RawDoor>,
    /// Ids of the sources.
    pub sources: Vec<String>,
}

/// An answer scale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawScale {
    /// Its id.
    pub id: String,
    /// The band of each option; left out for the scale of the dilemmas.
    #[serde(default)]
    pub bands: Vec<Band>,
}

/// A question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawQuestion {
    /// Its id.
    pub id: String,
    /// Id of its part.
    pub part: String,
    /// What it is about.
    pub theme: Theme,
    /// Id of its scale.
    pub scale: String,
    /// Dilemmas: the side that way A leans to.
    #[serde(default)]
    pub a: Option<Side>,
    /// Meldcode: the step.
    #[serde(default)]
    pub step: Option<u8>,
}

/// A lesson.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawLesson {
    /// Its id.
    pub id: String,
    /// Its theme.
    pub theme: Theme,
    /// Id of its source.
    pub source: String,
    /// The side it moves towards.
    #[serde(default)]
    pub toward: Option<Side>,
    /// It asks for leeway.
    #[serde(default)]
    #[serde(rename = "asks-room")]
    pub asks_leeway: bool,
    /// When it fits; the lowest rank that holds counts.
    pub when: Vec<RawCondition>,
}

/// A condition: a rank and one subject, with or without verdicts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawCondition {
    /// Order of choosing, from 1.
    pub rank: u8,
    /// Fits everybody.
    pub always: bool,
    /// The verdict is one of these.
    pub verdict: Vec<Verdict>,
    /// Looks at the answer to this question; with `side` or `band`.
    pub question: Option<String>,
    /// The dilemma was answered on this side.
    pub side: Option<Side>,
    /// Looks at this step; with `band`.
    pub step: Option<u8>,
    /// The answer or the step is in this band.
    pub band: Option<Band>,
    /// Every answered step is in this band.
    pub all_steps: Option<Band>,
}

/// A door.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawDoor {
    /// Its id.
    pub id: String,
    /// Where it stands.
    pub place: DoorPlacement,
    /// The number as a person reads it.
    #[serde(default)]
    pub number: String,
    /// The number as a phone dials it.
    #[serde(default)]
    pub tel: String,
    /// An address to go or write to; goes with the text `link`.
    #[serde(default)]
    pub url: String,
}

/// `content/text/<language>.toml`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawTexts {
    /// The language, as in the `lang` attribute.
    pub language: Text,
    /// Words of the screens.
    pub words: Words,
    /// What an organisation can do.
    pub organisation: Vec<Text>,
    /// The options of each scale.
    pub scales: BTreeMap<String, Vec<Text>>,
    /// Words of each part.
    pub parts: BTreeMap<String, PartText>,
    /// Words of each question.
    pub questions: BTreeMap<String, QuestionText>,
    /// Words of each verdict.
    pub verdicts: BTreeMap<Verdict, VerdictText>,
    /// Words of each step, in order.
    pub steps: Vec<StepText>,
    /// Words of each lesson.
    pub lessons: BTreeMap<String, LessonText>,
    /// Words of each door.
    pub doors: BTreeMap<String, DoorText>,
    /// Words of each source.
    pub sources: BTreeMap<String, SourceText>,
    /// The page "Zo rekenen we".
    pub method: Vec<Section>,
}

impl RawTexts {
    /// Calls `visit` with the place and every text there is, for checks and for filling in numbers.
    ///
    /// A place leads to one text: fields by name, things in a list by their number from 1.
    pub fn walk(&mut self, visit: &mut dyn FnMut(&str, &mut Text)) {
        visit("language", &mut self.language);
        fields("words", self.words.each(), visit);
        lines("organisation", &mut self.organisation, visit);
        for (id, options) in &mut self.scales {
            lines(&["scales.", id].concat(), options, visit);
        }
        for (id, text) in &mut self.parts {
            fields(&["parts.", id].concat(), text.each(), visit);
        }
        for (id, text) in &mut self.questions {
            fields(&["questions.", id].concat(), text.each(), visit);
        }
        for (verdict, text) in &mut self.verdicts {
            fields(&["verdicts.", verdict.name()].concat(), text.each(), visit);
        }
        for (text, number) in self.steps.iter_mut().zip(1_u8..) {
            fields(&["steps.", &number.to_string()].concat(), text.each(), visit);
        }
        for (id, text) in &mut self.lessons {
            fields(&["lessons.", id].concat(), text.each(), visit);
        }
        for (id, text) in &mut self.doors {
            fields(&["doors.", id].concat(), text.each(), visit);
        }
        for (id, text) in &mut self.sources {
            fields(&["sources.", id].concat(), text.each(), visit);
        }
        for (section, number) in self.method.iter_mut().zip(1_u8..) {
            let path = ["method.", &number.to_string()].concat();
            visit(&[&path, ".heading"].concat(), &mut section.heading);
            lines(&[&path, ".paragraphs"].concat(), &mut section.paragraphs, visit);
        }
    }
}

fn fields(path: &str, fields: Vec<(&'static str, &mut Text)>, visit: &mut dyn FnMut(&str, &mut Text)) {
    for (name, text) in fields {
        // As an editor finds it in the file: a field of Rust has `_` where a key has `-`.
        visit(&[path, ".", &name.replace('_', "-")].concat(), text);
    }
}

fn lines(path: &str, lines: &mut [Text], visit: &mut dyn FnMut(&str, &mut Text)) {
    for (line, number) in lines.iter_mut().zip(1_usize..) {
        visit(&[path, ".", &number.to_string()].concat(), line);
    }
}
