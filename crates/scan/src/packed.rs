//! The compact form of content: one text after another, without names, in a fixed order and in two halves.
//!
//! Building makes it from loaded content and the page unpacks it, so that a participant downloads
//! neither a parser nor the checks. The first half is what is asked; the second all that the scan says besides, which the
//! board does without, for it draws nobody's report. It is no format to keep: both sides come from one build.

use crate::questionnaire::{
    Band, Condition, Door, DoorPlacement, Lesson, LessonId, OPTIONS, Part, Question, QuestionId, Questionnaire, Scale,
    Side, Subject, Theme, Thresholds, Verdict,
};
use crate::text::{Fields, Text};
use crate::texts::{QuestionText, Section, StepText, Texts};
use crate::words::Words;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::str::Split;

/// Stands between two words; no text can hold it, since TOML forbids it unescaped and no one types it.
const BETWEEN: char = '\u{1f}';

const SIDES: [Side; 2] = [Side::Rules, Side::Leeway];
const BANDS: [Band; 3] = [Band::Low, Band::Mid, Band::High];
const THEMES: [Theme; 4] = [Theme::Balance, Theme::Practice, Theme::Organisation, Theme::Meldcode];
const PLACEMENTS: [DoorPlacement; 2] = [DoorPlacement::Safety, DoorPlacement::Closing];

/// Packs loaded content.
pub fn pack(questionnaire: &Questionnaire, mut texts: Texts) -> String {
    let mut all = Pack(Vec::new());
    all.questions(questionnaire, &mut texts);
    all.rest(questionnaire, &mut texts);
    all.joined()
}

/// Packs the first half.
pub fn pack_questions(questionnaire: &Questionnaire, mut texts: Texts) -> String {
    let mut all = Pack(Vec::new());
    all.questions(questionnaire, &mut texts);
    all.joined()
}

/// Unpacks what [`pack`] made.
pub fn unpack(packed: &'static str) -> (Questionnaire, Texts) {
    let mut all = Unpack(packed.split(BETWEEN));
    let (mut questionnaire, mut texts) = all.questions();
    all.rest(&mut questionnaire, &mut texts);
    (questionnaire, texts)
}

/// Unpacks the first half: without lessons, and without the code that reads them.
pub fn unpack_questions(packed: &'static str) -> (Questionnaire, Texts) {
    Unpack(packed.split(BETWEEN)).questions()
}

/// What is said with a question, in either half.
fn halves(text: &mut QuestionText) -> [[&mut Text; 4]; 2] {
    let QuestionText { ask, hint, a, b, label, low, mid, high } = text;
    [[ask, a, b, label], [hint, low, mid, high]]
}

struct Pack(Vec<String>);

impl Pack {
    fn joined(self) -> String {
        self.0.join(BETWEEN.encode_utf8(&mut [0; 4]))
    }

    fn number(&mut self, number: impl ToString) {
        self.0.push(number.to_string());
    }

    fn word(&mut self, word: &str) {
        self.0.push(word.to_string());
    }

    /// The place of one of a closed set, counted from 1; 0 is none of them.
    fn one_of<T: PartialEq>(&mut self, all: &[T], one: Option<&T>) {
        self.number(one.and_then(|one| all.iter().position(|other| other == one)).map_or(0, |place| place + 1));
    }

    fn list<T>(&mut self, list: &[T], mut item: impl FnMut(&mut Pack, &T)) {
        self.number(list.len());
        list.iter().for_each(|one| item(self, one));
    }

