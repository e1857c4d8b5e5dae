//! Finds every problem in the content files that would break the program or its promises.

use super::{Fault, File, Problem, RawCondition, RawQuestion, RawQuestionnaire, RawTexts};
use crate::contact::is_address;
use crate::questionnaire::{OPTIONS, Side, Theme, Verdict};
use crate::text::Text;
use crate::words::BLANKS;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// Texts that may stay empty, by the end of their place.
const MAY_BE_EMPTY: [&str; 9] = [".link", ".strength", ".safety", ".note", ".hint", ".year", ".url", ".a", ".b"];

/// Every problem, in the order of the files.
pub(super) fn problems(raw: &RawQuestionnaire, texts: &mut RawTexts) -> Vec<Problem> {
    let mut found = Found(Vec::new(), texts.language);
    found.questionnaire(raw);
    found.lessons(raw);
    found.texts(raw, texts);
    found.0
}

/// The problems, and the language of the texts.
struct Found(Vec<Problem>, Text);

impl Found {
    fn add(&mut self, file: File, path: &[&str], fault: Fault) {
        self.0.push(Problem { file, language: self.1, path: path.concat(), fault });
    }

    fn wrong(&mut self, path: &[&str], fault: Fault) {
        self.add(File::Questionnaire, path, fault);
    }

    fn unique<'a>(&mut self, path: &str, ids: impl Iterator<Item = &'a String>) {
        let mut seen = BTreeSet::new();
        for id in ids {
            if !seen.insert(id) {
                self.wrong(&[path, ".", id], Fault::DoubleId(id.clone()));
            }
        }
    }

    fn known<'a>(&mut self, path: &[&str], id: &str, mut ids: impl Iterator<Item = &'a String>) {
        if !ids.any(|known| known == id) {
            self.wrong(path, Fault::UnknownId(id.to_string()));
        }
    }

    fn length(&mut self, file: File, path: &[&str], wanted: usize, found: usize) {
        if wanted != found {
            self.add(file, path, Fault::Length { wanted, found });
        }
    }

    fn questionnaire(&mut self, raw: &RawQuestionnaire) {
        self.unique("parts", raw.parts.iter());
        self.unique("scales", raw.scales.iter().map(|scale| &scale.id));
        self.unique("questions", raw.questions.iter().map(|question| &question.id));
        self.unique("lessons", raw.lessons.iter().map(|lesson| &lesson.id));
        self.unique("doors", raw.doors.iter().map(|door| &door.id));
        self.unique("sources", raw.sources.iter());
        if raw.questions.is_empty() {
            self.wrong(&["questions"], Fault::Length { wanted: 1, found: 0 });
        }
        if raw.questions.len() > 99 {
            self.wrong(&["questions"], Fault::Length { wanted: 99, found: raw.questions.len() });
        }
        if raw.lessons.len() > 99 {
            self.wrong(&["lessons"], Fault::Length { wanted: 99, found: raw.lessons.len() });
        }
        for scale in raw.scales.iter().filter(|scale| !scale.bands.is_empty()) {
            self.length(
                File::Questionnaire,
                &["scales.", &scale.id, ".bands"],
                usize::from(OPTIONS),
                scale.bands.len(),
            );
        }
        let dilemmas = raw.questions.iter().filter(|question| question.theme == Theme::Balance).count();
        let possible = (1..=dilemmas).contains(&usize::from(raw.balance.least_answered));
        if !possible || raw.balance.near == 0 || raw.balance.near >= raw.balance.lean || raw.balance.lean > 20 {
            self.wrong(&["balance"], Fault::Thresholds);
        }
        for question in &raw.questions {
            self.question(raw, question);
        }
        for door in raw.doors.iter().filter(|door| door.number.is_empty() != door.tel.is_empty()) {
            self.wrong(&["doors.", &door.id], Fault::Number);
        }
        for door in raw.doors.iter().filter(|door| !door.url.is_empty() && !is_address(&door.url)) {
            self.wrong(&["doors.", &door.id, ".url"], Fault::Address);
        }
    }

    fn question(&mut self, raw: &RawQuestionnaire, question: &RawQuestion) {
        let path = ["questions.", &question.id].concat();
        self.known(&[&path, ".part"], &question.part, raw.parts.iter());
        self.known(&[&path, ".scale"], &question.scale, raw.scales.iter().map(|scale| &scale.id));
        let dilemma = question.theme == Theme::Balance;
        if dilemma != question.a.is_some() {
            self.wrong(&[&path], Fault::Side);
        }
        let step = question.step.is_some_and(|step| (1..=raw.steps).contains(&step));
        if (question.theme == Theme::Meldcode) != step || question.step.is_some() != step {
            self.wrong(&[&path], Fault::Step);
        }
        let scale = raw.scales.iter().find(|scale| scale.id == question.scale);
        if scale.is_some_and(|scale| scale.bands.is_empty() != dilemma) {
            self.wrong(&[&path, ".scale"], Fault::Scale);
        }
    }

    fn lessons(&mut self, raw: &RawQuestionnaire) {
        for lesson in &raw.lessons {
            let path = ["lessons.", &lesson.id].concat();
            self.known(&[&path, ".source"], &lesson.source, raw.sources.iter());
            if lesson.when.is_empty() {
                self.wrong(&[&path, ".when"], Fault::Condition);
            }
            for when in &lesson.when {
                if let Some(key) = &when.question {
                    self.known(&[&path, ".when"], key, raw.questions.iter().map(|question| &question.id));
                }
                if !has_one_subject(raw, when) {
                    self.wrong(&[&path, ".when"], Fault::Condition);
                }
                if lesson.toward.is_some_and(|side| pushes(when, side)) {
                    self.wrong(&[&path, ".when"], Fault::Pushes);
                }
            }
        }
        for [one, other] in &raw.contradictions {
            for id in [one, other] {
                self.known(&["contradictions"], id, raw.lessons.iter().map(|lesson| &lesson.id));
            }
            if one == other {
                self.wrong(&["contradictions"], Fault::DoubleId(one.clone()));
            }
        }
    }

    fn texts(&mut self, raw: &RawQuestionnaire, texts: &mut RawTexts) {
        self.both("scales", raw.scales.iter().map(|scale| &scale.id), &texts.scales);
        self.both("parts", raw.parts.iter(), &texts.parts);
        self.both("questions", raw.questions.iter().map(|question| &question.id), &texts.questions);
        self.both("lessons", raw.lessons.iter().map(|lesson| &lesson.id), &texts.lessons);
        self.both("doors", raw.doors.iter().map(|door| &door.id), &texts.doors);
        self.both("sources", raw.sources.iter(), &texts.sources);
        self.length(File::Text, &["steps"], usize::from(raw.steps), texts.steps.len());
        for verdict in Verdict::ALL.iter().filter(|verdict| !texts.verdicts.contains_key(verdict)) {
            self.add(File::Text, &["verdicts.", verdict.name()], Fault::MissingText);
        }
        for (id, options) in &texts.scales {
            self.length(File::Text, &["scales.", id], usize::from(OPTIONS), options.len());
        }
        for door in raw.doors.iter().filter(|door| !door.url.is_empty()) {
            if texts.doors.get(&door.id).is_some_and(|text| text.link.trim().is_empty()) {
                self.add(File::Text, &["doors.", &door.id, ".link"], Fault::MissingText);
            }
        }
        for (id, source) in &texts.sources {
            if !source.url.is_empty() && !is_address(&source.url) {
                self.add(File::Text, &["sources.", id, ".url"], Fault::Address);
            }
        }
        for question in &raw.questions {
            let Some(text) = texts.questions.get(&question.id) else { continue };
            let dilemma = question.theme == Theme::Balance;
            if dilemma && (text.a.is_empty() || text.b.is_empty()) {
                self.add(File::Text, &["questions.", &question.id, ".a/b"], Fault::MissingText);
            }
        }
        for (verdict, text) in &texts.verdicts {
            if *verdict != Verdict::Missing && text.strength.is_empty() {
                self.add(File::Text, &["verdicts.", verdict.name(), ".strength"], Fault::MissingText);
            }
        }
        let without_feedback = |id: &str| {
            let question = raw.questions.iter().find(|question| question.id == id);
            question.is_some_and(|question| matches!(question.theme, Theme::Balance | Theme::Meldcode))
        };
        texts.walk(&mut |path, text| {
            let optional = MAY_BE_EMPTY.iter().any(|end| path.ends_with(end))
                || path
                    .strip_prefix("questions.")
                    .and_then(|rest| rest.rsplit_once('.'))
                    .is_some_and(|(id, field)| matches!(field, "low" | "mid" | "high") && without_feedback(id));
            if text.trim().is_empty() && !optional {
                self.add(File::Text, &[path], Fault::MissingText);
            }
            for blank in blanks(text) {
                let door = raw.doors.iter().any(|door| door.id == blank && !door.number.is_empty());
                if !door && !BLANKS.contains(&blank) {
                    self.add(File::Text, &[path], Fault::UnknownBlank(blank.to_string()));
                }
            }
        });
    }

    /// Every id has a text and every text an id.
    fn both<'a, T>(&mut self, path: &str, ids: impl Iterator<Item = &'a String>, texts: &BTreeMap<String, T>) {
        let ids: BTreeSet<&String> = ids.collect();
        for id in ids.iter().filter(|id| !texts.contains_key(**id)) {
            self.add(File::Text, &[path, ".", id], Fault::MissingText);
        }
        for id in texts.keys().filter(|id| !ids.contains(id)) {
            self.add(File::Text, &[path, ".", id], Fault::UnusedText);
        }
    }
}

