//! From the content files to a valid questionnaire with its texts, or every problem found.
//!
//! Only what the program relies on is checked here; how the texts read is checked by the tests.

mod check;
mod problem;
mod raw;

pub use problem::{Fault, File, Problem};
pub use raw::{RawCondition, RawDoor, RawLesson, RawQuestion, RawQuestionnaire, RawScale, RawTexts};

use crate::questionnaire::{
    Condition, Door, Lesson, LessonId, Part, Question, QuestionId, Questionnaire, Scale, Side, Subject, Verdict,
};
use crate::text::{Text, fill};
use crate::texts::Texts;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

/// Turns the content files into a questionnaire and its texts.
///
/// # Errors
///
/// Every [`Problem`] found, in the order of the files; never an empty list.
pub fn load(raw: RawQuestionnaire, mut texts: RawTexts) -> Result<(Questionnaire, Texts), Vec<Problem>> {
    let problems = check::problems(&raw, &mut texts);
    if !problems.is_empty() {
        return Err(problems);
    }
    let numbers: Vec<(&str, &str)> = raw.doors.iter().map(|door| (door.id.as_str(), door.number.as_str())).collect();
    texts.walk(&mut |_, text| {
        if text.contains('{') {
            *text = Text::from(fill(text, &numbers));
        }
    });
    let texts = in_order(&raw, texts);
    Ok((resolve(raw), texts))
}

/// Puts the texts in the order of the questionnaire, so that a place is enough to find one.
fn in_order(raw: &RawQuestionnaire, mut texts: RawTexts) -> Texts {
    Texts {
        parts: take(raw.parts.iter(), &mut texts.parts),
        scales: take(raw.scales.iter().map(|scale| &scale.id), &mut texts.scales),
        questions: take(raw.questions.iter().map(|question| &question.id), &mut texts.questions),
        verdicts: Verdict::ALL.iter().map(|verdict| texts.verdicts.remove(verdict).unwrap_or_default()).collect(),
        steps: texts.steps,
        lessons: take(raw.lessons.iter().map(|lesson| &lesson.id), &mut texts.lessons),
        doors: take(raw.doors.iter().map(|door| &door.id), &mut texts.doors),
        sources: take(raw.sources.iter(), &mut texts.sources),
        organisation: texts.organisation,
        method: texts.method,
        words: texts.words,
        language: texts.language,
    }
}

fn take<'a, T: Default>(ids: impl Iterator<Item = &'a String>, texts: &mut BTreeMap<String, T>) -> Vec<T> {
    ids.map(|id| texts.remove(id).unwrap_or_default()).collect()
}

/// Replaces ids by places. The fallbacks are never taken: every id was checked.
fn resolve(raw: RawQuestionnaire) -> Questionnaire {
    let question_id = |key: &str| QuestionId(index(raw.questions.iter().map(|question| &question.id), key) as u8);
    let lesson_id = |key: &str| LessonId(index(raw.lessons.iter().map(|lesson| &lesson.id), key) as u8);
    let lessons = raw.lessons.iter().map(|lesson| Lesson {
        key: lesson.id.clone().into(),
        theme: lesson.theme,
        source: index(raw.sources.iter(), &lesson.source),
        toward: lesson.toward,
        asks_leeway: lesson.asks_leeway || lesson.toward == Some(Side::Leeway),
        when: lesson.when.iter().map(|when| condition(when, &question_id)).collect(),
    });
    let questions = raw.questions.iter().map(|question| Question {
        key: question.id.clone().into(),
        part: index(raw.parts.iter(), &question.part),
        scale: index(raw.scales.iter().map(|scale| &scale.id), &question.scale),
        theme: question.theme,
        a_side: question.a.unwrap_or(Side::Rules),
        step: question.step.unwrap_or(0),
    });
    Questionnaire {
        version: raw.version,
        steps: raw.steps,
        thresholds: raw.balance,
        questions: questions.collect(),
        lessons: lessons.collect(),
        contradictions: raw.contradictions.iter().map(|[one, other]| (lesson_id(one), lesson_id(other))).collect(),
        parts: raw.parts.into_iter().map(|key| Part { key: key.into() }).collect(),
        scales: raw.scales.into_iter().map(|scale| Scale { key: scale.id.into(), bands: scale.bands }).collect(),
        doors: raw
            .doors
            .into_iter()
            .map(|door| Door {
                key: door.id.into(),
                placement: door.place,
                number: door.number.into(),
                tel: door.tel.into(),
                url: door.url.into(),
            })
            .collect(),
        sources: raw.sources.into_iter().map(Text::from).collect(),
    }
}

