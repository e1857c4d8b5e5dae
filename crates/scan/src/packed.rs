//! The compact form of content: one word after another, without names, in a fixed order.
//!
//! Building makes it from loaded content and the page unpacks it, so that a participant downloads
//! neither a parser nor the checks. It is no format to keep: both sides come from one build.

use crate::questionnaire::{
    Band, Condition, Door, Lesson, LessonId, OPTIONS, Part, Place, Question, QuestionId, Questionnaire, Scale, Side,
    Subject, Theme, Thresholds, Verdict,
};
use crate::text::{
    DoorText, LessonText, PartText, QuestionText, Section, SourceText, StepText, Text, Texts, VerdictText,
};
use crate::words::Words;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::str::Split;

/// Stands between two words; no text can hold it, since TOML forbids it unescaped and no one types it.
const BETWEEN: char = '\u{1f}';

const SIDES: [Side; 2] = [Side::Rules, Side::Room];
const BANDS: [Band; 3] = [Band::Low, Band::Mid, Band::High];
const THEMES: [Theme; 4] = [Theme::Balance, Theme::Practice, Theme::Organisation, Theme::Meldcode];
const PLACES: [Place; 2] = [Place::Safety, Place::Closing];

/// Packs loaded content.
pub fn pack(questionnaire: &Questionnaire, texts: Texts) -> String {
    let mut all = Pack(Vec::new());
    all.questionnaire(questionnaire);
    all.texts::<true>(texts);
    all.0.join(BETWEEN.encode_utf8(&mut [0; 4]))
}

/// The same for the board, which draws nobody's report: without lessons and sources, and of the texts only what a question, a
/// step and a door say. The few words of the scan that it says too it has among its own.
pub fn pack_for_board(mut questionnaire: Questionnaire, mut texts: Texts) -> String {
    questionnaire.lessons.clear();
    questionnaire.contradictions.clear();
    questionnaire.sources.clear();
    texts.lessons.clear();
    texts.sources.clear();
    texts.method.clear();
    texts.organisation.clear();
    let clear = |fields: Vec<(&'static str, &mut Text)>, wanted: &dyn Fn(&str) -> bool| {
        fields.into_iter().filter(|(name, _)| !wanted(name)).for_each(|(_, text)| *text = Text::EMPTY);
    };
    texts.steps.iter_mut().for_each(|text| clear(text.each(), &|name| name == "name"));
    texts
        .questions
        .iter_mut()
        .for_each(|text| clear(text.each(), &|name| !matches!(name, "low" | "mid" | "high" | "hint")));
    let mut all = Pack(Vec::new());
    all.questionnaire(&questionnaire);
    all.texts::<false>(texts);
    all.0.join(BETWEEN.encode_utf8(&mut [0; 4]))
}

/// Unpacks what [`pack`] made.
pub fn unpack(packed: &'static str) -> (Questionnaire, Texts) {
    unpack_all::<true>(packed)
}

/// Unpacks what [`pack_for_board`] made. Without what reads lessons: a board has no use for that code either.
pub fn unpack_for_board(packed: &'static str) -> (Questionnaire, Texts) {
    unpack_all::<false>(packed)
}

fn unpack_all<const LESSONS: bool>(packed: &'static str) -> (Questionnaire, Texts) {
    let mut all = Unpack(packed.split(BETWEEN));
    let questionnaire = all.questionnaire::<LESSONS>();
    let texts = all.texts::<LESSONS>(&questionnaire);
    (questionnaire, texts)
}

struct Pack(Vec<String>);

impl Pack {
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

