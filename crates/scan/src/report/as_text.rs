//! A report as plain text: what "Kopieer als tekst" gives, and what the journeys compare.

use super::{Action, DoorReport, Feedback, LessonReport, Report};
use crate::questionnaire::LessonId;
use crate::words::Words;
use alloc::string::String;

/// The report as text, with the chosen action if there is one.
pub fn as_text(report: &Report, words: &Words, action: Option<LessonId>) -> String {
    let mut text = Lines(String::new());
    text.line(&[&words.result_heading]);
    text.line(&[&report.summary]);
    let all = || report.lessons.iter().chain(&report.more);
    match all().find(|lesson| Some(lesson.id) == action) {
        Some(lesson) => text.action(&words.my_action, lesson.action),
        None => text.action(&words.tomorrow, report.lessons.first().map(|lesson| lesson.action).unwrap_or_default()),
    }

    text.heading(&words.balance_heading);
    for mark in &report.balance.marks {
        text.line(&[&digit(mark.number), " ", &mark.label, ": ", &mark.answer]);
    }
    text.labelled(&words.strength, &report.balance.strength);
    text.labelled(&words.watch, &report.balance.watch);
    text.labelled(&words.question_along, &report.balance.question);

    text.heading(&words.ladder_heading);
    for rung in &report.ladder {
        text.line(&[&digit(rung.number), " ", &rung.name, ": ", &rung.word]);
        for note in [&*rung.answer, &rung.skipped, &rung.hold] {
            text.indented(note);
        }
    }
    text.line(&[&report.check]);
    text.doors(&words.safety_heading, &report.safety);

    if !report.practice.is_empty() {
        text.heading(&words.practice_heading);
        text.feedback(&report.practice);
    }
    text.lessons(words, &report.lessons);

    text.heading(&words.organisation_heading);
    text.feedback(&report.organisation.feedback);
    text.line(&[&report.organisation.steer]);
    if !report.organisation.can_do.is_empty() {
        text.heading(&words.organisation_can_do);
        for line in &report.organisation.can_do {
            text.line(&["- ", line]);
        }
        text.labelled(&words.opening_heading, &report.organisation.opening);
    }
    if !report.more.is_empty() {
        text.heading(&words.more_lessons);
        for lesson in &report.more {
            text.line(&["- ", &lesson.title, ": ", &lesson.action.text]);
            text.indented(&lesson.action.safety);
        }
    }
    text.doors(&words.closing_heading, &report.closing);
    text.0
}

struct Lines(String);

impl Lines {
    /// A line; nothing when it would be empty.
    fn line(&mut self, parts: &[&str]) {
        if parts.iter().any(|part| !part.is_empty()) {
            for part in parts {
                self.0.push_str(part);
            }
            self.0.push('\n');
        }
    }

    fn indented(&mut self, text: &str) {
        if !text.is_empty() {
            self.line(&["  ", text]);
        }
    }

    fn heading(&mut self, heading: &str) {
        self.0.push('\n');
        self.line(&["== ", heading]);
    }

    fn action(&mut self, heading: &str, action: Action) {
        self.heading(heading);
        self.line(&[&action.text]);
        self.line(&[&action.safety]);
    }

    fn labelled(&mut self, label: &str, text: &str) {
        if !text.is_empty() {
            self.line(&[label, ": ", text]);
        }
    }

    fn feedback(&mut self, feedback: &[Feedback]) {
        for said in feedback {
            self.line(&["- ", &said.text]);
        }
    }

    fn lessons(&mut self, words: &Words, lessons: &[LessonReport]) {
        self.heading(&words.lessons_heading);
        for lesson in lessons {
            self.line(&["* ", &lesson.title]);
            for line in [&*lesson.why, &lesson.action.safety, &lesson.idea] {
                self.indented(line);
            }
            let parts = [
                (&words.lesson_example, &lesson.example),
                (&words.lesson_tomorrow, &lesson.action.text),
                (&words.lesson_team, &lesson.team),
            ];
            for (label, text) in parts {
                self.line(&["  ", label, ": ", text]);
            }
            self.indented(&lesson.meldcode);
            self.line(&["  ", &words.lesson_source, " ", &lesson.source]);
            self.indented(&lesson.url);
        }
    }

    fn doors(&mut self, heading: &str, doors: &[DoorReport]) {
        self.heading(heading);
        for door in doors {
            self.line(&[
                "- ",
                &door.when,
                " ",
                &door.who,
                if door.number.is_empty() { "" } else { ": " },
                &door.number,
            ]);
            self.indented(&door.note);
            self.indented(&door.url);
        }
    }
}

fn digit(number: usize) -> String {
    alloc::string::ToString::to_string(&number)
}