/// Whether a condition names exactly one subject, in a way that fits what it looks at.
fn has_one_subject(raw: &RawQuestionnaire, when: &RawCondition) -> bool {
    let question = when.question.as_ref().and_then(|id| raw.questions.iter().find(|question| question.id == *id));
    let theme = question.map(|question| question.theme);
    let by_question = match theme {
        Some(Theme::Balance) => when.side.is_some() && when.band.is_none(),
        Some(_) => when.side.is_none() && when.band.is_some(),
        None => when.question.is_none() && when.side.is_none(),
    };
    let by_step = match when.step {
        Some(step) => (1..=raw.steps).contains(&step) && when.band.is_some(),
        None => when.question.is_some() || when.band.is_none(),
    };
    let subjects = [when.question.is_some(), when.step.is_some(), when.all_steps.is_some()];
    let subjects = subjects.iter().filter(|given| **given).count();
    let any = when.always && when.verdict.is_empty() && subjects == 0;
    let verdict_alone = !when.always && !when.verdict.is_empty() && subjects == 0;
    when.rank > 0 && by_question && by_step && (any || verdict_alone || (subjects == 1 && !when.always))
}

/// Whether a lesson towards `side` could reach people who already lean to that side.
fn pushes(when: &RawCondition, side: Side) -> bool {
    when.side == Some(side)
        || when.verdict.is_empty()
        || when.verdict.iter().any(|verdict| verdict.side() == Some(side))
}

/// The names between braces in a text.
fn blanks(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|after| after.split_once('}').map(|(name, _)| name))
}