    fn fields(&mut self, fields: Vec<(&'static str, &mut Text)>) {
        fields.iter().for_each(|(_, text)| self.word(text));
    }

    fn questions(&mut self, questionnaire: &Questionnaire, texts: &mut Texts) {
        let Thresholds { least_answered, near, lean } = questionnaire.thresholds;
        self.number(questionnaire.version);
        [questionnaire.steps, least_answered, near, lean].iter().for_each(|number| self.number(number));
        self.list(&questionnaire.parts, |all, part| all.word(&part.key));
        self.list(&questionnaire.scales, |all, scale| {
            all.word(&scale.key);
            all.list(&scale.bands, |all, band| all.one_of(&BANDS, Some(band)));
        });
        self.list(&questionnaire.questions, |all, question| {
            all.word(&question.key);
            all.number(question.part);
            all.number(question.scale);
            all.one_of(&THEMES, Some(&question.theme));
            all.one_of(&SIDES, Some(&question.a_side));
            all.number(question.step);
        });
        self.list(&questionnaire.doors, |all, door| {
            all.word(&door.key);
            all.one_of(&PLACEMENTS, Some(&door.placement));
            all.word(&door.number);
            all.word(&door.tel);
            all.word(&door.url);
        });
        self.word(&texts.language);
        texts.parts.iter_mut().for_each(|text| self.fields(text.each()));
        for question in &mut texts.questions {
            let [first, _] = halves(question);
            first.iter().for_each(|text| self.word(text));
        }
        texts.steps.iter().for_each(|step| self.word(&step.name));
        texts.doors.iter_mut().for_each(|text| self.fields(text.each()));
        texts.scales.iter().flatten().for_each(|option| self.word(option));
    }

    fn rest(&mut self, questionnaire: &Questionnaire, texts: &mut Texts) {
        self.list(&questionnaire.lessons, |all, lesson| {
            all.word(&lesson.key);
            all.one_of(&THEMES, Some(&lesson.theme));
            all.number(lesson.source);
            all.one_of(&SIDES, lesson.toward.as_ref());
            all.number(u8::from(lesson.asks_leeway));
            all.list(&lesson.when, Pack::condition);
        });
        self.list(&questionnaire.contradictions, |all, (one, other)| {
            all.number(one.0);
            all.number(other.0);
        });
        self.list(&questionnaire.sources, |all, source| all.word(source));
        self.fields(texts.words.each());
        for question in &mut texts.questions {
            let [_, second] = halves(question);
            second.iter().for_each(|text| self.word(text));
        }
        texts.verdicts.iter_mut().for_each(|text| self.fields(text.each()));
        texts.steps.iter().for_each(|step| self.word(&step.room));
        texts.lessons.iter_mut().for_each(|text| self.fields(text.each()));
        texts.sources.iter_mut().for_each(|text| self.fields(text.each()));
        self.list(&texts.organisation, |all, line| all.word(line));
        self.list(&texts.method, |all, section| {
            all.word(&section.heading);
            all.list(&section.paragraphs, |all, line| all.word(line));
        });
    }

    fn condition(&mut self, when: &Condition) {
        self.number(when.rank);
        let (kind, place, side, band) = match when.subject {
            Subject::Any => (0, 0, None, None),
            Subject::Leaning(id, side) => (1, id.0, Some(side), None),
            Subject::Answered(id, band) => (2, id.0, None, Some(band)),
            Subject::Step(step, band) => (3, step, None, Some(band)),
            Subject::AllSteps(band) => (4, 0, None, Some(band)),
        };
        self.number(kind);
        self.number(place);
        self.one_of(&SIDES, side.as_ref());
        self.one_of(&BANDS, band.as_ref());
        self.list(&when.verdicts, |all, verdict| all.one_of(&Verdict::ALL, Some(verdict)));
    }
}

/// What is still packed.
struct Unpack(Split<'static, char>);

impl Unpack {
    /// The next text. Never runs out: both sides come from one build.
    #[inline(never)]
    fn text(&mut self) -> Text {
        self.0.next().unwrap_or_default().into()
    }

    /// Puts the next text in its place: at a hundred places a call is the shortest.
    #[inline(never)]
    fn fill(&mut self, place: &mut Text) {
        *place = self.text();
    }

    fn fields<T: Fields>(&mut self) -> T {
        let mut all = T::EMPTY;
        all.visit(|text| self.fill(text));
        all
    }

    #[inline(never)]
    fn large(&mut self) -> u64 {
        self.text().parse().unwrap_or(0)
    }

    /// Below 100, checked on loading.
    fn number(&mut self) -> u8 {
        self.large() as u8
    }

    fn one_of<T: Copy>(&mut self, all: &[T]) -> Option<T> {
        usize::from(self.number()).checked_sub(1).and_then(|place| all.get(place).copied())
    }

    fn list<T>(&mut self, item: fn(&mut Self) -> T) -> Vec<T> {
        let length = self.number();
        self.each(usize::from(length), item)
    }

    fn each<T>(&mut self, count: usize, item: fn(&mut Self) -> T) -> Vec<T> {
        let mut all = Vec::new();
        for _ in 0..count {
            all.push(item(self));
        }
        all
    }

    // The fallbacks below stand where a closed set has no "none": what was packed is always one of it.
    fn band(&mut self) -> Band {
        self.one_of(&BANDS).unwrap_or(Band::Mid)
    }

    fn theme(&mut self) -> Theme {
        self.one_of(&THEMES).unwrap_or(Theme::Practice)
    }

    fn questions(&mut self) -> (Questionnaire, Texts) {
        let questionnaire = Questionnaire {
            version: self.large() as u16,
            steps: self.number(),
            thresholds: Thresholds { least_answered: self.number(), near: self.number(), lean: self.number() },
            parts: self.list(|all| Part { key: all.text() }),
            scales: self.list(|all| Scale { key: all.text(), bands: all.list(Self::band) }),
            questions: self.list(|all| Question {
                key: all.text(),
                part: usize::from(all.number()),
                scale: usize::from(all.number()),
                theme: all.theme(),
                a_side: all.one_of(&SIDES).unwrap_or(Side::Rules),
                step: all.number(),
            }),
            doors: self.list(|all| Door {
                key: all.text(),
                placement: all.one_of(&PLACEMENTS).unwrap_or(DoorPlacement::Safety),
                number: all.text(),
                tel: all.text(),
                url: all.text(),
            }),
            lessons: Vec::new(),
            contradictions: Vec::new(),
            sources: Vec::new(),
        };
        let texts = Texts {
            language: self.text(),
            parts: self.each(questionnaire.parts.len(), Self::fields),
            questions: self.each(questionnaire.questions.len(), |all| {
                let mut question = QuestionText::EMPTY;
                let [first, _] = halves(&mut question);
                first.into_iter().for_each(|text| all.fill(text));
                question
            }),
            steps: self.each(usize::from(questionnaire.steps), |all| StepText { name: all.text(), room: Text::EMPTY }),
            doors: self.each(questionnaire.doors.len(), Self::fields),
            scales: self.each(questionnaire.scales.len(), |all| all.each(usize::from(OPTIONS), Self::text)),
            words: Words::EMPTY,
            verdicts: Vec::new(),
            lessons: Vec::new(),
            sources: Vec::new(),
            organisation: Vec::new(),
            method: Vec::new(),
        };
        (questionnaire, texts)
    }

    fn rest(&mut self, questionnaire: &mut Questionnaire, texts: &mut Texts) {
        questionnaire.lessons = self.list(|all| Lesson {
            key: all.text(),
            theme: all.theme(),
            source: usize::from(all.number()),
            toward: all.one_of(&SIDES),
            asks_leeway: all.number() == 1,
            when: all.list(Self::condition),
        });
        questionnaire.contradictions = self.list(|all| (LessonId(all.number()), LessonId(all.number())));
        questionnaire.sources = self.list(Self::text);
        texts.words.visit(|text| self.fill(text));
        for question in &mut texts.questions {
            let [_, second] = halves(question);
            second.into_iter().for_each(|text| self.fill(text));
        }
        texts.verdicts = self.each(Verdict::ALL.len(), Self::fields);
        texts.steps.iter_mut().for_each(|step| self.fill(&mut step.room));
        texts.lessons = self.each(questionnaire.lessons.len(), Self::fields);
        texts.sources = self.each(questionnaire.sources.len(), Self::fields);
        texts.organisation = self.list(Self::text);
        texts.method = self.list(|all| Section { heading: all.text(), paragraphs: all.list(Self::text) });
    }

    fn condition(&mut self) -> Condition {
        let (rank, kind, place) = (self.number(), self.number(), self.number());
        let (side, band) = (self.one_of(&SIDES), self.one_of(&BANDS));
        let subject = match (kind, side, band) {
            (1, Some(side), _) => Subject::Leaning(QuestionId(place), side),
            (2, _, Some(band)) => Subject::Answered(QuestionId(place), band),
            (3, _, Some(band)) => Subject::Step(place, band),
            (4, _, Some(band)) => Subject::AllSteps(band),
            _ => Subject::Any,
        };
        let verdicts = self.list(|all| all.one_of(&Verdict::ALL).unwrap_or(Verdict::Missing));
        Condition { rank, subject, verdicts }
    }
}

#[cfg(test)]
mod tests {
    use super::{pack, pack_questions, unpack, unpack_questions};
    use crate::fixture::small;

    #[test]
    fn what_is_packed_comes_out_the_same() {
        let (questionnaire, texts) = small();
        assert_eq!(unpack(pack(&questionnaire, texts.clone()).leak()), (questionnaire, texts));
    }

    #[test]
    fn the_first_half_has_the_questions_and_no_lessons() {
        let (questionnaire, texts) = small();
        let packed = pack_questions(&questionnaire, texts.clone());
        assert!(pack(&questionnaire, texts.clone()).starts_with(&packed));
        let (half, half_texts) = unpack_questions(packed.leak());
        assert!(half.questions().eq(questionnaire.questions()) && half.doors() == questionnaire.doors());
        assert_eq!(half.lessons().count(), 0);
        assert_eq!((half_texts.question(0).ask, half_texts.door(0)), (texts.question(0).ask, texts.door(0)));
        assert_eq!((half_texts.question(0).hint.get(), half_texts.words().room.get()), ("", ""));
    }
}
