//! The report: everything a person sees of their answers, as display-ready plain structs.
//!
//! It is a pure function of questionnaire, texts and answers. Nothing in it is a mark or a percentage.

mod as_text;

pub use as_text::as_text;

use crate::advice::{Advice, Fit, Reason, advise};
use crate::answers::Answers;
use crate::questionnaire::{Band, DoorPlacement, LessonId, Question, QuestionId, Questionnaire, Side, Theme, Verdict};
use crate::score::{Score, Statement, Step, score};
use crate::text::{Text, enumerate, fill};
use crate::texts::Texts;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// A whole report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// What the whole comes to, in one or two short sentences.
    pub summary: String,
    /// Part 1.
    pub balance: BalanceReport,
    /// The practice statements that were answered, strengths first.
    pub practice: Vec<Feedback>,
    /// The five rungs, step 1 first.
    pub ladder: Vec<Rung>,
    /// A check for who feels sure; empty when no step is.
    pub check: Text,
    /// What the organisation gives.
    pub organisation: OrganisationReport,
    /// At most three lessons, no two of one theme.
    pub lessons: Vec<LessonReport>,
    /// The other lessons that fit.
    pub more: Vec<LessonReport>,
    /// The doors under the ladder.
    pub safety: Vec<DoorReport>,
    /// The doors that close the page.
    pub closing: Vec<DoorReport>,
}

/// The balance between rules and leeway.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BalanceReport {
    /// What the dilemmas say together.
    pub verdict: Verdict,
    /// The same as a sentence.
    pub sentence: String,
    /// Its strength; empty when too little was answered.
    pub strength: String,
    /// What to watch.
    pub watch: String,
    /// A question to take along.
    pub question: String,
    /// Every dilemma, numbered from 1.
    pub marks: Vec<Mark>,
}

/// One dilemma in the balance picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Its number in the picture, from 1.
    pub number: usize,
    /// -2 (rules) to 2 (leeway); `None` when skipped.
    pub value: Option<i8>,
    /// Its short name.
    pub label: Text,
    /// The answer in the words of the beam, such as "meer regels".
    pub answer: Text,
    /// The way of working chosen, or both; empty when skipped.
    pub way: String,
}

/// What is said about one statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feedback {
    /// The band of the answer.
    pub band: Band,
    /// The statement's short name.
    pub label: Text,
    /// What is said.
    pub text: Text,
}

/// One step of the meldcode in the ladder picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rung {
    /// The step, from 1.
    pub number: usize,
    /// Its name.
    pub name: Text,
    /// `None` when the step was skipped.
    pub band: Option<Band>,
    /// The band in words.
    pub word: Text,
    /// The person's own answer, with what it was about; empty when skipped.
    pub answer: String,
    /// That another question of this step was skipped; empty when none was.
    pub skipped: String,
    /// The line for someone thinking of a real case; only where hold is wanted.
    pub hold: Text,
    /// Where leeway lies within this step.
    pub leeway: Text,
}

/// What the organisation gives, and can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganisationReport {
    /// The statements that were answered, what is there first.
    pub feedback: Vec<Feedback>,
    /// One line to those who steer; always there.
    pub steer: Text,
    /// What the organisation can do; only when an answer was low.
    pub can_do: Vec<Text>,
    /// An opening line for a talk with the manager; empty unless an answer was low.
    pub opening: Text,
}

/// A lesson with why it is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LessonReport {
    /// Which lesson.
    pub id: LessonId,
    /// Title.
    pub title: Text,
    /// Today's answers that led to it.
    pub why: String,
    /// The idea.
    pub idea: Text,
    /// An example.
    pub example: Text,
    /// One thing to do tomorrow.
    pub action: Action,
    /// A question for the team.
    pub team: Text,
    /// That leeway never means skipping the meldcode; empty where no leeway is asked.
    pub meldcode: Text,
    /// Title, publisher and year of the source.
    pub source: String,
    /// Address of the source; empty where none is known.
    pub url: Text,
}

