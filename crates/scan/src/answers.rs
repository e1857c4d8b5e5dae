//! What a person answered: the only state worth saving.

use crate::questionnaire::{OPTIONS, QuestionId, Questionnaire};
use alloc::vec::Vec;

/// One of the five options of a question, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Choice(u8);

impl Choice {
    /// The option at a place from 0 to 4; `None` beyond.
    pub fn new(index: u8) -> Option<Choice> {
        (index < OPTIONS).then_some(Choice(index))
    }

    /// All five, in order.
    pub fn all() -> impl Iterator<Item = Choice> {
        (0..OPTIONS).map(Choice)
    }

    /// The index, 0 to 4.
    pub fn index(self) -> u8 {
        self.0
    }
}

/// How a question was dealt with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// This option was chosen.
    Chosen(Choice),
    /// The person passed it by on purpose.
    Skipped,
}

/// Answers by question. A question that is not in it was not reached yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers(
    // In the order of the questionnaire, each question once.
    Vec<(QuestionId, Answer)>,
);

impl Answers {
    /// Whether nothing was answered or skipped.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How this question was dealt with.
    pub fn get(&self, question: QuestionId) -> Option<Answer> {
        self.0.iter().find(|(id, _)| *id == question).map(|(_, answer)| *answer)
    }

    /// The option chosen; `None` when skipped or not reached. Never counts as zero.
    pub fn choice(&self, question: QuestionId) -> Option<Choice> {
        match self.get(question) {
            Some(Answer::Chosen(choice)) => Some(choice),
            Some(Answer::Skipped) | None => None,
        }
    }

    /// Sets how a question was dealt with.
    pub fn set(&mut self, question: QuestionId, answer: Answer) {
        match self.0.iter_mut().find(|(id, _)| *id == question) {
            Some((_, before)) => *before = answer,
            None => {
                let place = self.0.partition_point(|(id, _)| *id < question);
                self.0.insert(place, (question, answer));
            }
        }
    }

    /// The first question that was neither answered nor skipped; `None` when all were.
    pub fn first_open(&self, questionnaire: &Questionnaire) -> Option<QuestionId> {
        questionnaire.questions().map(|(id, _)| id).find(|id| self.get(*id).is_none())
    }

    /// Everything that was dealt with, in the order of the questionnaire.
    pub fn iter(&self) -> impl Iterator<Item = (QuestionId, Answer)> {
        self.0.iter().copied()
    }
}

impl FromIterator<(QuestionId, Answer)> for Answers {
    fn from_iter<I: IntoIterator<Item = (QuestionId, Answer)>>(given: I) -> Answers {
        let mut answers = Answers::default();
        for (question, answer) in given {
            answers.set(question, answer);
        }
        answers
    }
}

#[cfg(test)]
mod tests {
    use super::{Answer, Answers, Choice};
    use crate::fixture::{answers, small};

    #[test]
    fn a_choice_is_one_of_five() {
        assert_eq!(Choice::all().map(Choice::index).collect::<alloc::vec::Vec<_>>(), [0, 1, 2, 3, 4]);
        assert_eq!(Choice::new(5), None);
    }

    #[test]
    fn a_skipped_question_was_dealt_with_but_has_no_choice() {
        let (questionnaire, _) = small();
        let given = answers(&questionnaire, "d1=-");
        let (first, second) = (questionnaire.at(0).unwrap(), questionnaire.at(1));
        assert_eq!(given.get(first), Some(Answer::Skipped));
        assert_eq!(given.choice(first), None);
        assert_eq!(given.first_open(&questionnaire), second);
        assert!(!given.is_empty());
    }

    #[test]
    fn nothing_is_open_once_all_is_dealt_with() {
        let (questionnaire, _) = small();
        assert_eq!(answers(&questionnaire, "d=1 p=2 o=- s=5").first_open(&questionnaire), None);
        assert_eq!(Answers::default().first_open(&questionnaire), questionnaire.at(0));
    }
}
