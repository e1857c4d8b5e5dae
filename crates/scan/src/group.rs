//! The picture of a group, and never of a person: counts go in, and what comes out cannot be led back to one of them.
//!
//! The rule, with its reasons, stands in docs/decisions/012. In short: no cell of fewer than three people is told from an
//! empty one; under twenty people there are three places to a dilemma and no counts, and from twenty on counts in threes;
//! and everyone in one place reads as nearly everyone.

mod spread;

pub use spread::{CELL, COUNTED, Cell, GROUP, Pattern, Share, Spread, Subject};

use crate::answers::{Answers, Choice};
use crate::code::{Code, CodeError};
use crate::questionnaire::{QuestionId, Questionnaire, Theme};
use crate::score;
use alloc::vec::Vec;

/// The trainer cannot go below this many people.
pub const LEAST_GROUP: usize = 3;

/// What a group comes to. Only [`summarise`] makes one, so that no count leaves here unguarded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupReport {
    people: usize,
    balance: Vec<Spread>,
    practice: Vec<Spread>,
    organisation: Vec<Spread>,
    ladder: Vec<Spread>,
}

impl GroupReport {
    /// How many people are in it.
    pub fn people(&self) -> usize {
        self.people
    }

    /// The dilemmas, each from rules to leeway.
    pub fn balance(&self) -> &[Spread] {
        &self.balance
    }

    /// The dilemmas where the group agrees, and after these where it does not; each in the order of the questionnaire.
    pub fn agreed_and_differed(&self) -> (Vec<&Spread>, Vec<&Spread>) {
        self.balance.iter().partition(|spread| matches!(spread.pattern(), Pattern::Agrees(_)))
    }

    /// The statements about one's own practice, each from seldom to often.
    pub fn practice(&self) -> &[Spread] {
        &self.practice
    }

    /// The statements about the organisation; to be shown on request only.
    pub fn organisation(&self) -> &[Spread] {
        &self.organisation
    }

    /// The steps of the meldcode, each from wanting hold to sure.
    pub fn ladder(&self) -> &[Spread] {
        &self.ladder
    }

    /// The spread about a subject.
    pub fn spread(&self, subject: Subject) -> Option<&Spread> {
        let all = [&self.balance, &self.practice, &self.organisation, &self.ladder];
        all.into_iter().flatten().find(|spread| spread.subject() == subject)
    }
}

/// What these people come to; `None` below the least group, of which nothing is known but its number. The order of the codes
/// does not matter.
///
/// # Errors
///
/// The first code that is of another questionnaire.
pub fn summarise<'a>(
    questionnaire: &Questionnaire,
    codes: impl IntoIterator<Item = &'a Code>,
    least: usize,
) -> Result<Option<GroupReport>, CodeError> {
    let mut tallies: Vec<Tally> = subjects(questionnaire).map(|subject| Tally { subject, counts: [0; 5] }).collect();
    let mut people = 0;
    for code in codes {
        let answers = code.answers(questionnaire)?;
        people += 1;
        for tally in &mut tallies {
            tally.add(questionnaire, &answers);
        }
    }
    let least = least.max(LEAST_GROUP);
    if people < least {
        return Ok(None);
    }
    let of = |theme: Theme| {
        let wanted = |tally: &&Tally| tally.theme(questionnaire) == Some(theme);
        tallies.iter().filter(wanted).map(|tally| tally.spread(questionnaire, people)).collect()
    };
    let (balance, practice) = (of(Theme::Balance), of(Theme::Practice));
    Ok(Some(GroupReport {
        people,
        balance,
        practice,
        organisation: of(Theme::Organisation),
        ladder: of(Theme::Meldcode),
    }))
}

fn subjects(questionnaire: &Questionnaire) -> impl Iterator<Item = Subject> {
    let questions = questionnaire.questions().filter(|(_, question)| question.theme != Theme::Meldcode);
    let questions = questions.map(|(id, _)| Subject::Question(id));
    questions.chain((1..=questionnaire.steps()).map(Subject::Step))
}

/// How many chose what. It stays in here.
struct Tally {
    subject: Subject,
    counts: [usize; 5],
}

impl Tally {
    fn theme(&self, questionnaire: &Questionnaire) -> Option<Theme> {
        match self.subject {
            Subject::Question(id) => questionnaire.question(id).map(|question| question.theme),
            Subject::Step(_) => Some(Theme::Meldcode),
        }
    }

    fn add(&mut self, questionnaire: &Questionnaire, answers: &Answers) {
        let place = match self.subject {
            Subject::Question(id) => place(questionnaire, answers, id),
            // The lowest answer of a step counts, as it does for a person.
            Subject::Step(step) => questionnaire
                .of_theme(Theme::Meldcode)
                .filter(|(_, question)| question.step == step)
                .filter_map(|(id, _)| Some((answers.choice(id)?, id)))
                .min_by_key(|(choice, _)| *choice)
                .and_then(|(_, id)| place(questionnaire, answers, id)),
        };
        if let Some(count) = place.and_then(|place| self.counts.get_mut(place)) {
            *count += 1;
        }
    }

    fn spread(&self, questionnaire: &Questionnaire, people: usize) -> Spread {
        match self.theme(questionnaire) {
            Some(Theme::Balance) => Spread::of_five(self.subject, self.counts, people),
            _ => {
                let [low, mid, high, ..] = self.counts;
                Spread::of_three(self.subject, [low, mid, high], people)
            }
        }
    }
}

/// For a dilemma 0 to 4, from rules to leeway; else 0 to 2, the band.
fn place(questionnaire: &Questionnaire, answers: &Answers, id: QuestionId) -> Option<usize> {
    let (question, choice): (_, Choice) = (questionnaire.question(id)?, answers.choice(id)?);
    match question.theme {
        Theme::Balance => usize::try_from(score::leaning(question, choice) + 2).ok(),
        _ => questionnaire.band(question, choice.index()).map(|band| band as usize),
    }
}