/// One thing to do, with what must be read before it is done: it is shown nowhere without that.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Action {
    /// What to do.
    pub text: Text,
    /// What must be read first; may be empty.
    pub safety: Text,
}

/// Somewhere to turn to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoorReport {
    /// When this is the right door.
    pub when: Text,
    /// Who is behind it.
    pub who: Text,
    /// What to know about it; may be empty.
    pub note: Text,
    /// The number to read; empty when there is none.
    pub number: Text,
    /// The number to dial.
    pub tel: Text,
    /// An address to go or write to; empty when there is none.
    pub url: Text,
    /// What stands on the link to it.
    pub link: Text,
}

/// Makes the report.
pub fn report(questionnaire: &Questionnaire, texts: &Texts, answers: &Answers) -> Report {
    let score = score(questionnaire, answers);
    let Advice { first, more } = advise(questionnaire, answers, &score);
    let maker = ReportBuilder { questionnaire, texts, answers, score: &score };
    let balance = maker.balance();
    let ladder: Vec<Rung> = score.steps.iter().map(|step| maker.rung(step)).collect();
    let sure = score.steps.iter().any(|step| step.band == Some(Band::High));
    Report {
        summary: [&balance.sentence, " ", &maker.ladder_sentence()].concat(),
        balance,
        practice: maker.feedback(Theme::Practice),
        ladder,
        check: if sure { texts.words().check } else { Text::EMPTY },
        organisation: maker.organisation(),
        lessons: first.iter().map(|fit| maker.lesson(fit)).collect(),
        more: more.iter().map(|fit| maker.lesson(fit)).collect(),
        safety: doors(questionnaire, texts, DoorPlacement::Safety),
        closing: doors(questionnaire, texts, DoorPlacement::Closing),
    }
}

/// The doors of one place, in order.
pub fn doors(questionnaire: &Questionnaire, texts: &Texts, placement: DoorPlacement) -> Vec<DoorReport> {
    let doors = questionnaire.doors().iter().enumerate().filter(|(_, door)| door.placement == placement);
    doors
        .map(|(index, door)| {
            let text = texts.door(index);
            DoorReport {
                when: text.when,
                who: text.who,
                note: text.note,
                number: door.number,
                tel: door.tel,
                url: door.url,
                link: text.link,
            }
        })
        .collect()
}

struct ReportBuilder<'a> {
    questionnaire: &'a Questionnaire,
    texts: &'a Texts,
    answers: &'a Answers,
    score: &'a Score,
}