fn condition(raw: &RawCondition, question_id: &dyn Fn(&str) -> QuestionId) -> Condition {
    let subject = match (&raw.question, raw.step, raw.side, raw.band, raw.all_steps) {
        (Some(key), _, Some(side), _, _) => Subject::Leaning(question_id(key), side),
        (Some(key), _, _, Some(band), _) => Subject::Answered(question_id(key), band),
        (_, Some(step), _, Some(band), _) => Subject::Step(step, band),
        (_, _, _, _, Some(band)) => Subject::AllSteps(band),
        _ => Subject::Any,
    };
    Condition { rank: raw.rank, subject, verdicts: raw.verdict.clone() }
}

fn index<'a>(mut ids: impl Iterator<Item = &'a String>, wanted: &str) -> usize {
    ids.position(|id| id == wanted).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{File, Problem, RawCondition, RawQuestionnaire, RawTexts, load};
    use crate::fixture::raw;
    use crate::questionnaire::{Side, Verdict};
    use crate::text::Text;
    use alloc::format;
    use alloc::string::{String, ToString};
    use alloc::vec;
    use alloc::vec::Vec;
    use expect_test::{Expect, expect};

    fn problems(mutate: impl FnOnce(&mut RawQuestionnaire, &mut RawTexts)) -> Vec<Problem> {
        let (mut questionnaire, mut texts) = raw();
        mutate(&mut questionnaire, &mut texts);
        load(questionnaire, texts).err().unwrap_or_default()
    }

    /// What the small scan is refused for once it was changed like this; every problem on a line.
    #[track_caller]
    fn check(mutate: impl FnOnce(&mut RawQuestionnaire, &mut RawTexts), expected: Expect) {
        let mut table = String::new();
        for Problem { file, path, fault, .. } in problems(mutate) {
            table += &format!("{file:?}, {path}: {fault:?}\n");
        }
        expected.assert_eq(&table);
    }

    #[test]
    fn a_valid_scan_loads() {
        check(|_, _| {}, expect![[""]]);
    }

    #[test]
    fn ids_are_unique() {
        check(
            |raw, _| {
                raw.questions[1].id = "d1".into();
                raw.lessons[2].id = "hold-1".into();
                raw.sources.push("book".into());
            },
            expect![[r#"
                Questionnaire, questions.d1: DoubleId("d1")
                Questionnaire, lessons.hold-1: DoubleId("hold-1")
                Questionnaire, sources.book: DoubleId("book")
                Questionnaire, contradictions: UnknownId("odd")
                Text, questions.d2: UnusedText
                Text, lessons.odd: UnusedText
            "#]],
        );
    }

    #[test]
    fn every_id_that_is_named_exists() {
        check(
            |raw, _| {
                raw.questions[0].part = "three".into();
                raw.questions[5].scale = "mood".into();
                raw.lessons[0].source = "film".into();
                raw.lessons[0].when[0].question = Some("d9".into());
                raw.contradictions.push(["odd".into(), "even".into()]);
            },
            expect![[r#"
                Questionnaire, questions.d1.part: UnknownId("three")
                Questionnaire, questions.p.scale: UnknownId("mood")
                Questionnaire, lessons.to-room.source: UnknownId("film")
                Questionnaire, lessons.to-room.when: UnknownId("d9")
                Questionnaire, lessons.to-room.when: Condition
                Questionnaire, contradictions: UnknownId("even")
            "#]],
        );
    }

    #[test]
    fn a_lesson_cannot_contradict_itself() {
        check(
            |raw, _| raw.contradictions.push(["odd".into(), "odd".into()]),
            expect![[r#"
            Questionnaire, contradictions: DoubleId("odd")
        "#]],
        );
    }

    #[test]
    fn every_id_has_a_text() {
        check(
            |_, texts| {
                texts.questions.remove("p");
                texts.lessons.remove("odd");
                texts.doors.remove("danger");
            },
            expect![[r#"
                Text, questions.p: MissingText
                Text, lessons.odd: MissingText
                Text, doors.danger: MissingText
            "#]],
        );
    }

    #[test]
    fn an_empty_text_is_a_missing_one_unless_it_may_be_empty() {
        check(
            |_, texts| {
                texts.words.start = " ".into();
                texts.words.see_result = Text::EMPTY;
                texts.scales.get_mut("ways").unwrap()[4] = Text::EMPTY;
                texts.questions.get_mut("d2").unwrap().b = Text::EMPTY;
                texts.questions.get_mut("p").unwrap().mid = Text::EMPTY;
                texts.verdicts.get_mut(&Verdict::TowardLeeway).unwrap().strength = Text::EMPTY;
                texts.verdicts.get_mut(&Verdict::Leeway).unwrap().watch = Text::EMPTY;
                texts.steps[1].name = Text::EMPTY;
                texts.method[0].paragraphs[0] = Text::EMPTY;
            },
            expect![[r#"
                Text, questions.d2.a/b: MissingText
                Text, verdicts.toward-room.strength: MissingText
                Text, words.start: MissingText
                Text, words.see-result: MissingText
                Text, scales.ways.5: MissingText
                Text, questions.p.mid: MissingText
                Text, verdicts.room.watch: MissingText
                Text, steps.2.name: MissingText
                Text, method.1.paragraphs.1: MissingText
            "#]],
        );
        check(
            |_, texts| {
                texts.questions.get_mut("s2").unwrap().low = Text::EMPTY;
                texts.questions.get_mut("s2").unwrap().hint = Text::EMPTY;
                texts.verdicts.get_mut(&Verdict::Missing).unwrap().strength = Text::EMPTY;
                texts.lessons.get_mut("odd").unwrap().safety = Text::EMPTY;
                texts.sources.get_mut("book").unwrap().url = Text::EMPTY;
            },
            expect![[""]],
        );
    }

    #[test]
    fn every_text_belongs_to_something() {
        check(
            |_, texts| {
                texts.questions.insert("p2".into(), Default::default());
                texts.parts.insert("three".into(), Default::default());
            },
            expect![[r#"
                Text, parts.three: UnusedText
                Text, questions.p2: UnusedText
                Text, parts.three.name: MissingText
                Text, questions.p2.ask: MissingText
                Text, questions.p2.label: MissingText
                Text, questions.p2.low: MissingText
                Text, questions.p2.mid: MissingText
                Text, questions.p2.high: MissingText
            "#]],
        );
    }

    #[test]
    fn what_stands_between_braces_can_be_filled_in() {
        check(
            |_, texts| {
                texts.words.steer = "{danger} {n}".into();
                texts.words.check = "{friend} {nobody}".into();
            },
            expect![[r#"
                Text, words.check: UnknownBlank("friend")
                Text, words.check: UnknownBlank("nobody")
            "#]],
        );
    }

    #[test]
    fn lists_have_the_length_the_program_counts_on() {
        check(
            |raw, texts| {
                raw.scales[1].bands.pop();
                texts.scales.get_mut("ways").unwrap().pop();
                texts.steps.pop();
                texts.verdicts.remove(&Verdict::Mixed);
            },
            expect![[r#"
                Questionnaire, scales.sure.bands: Length { wanted: 5, found: 4 }
                Text, steps: Length { wanted: 3, found: 2 }
                Text, verdicts.mixed: MissingText
                Text, scales.ways: Length { wanted: 5, found: 4 }
            "#]],
        );
        check(
            |raw, _| raw.questions.clear(),
            expect![[r#"
            Questionnaire, questions: Length { wanted: 1, found: 0 }
            Questionnaire, balance: Thresholds
            Questionnaire, lessons.to-room.when: UnknownId("d1")
            Questionnaire, lessons.to-room.when: Condition
            Questionnaire, lessons.to-rules.when: UnknownId("d1")
            Questionnaire, lessons.to-rules.when: Condition
            Questionnaire, lessons.odd.when: UnknownId("p")
            Questionnaire, lessons.odd.when: Condition
            Questionnaire, lessons.cover.when: UnknownId("o")
            Questionnaire, lessons.cover.when: Condition
            Text, questions.d1: UnusedText
            Text, questions.d2: UnusedText
            Text, questions.d3: UnusedText
            Text, questions.d4: UnusedText
            Text, questions.d5: UnusedText
            Text, questions.o: UnusedText
            Text, questions.p: UnusedText
            Text, questions.s1a: UnusedText
            Text, questions.s1b: UnusedText
            Text, questions.s2: UnusedText
            Text, questions.s3: UnusedText
        "#]],
        );
    }

    #[test]
    fn a_dilemma_says_which_side_way_a_leans_to_and_nothing_else_does() {
        check(
            |raw, _| {
                raw.questions[0].a = None;
                raw.questions[5].a = Some(Side::Rules);
            },
            expect![[r#"
                Questionnaire, questions.d1: Side
                Questionnaire, questions.p: Side
            "#]],
        );
    }

    #[test]
    fn a_meldcode_question_has_a_step_that_exists_and_nothing_else_has() {
        check(
            |raw, _| {
                raw.questions[5].step = Some(1);
                raw.questions[7].step = None;
                raw.questions[8].step = Some(4);
                raw.questions[9].step = Some(0);
            },
            expect![[r#"
                Questionnaire, questions.p: Step
                Questionnaire, questions.s1a: Step
                Questionnaire, questions.s1b: Step
                Questionnaire, questions.s2: Step
            "#]],
        );
    }

    #[test]
    fn dilemmas_have_a_scale_without_bands_and_the_others_one_with() {
        check(
            |raw, _| {
                raw.questions[0].scale = "sure".into();
                raw.questions[5].scale = "ways".into();
            },
            expect![[r#"
                Questionnaire, questions.d1.scale: Scale
                Questionnaire, questions.p.scale: Scale
            "#]],
        );
    }

    #[test]
    fn a_condition_has_a_rank_and_exactly_one_subject_that_fits() {
        let nothing = RawCondition { rank: 1, ..RawCondition::default() };
        let band = Some(crate::questionnaire::Band::Low);
        let side = Some(Side::Rules);
        let question = |id: &str| Some(id.to_string());
        for wrong in [
            nothing.clone(),
            RawCondition { rank: 0, always: true, ..nothing.clone() },
            RawCondition { always: true, verdict: vec![Verdict::Leeway], ..nothing.clone() },
            RawCondition { always: true, all_steps: band, ..nothing.clone() },
            RawCondition { question: question("d1"), ..nothing.clone() },
            RawCondition { question: question("d1"), band, ..nothing.clone() },
            RawCondition { question: question("p"), side, ..nothing.clone() },
            RawCondition { question: question("p"), band, step: Some(1), ..nothing.clone() },
            RawCondition { question: question("p"), band, all_steps: band, ..nothing.clone() },
            RawCondition { step: Some(1), ..nothing.clone() },
            RawCondition { step: Some(4), band, ..nothing.clone() },
            RawCondition { band, ..nothing.clone() },
            RawCondition { side, ..nothing.clone() },
        ] {
            let condition = format!("{wrong:?}");
            let found = problems(|raw, _| raw.lessons[8].when.push(wrong));
            assert_eq!(found.len(), 1, "{condition}: {found:?}");
            assert_eq!((found[0].path.as_str(), &found[0].fault), ("lessons.everyone.when", &super::Fault::Condition));
        }
        check(
            |raw, _| raw.lessons[8].when.clear(),
            expect![[r#"
            Questionnaire, lessons.everyone.when: Condition
        "#]],
        );
    }

    #[test]
    fn a_lesson_towards_a_side_may_not_fit_who_leans_there() {
        let lesson = |when: &str| -> Vec<RawCondition> { vec![toml::from_str(when).unwrap()] };
        for when in [
            "rank = 2\nverdict = ['rules', 'toward-room']",
            "rank = 2\nverdict = ['rules']\nquestion = 'd1'\nside = 'room'",
            "rank = 2\nquestion = 'd1'\nside = 'rules'",
            "rank = 2\nalways = true",
            "rank = 2\nquestion = 'p'\nband = 'low'",
            "rank = 2\nstep = 1\nband = 'low'",
            "rank = 2\nall-steps = 'high'",
        ] {
            let found = problems(|raw, _| raw.lessons[0].when = lesson(when));
            assert_eq!(found.len(), 1, "{when}: {found:?}");
            assert_eq!(found[0].fault, super::Fault::Pushes);
        }
    }

    #[test]
    fn the_thresholds_stand_in_order() {
        for (least_answered, near, lean) in [(3, 0, 12), (3, 12, 12), (3, 5, 21), (0, 5, 12), (6, 5, 12)] {
            let found = problems(|raw, _| {
                raw.balance = crate::questionnaire::Thresholds { least_answered, near, lean };
            });
            assert_eq!(found.len(), 1, "{least_answered} {near} {lean}: {found:?}");
            assert_eq!((found[0].path.as_str(), &found[0].fault), ("balance", &super::Fault::Thresholds));
        }
    }

    #[test]
    fn a_number_can_be_read_and_dialled() {
        check(
            |raw, _| {
                raw.doors[0].tel = String::new();
                raw.doors[1].tel = "34".into();
            },
            expect![[r#"
                Questionnaire, doors.danger: Number
                Questionnaire, doors.friend: Number
            "#]],
        );
    }

    #[test]
    fn all_problems_of_both_files_are_told_at_once_each_with_its_place_and_what_to_do() {
        let found = problems(|raw, texts| {
            raw.questions[0].a = None;
            raw.lessons[1].when.clear();
            raw.doors[0].tel = String::new();
            texts.words.start = Text::EMPTY;
            texts.lessons.remove("odd");
        });
        let files: Vec<File> = found.iter().map(|problem| problem.file).collect();
        assert_eq!(files, [File::Questionnaire, File::Questionnaire, File::Questionnaire, File::Text, File::Text]);
        for problem in found {
            let said = problem.to_string();
            let (file, rest) = said.split_once(", ").unwrap();
            let (path, what) = rest.split_once(": ").unwrap();
            assert!(file.starts_with("content/") && path == problem.path && what.ends_with('.'), "{said}");
        }
    }

    #[test]
    fn numbers_are_filled_in_and_the_other_blanks_stay() {
        let (questionnaire, mut texts) = raw();
        texts.words.steer = "{danger} {n}".into();
        let (_, texts) = load(questionnaire, texts).unwrap();
        assert_eq!(texts.words().steer, "1-2 {n}");
    }

    #[test]
    fn texts_follow_the_order_of_the_questionnaire() {
        let (questionnaire, texts) = crate::fixture::small();
        for (id, question) in questionnaire.questions() {
            assert_eq!(texts.question(id.index()).ask.get(), ["questions.", &question.key, ".ask"].concat());
        }
        for (id, lesson) in questionnaire.lessons() {
            assert_eq!(texts.lesson(id.index()).title.get(), ["lessons.", &lesson.key, ".title"].concat());
        }
    }
}