    fn questionnaire(&mut self, questionnaire: &Questionnaire) {
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
        self.list(&questionnaire.lessons, |all, lesson| {
            all.word(&lesson.key);
            all.one_of(&THEMES, Some(&lesson.theme));
            all.number(lesson.source);
            all.one_of(&SIDES, lesson.toward.as_ref());
            all.number(u8::from(lesson.asks_room));
            all.list(&lesson.when, Pack::condition);
        });
        self.list(&questionnaire.contradictions, |all, (one, other)| {
            all.number(one.0);
            all.number(other.0);
        });
        self.list(&questionnaire.doors, |all, door| {
            all.word(&door.key);
            all.one_of(&PLACES, Some(&door.place));
            all.word(&door.number);
            all.word(&door.tel);
            all.word(&door.url);
        });
        self.list(&questionnaire.sources, |all, source| all.word(source));
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

    fn texts<const REPORT: bool>(&mut self, mut texts: Texts) {
        self.word(&texts.language);
        if REPORT {
            self.fields(texts.words.each());
        }
        texts.parts.iter_mut().for_each(|text| self.fields(text.each()));
        texts.questions.iter_mut().for_each(|text| self.fields(text.each()));
        if REPORT {
            texts.verdicts.iter_mut().for_each(|text| self.fields(text.each()));
        }
        texts.steps.iter_mut().for_each(|text| self.fields(text.each()));
        texts.lessons.iter_mut().for_each(|text| self.fields(text.each()));
        texts.doors.iter_mut().for_each(|text| self.fields(text.each()));
        texts.sources.iter_mut().for_each(|text| self.fields(text.each()));
        texts.scales.iter().flatten().for_each(|option| self.word(option));
        self.list(&texts.organisation, |all, line| all.word(line));
        self.list(&texts.method, |all, section| {
            all.word(&section.heading);
            all.list(&section.paragraphs, |all, line| all.word(line));
        });
    }

    fn fields(&mut self, fields: Vec<(&'static str, &mut Text)>) {
        fields.iter().for_each(|(_, text)| self.word(text));
    }
}

/// What is still packed.
pub(crate) struct Unpack(Split<'static, char>);

impl Unpack {
    /// The next text. Never runs out: both sides come from one build.
    #[inline(never)]
    pub(crate) fn text(&mut self) -> Text {
        self.0.next().unwrap_or_default().into()
    }

    /// Puts the next text in its place: at a hundred places a call is the shortest.
    #[inline(never)]
    pub(crate) fn fill(&mut self, place: &mut Text) {
        *place = self.text();
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

    /// An empty list, without its code, where there is nothing in it.
    fn list_if<const THERE: bool, T>(&mut self, item: fn(&mut Self) -> T) -> Vec<T> {
        if THERE {
            return self.list(item);
        }
        self.number();
        Vec::new()
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

    fn questionnaire<const LESSONS: bool>(&mut self) -> Questionnaire {
        Questionnaire {
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
            lessons: self.list_if::<LESSONS, _>(|all| Lesson {
                key: all.text(),
                theme: all.theme(),
                source: usize::from(all.number()),
                toward: all.one_of(&SIDES),
                asks_room: all.number() == 1,
                when: all.list(Self::condition),
            }),
            contradictions: self.list_if::<LESSONS, _>(|all| (LessonId(all.number()), LessonId(all.number()))),
            doors: self.list(|all| Door {
                key: all.text(),
                place: all.one_of(&PLACES).unwrap_or(Place::Safety),
                number: all.text(),
                tel: all.text(),
                url: all.text(),
            }),
            sources: self.list_if::<LESSONS, _>(Self::text),
        }
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

    fn texts<const LESSONS: bool>(&mut self, questionnaire: &Questionnaire) -> Texts {
        Texts {
            language: self.text(),
            words: if LESSONS { Words::take(self) } else { Words::EMPTY },
            parts: self.each(questionnaire.parts.len(), PartText::take),
            questions: self.each(questionnaire.questions.len(), QuestionText::take),
            verdicts: if LESSONS { self.each(Verdict::ALL.len(), VerdictText::take) } else { Vec::new() },
            steps: self.each(usize::from(questionnaire.steps), StepText::take),
            lessons: if LESSONS { self.each(questionnaire.lessons.len(), LessonText::take) } else { Vec::new() },
            doors: self.each(questionnaire.doors.len(), DoorText::take),
            sources: if LESSONS { self.each(questionnaire.sources.len(), SourceText::take) } else { Vec::new() },
            scales: self.each(questionnaire.scales.len(), |all| all.each(usize::from(OPTIONS), Self::text)),
            organisation: self.list(Self::text),
            method: self.list_if::<LESSONS, _>(|all| Section { heading: all.text(), paragraphs: all.list(Self::text) }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{pack, unpack};
    use crate::fixture::small;

    #[test]
    fn a_board_gets_the_questions_and_no_lessons() {
        let (questionnaire, texts) = small();
        let packed = super::pack_for_board(questionnaire.clone(), texts.clone()).leak();
        let (for_board, texts_for_board) = super::unpack_for_board(packed);
        assert!(for_board.questions().eq(questionnaire.questions()) && for_board.doors() == questionnaire.doors());
        assert_eq!(for_board.lessons().count(), 0);
        assert_eq!((texts_for_board.question(0).ask, texts_for_board.door(0)), (texts.question(0).ask, texts.door(0)));
        assert_eq!(texts_for_board.words().room, "");
    }

    #[test]
    fn what_is_packed_comes_out_the_same() {
        let (questionnaire, texts) = small();
        assert_eq!(unpack(pack(&questionnaire, texts.clone()).leak()), (questionnaire, texts));
    }
}