impl ReportBuilder<'_> {
    fn label(&self, id: QuestionId) -> Text {
        self.texts.question(id.index()).label
    }

    fn balance(&self) -> BalanceReport {
        let balance = &self.score.balance;
        let text = self.texts.verdict(balance.verdict);
        let and = self.texts.words().and;
        let on = |side: fn(i8) -> bool| {
            let those = balance.leanings.iter().filter(|(_, value)| value.is_some_and(side));
            enumerate(those.map(|(id, _)| self.label(*id).get()), &and)
        };
        let answered = balance.sum().1.to_string();
        let total = balance.leanings.len().to_string();
        let least = usize::from(self.questionnaire.thresholds().least_answered).to_string();
        let (rules, room) = (on(|value| value < 0), on(|value| value > 0));
        let blanks = [
            ("rules", rules.as_str()),
            ("room", room.as_str()),
            ("answered", answered.as_str()),
            ("total", total.as_str()),
            ("least", least.as_str()),
        ];
        let marks = balance.leanings.iter().zip(1..).map(|((id, value), number)| self.mark(*id, *value, number));
        BalanceReport {
            verdict: balance.verdict,
            sentence: fill(&text.sentence, &blanks),
            strength: fill(&text.strength, &blanks),
            watch: fill(&text.watch, &blanks),
            question: fill(&text.question, &blanks),
            marks: marks.collect(),
        }
    }

    fn mark(&self, id: QuestionId, value: Option<i8>, number: usize) -> Mark {
        let words = self.texts.words();
        let text = self.texts.question(id.index());
        let a_side = self.questionnaire.question(id).map_or(Side::Rules, |question| question.a_side);
        let (rules, room) = if a_side == Side::Rules { (text.a, text.b) } else { (text.b, text.a) };
        let way = match value {
            None => String::new(),
            Some(0) => [rules.get(), " / ", &room].concat(),
            Some(value) if value < 0 => rules.to_string(),
            Some(_) => room.to_string(),
        };
        Mark { number, value, label: text.label, answer: words.leaning(value), way }
    }

    fn ladder_sentence(&self) -> String {
        let words = self.texts.words();
        let steps = &self.score.steps;
        let low: Vec<String> = steps
            .iter()
            .filter(|step| step.band == Some(Band::Low))
            .map(|step| usize::from(step.number).to_string())
            .collect();
        let mut answered = steps.iter().filter_map(|step| step.band).peekable();
        if !low.is_empty() {
            let numbers = enumerate(low.iter().map(String::as_str), &words.and);
            fill(&words.ladder_hold, &[("steps", &numbers)])
        } else if answered.peek().is_none() {
            words.ladder_skipped.to_string()
        } else if answered.all(|band| band == Band::High) {
            words.ladder_sure.to_string()
        } else {
            words.ladder_fair.to_string()
        }
    }

    /// The option chosen for a question, as it stands inside a sentence.
    fn option(&self, id: QuestionId, question: &Question) -> String {
        let option =
            self.answers.choice(id).map_or(Text::EMPTY, |choice| self.texts.option(question.scale, choice.index()));
        // Only the letters that Dutch sentences begin with: the tables for all of Unicode weigh more than this crate.
        let mut inside = option.to_string();
        if let Some(first) = inside.get_mut(..1) {
            first.make_ascii_lowercase();
        }
        inside
    }

    fn rung(&self, step: &Step) -> Rung {
        let words = self.texts.words();
        let text = self.texts.step(step.number);
        let answer = step.decider.and_then(|(id, _)| {
            let option = self.option(id, self.questionnaire.question(id)?);
            Some(fill(&words.rung_answer, &[("label", &self.label(id)), ("answer", &option)]))
        });
        let skipped = step.skipped.map(|id| fill(&words.rung_part_skipped, &[("label", &self.label(id))]));
        Rung {
            number: usize::from(step.number),
            name: text.name,
            band: step.band,
            word: self.texts.rung(step.band),
            answer: answer.unwrap_or_default(),
            skipped: skipped.unwrap_or_default(),
            hold: if step.band == Some(Band::Low) { words.thinking_of_someone } else { Text::EMPTY },
            leeway: text.room,
        }
    }

    fn feedback(&self, theme: Theme) -> Vec<Feedback> {
        let in_band = |wanted: Band| {
            let statements = self.score.statements.iter();
            statements.filter(move |statement| statement.theme == theme && statement.band == Some(wanted))
        };
        // Strengths before chances; within a band in the order they were asked.
        [Band::High, Band::Mid, Band::Low]
            .into_iter()
            .flat_map(|band| in_band(band).map(move |Statement { question, .. }| (band, question)))
            .map(|(band, question)| {
                let text = self.texts.question(question.index());
                let said = match band {
                    Band::Low => text.low,
                    Band::Mid => text.mid,
                    Band::High => text.high,
                };
                Feedback { band, label: text.label, text: said }
            })
            .collect()
    }

    fn organisation(&self) -> OrganisationReport {
        let words = self.texts.words();
        let feedback = self.feedback(Theme::Organisation);
        let low = feedback.iter().any(|feedback| feedback.band == Band::Low);
        OrganisationReport {
            feedback,
            steer: words.steer,
            can_do: if low { self.texts.organisation().to_vec() } else { Vec::new() },
            opening: if low { words.opening } else { Text::EMPTY },
        }
    }

    fn lesson(&self, fit: &Fit) -> LessonReport {
        let words = self.texts.words();
        let text = self.texts.lesson(fit.lesson.index());
        let lesson = self.questionnaire.lesson(fit.lesson);
        let source = self.texts.source(lesson.map_or(0, |lesson| lesson.source));
        let asks_leeway = lesson.is_some_and(|lesson| lesson.asks_leeway);
        LessonReport {
            id: fit.lesson,
            title: text.title,
            why: self.why(fit.reason),
            idea: text.idea,
            example: text.example,
            action: Action { text: text.tomorrow, safety: text.safety },
            team: text.team,
            meldcode: if asks_leeway { words.room_within_meldcode } else { Text::EMPTY },
            source: source.in_one_line(),
            url: source.url,
        }
    }

    fn why(&self, reason: Reason) -> String {
        let words = self.texts.words();
        match reason {
            Reason::Everyone => words.why_everyone.to_string(),
            Reason::Verdict(verdict) => self.texts.verdict(verdict).why.to_string(),
            Reason::AllSteps(_) => words.why_all_steps.to_string(),
            Reason::Answer(id) => {
                let leaning = self.score.balance.leanings.iter().find(|(dilemma, _)| *dilemma == id);
                let answer = match (leaning, self.questionnaire.question(id)) {
                    (Some((_, value)), _) => words.leaning(*value).to_string(),
                    (None, Some(question)) => self.option(id, question),
                    (None, None) => String::new(),
                };
                fill(&words.why_answer, &[("label", &self.label(id)), ("answer", &answer)])
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Report, report};
    use crate::fixture::{answers, raw};
    use alloc::format;
    use alloc::string::{String, ToString};
    use alloc::vec::Vec;
    use expect_test::{Expect, expect};

    /// A report with texts short enough to read in a table.
    fn made(written: &str) -> Report {
        let (questionnaire, mut texts) = raw();
        texts.words.rung_answer = "{label} is {answer}".into();
        texts.words.rung_part_skipped = "no {label}".into();
        texts.words.ladder_hold = "hold at {steps}".into();
        texts.words.why_answer = "{label} was {answer}".into();
        texts.words.and = "and".into();
        for text in texts.verdicts.values_mut() {
            text.sentence = "rules [{rules}], room [{room}], {answered} of {total}".into();
        }
        for (id, text) in &mut texts.questions {
            (text.label, text.low, text.a, text.b) =
                (id.clone().into(), format!("{id} low").into(), "way A".into(), "way B".into());
        }
        for (place, option) in texts.scales.values_mut().flatten().enumerate() {
            *option = format!("Option {}", place % 5 + 1).into();
        }
        let (questionnaire, texts) = crate::content::load(questionnaire, texts).unwrap();
        report(&questionnaire, &texts, &answers(&questionnaire, written))
    }

    fn lines<T>(things: &[T], line: impl Fn(&T) -> String) -> String {
        things.iter().map(|thing| line(thing) + "\n").collect()
    }

    #[test]
    fn every_dilemma_is_marked_with_the_way_that_was_chosen() {
        let marks = |written| {
            lines(&made(written).balance.marks, |mark| {
                format!("{} {}: {:?} {} ({})", mark.number, &*mark.label, mark.value, &*mark.answer, mark.way)
            })
        };
        expect![[r#"
            1 d1: Some(-2) words.leaning-rules-most (way A)
            2 d2: Some(1) words.leaning-room (way A)
            3 d3: Some(0) words.leaning-both (way A / way B)
            4 d4: Some(2) words.leaning-room-most (way B)
            5 d5: None words.leaning-skipped ()
        "#]]
        .assert_eq(&marks("d1=1 d2=2 d3=3 d4=5 d5=-"));
    }

    #[test]
    fn the_sentence_names_the_dilemmas_on_each_side() {
        let sentence = made("d1=1 d2=2 d3=3 d4=2").balance.sentence;
        expect!["rules [d1 and d4], room [d2], 4 of 5"].assert_eq(&sentence);
    }

    #[test]
    fn a_rung_shows_the_answer_that_counts_and_what_was_skipped() {
        let rungs = |written| {
            lines(&made(written).ladder, |rung| {
                format!("{} {}: {}, {}, {}", rung.number, &*rung.word, rung.answer, rung.skipped, &*rung.hold)
            })
        };
        expect![[r#"
            1 words.rung-low: s1b is option 2, , words.thinking-of-someone
            2 words.rung-mid: s2 is option 3, , 
            3 words.rung-skipped: , , 
        "#]]
        .assert_eq(&rungs("s1a=5 s1b=2 s2=3 s3=-"));
        expect![[r#"
            1 words.rung-high: s1a is option 4, no s1b, 
            2 words.rung-skipped: , , 
            3 words.rung-high: s3 is option 5, , 
        "#]]
        .assert_eq(&rungs("s1a=4 s1b=- s3=5"));
    }

    #[test]
    fn the_ladder_sentence_names_every_step_that_wants_hold() {
        let check = |written, expected: Expect| {
            let report = made(written);
            let sentence = report.summary.strip_prefix(&report.balance.sentence).unwrap().trim();
            expected.assert_eq(&format!("{sentence} | {}", &*report.check));
        };
        check("s=1", expect!["hold at 1, 2 and 3 | "]);
        check("s=5 s2=2", expect!["hold at 2 | words.check"]);
        check("s=3", expect!["words.ladder-fair | "]);
        check("s=4", expect!["words.ladder-sure | words.check"]);
        check("s=-", expect!["words.ladder-skipped | "]);
    }

    #[test]
    fn a_statement_says_what_goes_with_its_band_and_nothing_when_unanswered() {
        let (questionnaire, texts) = crate::fixture::small();
        let text = |written| {
            let report = report(&questionnaire, &texts, &answers(&questionnaire, written));
            report.practice.iter().map(|said| said.text).collect::<Vec<_>>()
        };
        assert_eq!(text("p=1"), ["questions.p.low"]);
        assert!(text("p=-").is_empty());
    }

    #[test]
    fn what_the_organisation_can_do_is_there_when_an_answer_was_low() {
        for (written, can_do, opening) in [("o=2", 1, "words.opening"), ("o=3", 0, ""), ("p=1", 0, "")] {
            let organisation = made(written).organisation;
            assert_eq!((organisation.can_do.len(), organisation.opening.get()), (can_do, opening), "{written}");
            assert_eq!(organisation.steer, "words.steer");
        }
    }

    #[test]
    fn a_lesson_says_which_answer_led_to_it_and_that_room_stays_within_the_meldcode() {
        let lessons = |written| {
            lines(&made(written).lessons, |lesson| format!("{}: {} {}", &*lesson.title, lesson.why, &*lesson.meldcode))
        };
        expect![[r#"
            lessons.hold-2.title: s2 was option 1 
            lessons.to-room.title: d1 was words.leaning-rules-most words.room-within-meldcode
            lessons.cover.title: o was option 2 words.room-within-meldcode
        "#]]
        .assert_eq(&lessons("d=1 d2=5 s2=1 o=2 p=5"));
        expect![[r#"
            lessons.between.title: verdicts.missing.why 
            lessons.everyone.title: words.why-everyone 
        "#]]
        .assert_eq(&lessons("p=5"));
    }

    #[test]
    fn safety_doors_and_closing_doors_are_kept_apart() {
        let report = made("");
        assert_eq!(report.safety.iter().map(|door| door.number.to_string()).collect::<Vec<_>>(), ["1-2"]);
        assert_eq!(report.closing.iter().map(|door| door.who.to_string()).collect::<Vec<_>>(), ["doors.friend.who"]);
    }
}
