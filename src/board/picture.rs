//! The group's picture, ready to be shown: each spread with its words, its sentence and what to talk about.

use crate::app::Content;
use crate::board::words::{self, Point, point};
use scan::answers::Choice;
use scan::group::{Cell, GroupReport, Pattern, Share, Spread, Subject};
use scan::questionnaire::{Band, Side, Theme};
use scan::text::{enumerate, fill};

/// One spread.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// What it is about.
    pub subject: Subject,
    /// A few words that name it.
    pub name: String,
    /// The situation, the statement, or the step.
    pub title: String,
    /// More about it: the two ways of a dilemma, rules first; may be empty.
    pub lines: Vec<String>,
    /// What a group sees of each moment that was shown; the first or only one first.
    pub moments: Vec<Moment>,
    /// What to talk about.
    pub(super) point: Option<&'static Point>,
}

/// How a group spread at one moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// What it is called; empty when there is only one.
    pub name: &'static str,
    /// The places, from the first to the last.
    pub places: Vec<String>,
    /// The cells; none when nothing can be shown.
    pub cells: Vec<Cell>,
    /// The same in one sentence.
    pub sentence: String,
}

impl Moment {
    /// The places of a cell in words.
    pub fn place(&self, cell: &Cell) -> String {
        let at = |place: usize| self.places.get(place).map(String::as_str).unwrap_or_default();
        match (at(cell.first), at(cell.last)) {
            (first, _) if cell.first == cell.last => first.to_owned(),
            (first, last) => fill(words::PLACES_TO, &[("first", first), ("last", last)]),
        }
    }
}

/// How much of a group, in words.
pub(super) fn share(share: Share) -> &'static str {
    match share {
        Share::Few => words::SHARE_FEW,
        Share::Part => words::SHARE_PART,
        Share::Half => words::SHARE_HALF,
        Share::Most => words::SHARE_MOST,
        Share::NearlyAll => words::SHARE_NEARLY,
    }
}

/// About how many, in words; empty where that is not shown.
pub(super) fn about(cell: &Cell) -> String {
    cell.about.map_or(String::new(), |about| words::with(words::ABOUT, about))
}

/// All that can be shown, in the order in which it is talked about.
#[derive(Clone, Debug, PartialEq)]
pub struct Pictures {
    /// How many people are in the picture; of each moment.
    pub people: Vec<usize>,
    /// The dilemmas where most chose one side.
    pub agreed: Vec<Picture>,
    /// Those where it is divided.
    pub differed: Vec<Picture>,
    /// Those of which nothing can be shown.
    pub hidden: Vec<Picture>,
    /// The statements about one's own practice.
    pub practice: Vec<Picture>,
    /// The steps of the meldcode.
    pub ladder: Vec<Picture>,
    /// The organisation: only on request.
    pub organisation: Vec<Picture>,
}

impl Pictures {
    /// Makes the pictures of one or two moments. The last one decides where the group agrees.
    pub fn of(content: &Content, reports: &[GroupReport]) -> Option<Pictures> {
        let now = reports.last()?;
        let maker = PictureBuilder { content, reports };
        let each = |spreads: &[Spread]| spreads.iter().map(|spread| maker.picture(spread)).collect();
        let (agreed, others) = now.agreed_and_differed();
        let (hidden, differed): (Vec<_>, Vec<_>) =
            others.into_iter().partition(|spread| spread.pattern() == Pattern::Hidden);
        let of = |spreads: Vec<&Spread>| spreads.into_iter().map(|spread| maker.picture(spread)).collect();
        Some(Pictures {
            people: reports.iter().map(GroupReport::people).collect(),
            agreed: of(agreed),
            differed: of(differed),
            hidden: of(hidden),
            practice: each(now.practice()),
            ladder: each(now.ladder()),
            organisation: each(now.organisation()),
        })
    }

    /// The parts, in order. `whole` takes the organisation in.
    pub fn parts(&self, whole: bool) -> Vec<Part<'_>> {
        let mut parts: Vec<Part<'_>> = Vec::new();
        let mut add = |heading, none, pictures| parts.push(Part { heading, none, pictures });
        add(words::AGREED_HEADING, words::NONE_AGREED, &*self.agreed);
        add(words::DIFFERED_HEADING, words::NONE_DIFFERED, &*self.differed);
        // That there is nothing hidden needs no saying.
        if !self.hidden.is_empty() {
            add(words::HIDDEN_HEADING, "", &*self.hidden);
        }
        add(words::PRACTICE_HEADING, "", &*self.practice);
        add(words::LADDER_HEADING, "", &*self.ladder);
        if whole {
            add(words::ORGANISATION_HEADING, "", &*self.organisation);
        }
        parts
    }
}

/// Pictures that belong together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part<'a> {
    /// What stands above them.
    pub heading: &'static str,
    /// What is said when there is none; may be empty.
    pub none: &'static str,
    /// They themselves.
    pub pictures: &'a [Picture],
}

struct PictureBuilder<'a> {
    content: &'a Content,
    reports: &'a [GroupReport],
}

impl PictureBuilder<'_> {
    fn picture(&self, spread: &Spread) -> Picture {
        let subject = spread.subject();
        let names: &[&'static str] =
            if self.reports.len() > 1 { &[words::MOMENT_FIRST, words::MOMENT_SECOND] } else { &[""] };
        let mut moments = Vec::new();
        for (report, name) in self.reports.iter().zip(names) {
            if let Some(spread) = report.spread(subject) {
                moments.push(self.moment(spread, name));
            }
        }
        let (name, title, lines) = self.about(subject);
        let low_first = self.theme(subject) != Some(Theme::Balance);
        Picture { subject, name, title, lines, moments, point: point(spread, low_first) }
    }

    fn theme(&self, subject: Subject) -> Option<Theme> {
        match subject {
            Subject::Question(id) => self.content.questionnaire.question(id).map(|question| question.theme),
            Subject::Step(_) => Some(Theme::Meldcode),
        }
    }

    /// Its name, its title, and what more there is to say.
    fn about(&self, subject: Subject) -> (String, String, Vec<String>) {
        let Content { questionnaire, texts } = self.content;
        match subject {
            Subject::Question(id) => {
                let text = texts.question(id.index());
                let name = text.label.to_string();
                let Some(question) = questionnaire.question(id).filter(|one| one.theme == Theme::Balance) else {
                    return (name, fill(words::STATEMENT, &[("ask", &text.ask)]), Vec::new());
                };
                let (rules, room) = if question.a_side == Side::Rules { (text.a, text.b) } else { (text.b, text.a) };
                let lines = vec![fill(words::WAY_RULES, &[("way", &rules)]), fill(words::WAY_ROOM, &[("way", &room)])];
                (name, text.ask.to_string(), lines)
            }
            Subject::Step(step) => {
                let name = texts.step(step).name.to_string();
                let title = fill(words::STEP, &[("n", &step.to_string()), ("name", &name)]);
                (title.clone(), title, vec![words::STEP_ASK.to_owned()])
            }
        }
    }

    fn moment(&self, spread: &Spread, name: &'static str) -> Moment {
        let places = self.places(spread);
        let mut moment = Moment { name, places, cells: spread.cells().to_vec(), sentence: String::new() };
        moment.sentence = sentence(&moment, spread.pattern());
        moment
    }

    /// The places of a spread, named as the scan names them.
    fn places(&self, spread: &Spread) -> Vec<String> {
        let Content { questionnaire, texts } = self.content;
        let question = match spread.subject() {
            Subject::Step(_) => {
                let rungs = [words::SCAN_RUNG_LOW, words::SCAN_RUNG_MID, words::SCAN_RUNG_HIGH];
                return rungs.map(str::to_owned).into();
            }
            Subject::Question(id) => questionnaire.question(id),
        };
        let Some(question) = question else { return Vec::new() };
        if question.theme == Theme::Balance {
            let five = spread.cells().last().is_some_and(|cell| cell.last == 4);
            return match five {
                true => [
                    words::SCAN_LEANING_RULES_MOST,
                    words::SCAN_LEANING_RULES,
                    words::SCAN_LEANING_BOTH,
                    words::SCAN_LEANING_ROOM,
                    words::SCAN_LEANING_ROOM_MOST,
                ]
                .map(str::to_owned)
                .into(),
                false => [words::RULES, words::BOTH, words::ROOM].map(str::to_owned).into(),
            };
        }
        let named = |band: Band| {
            let options = Choice::all().filter(|choice| questionnaire.band(question, choice.index()) == Some(band));
            let options: Vec<String> =
                options.map(|choice| texts.option(question.scale, choice.index()).to_ascii_lowercase()).collect();
            enumerate(options.iter().map(String::as_str), words::OR)
        };
        [Band::Low, Band::Mid, Band::High].map(named).into()
    }
}

fn sentence(moment: &Moment, pattern: Pattern) -> String {
    let shown: Vec<&Cell> = moment.cells.iter().filter(|cell| cell.share > Share::Few).collect();
    let names: Vec<String> = shown.iter().map(|cell| moment.place(cell)).collect();
    let places = enumerate(names.iter().map(String::as_str), words::AND);
    match (pattern, shown.as_slice()) {
        (Pattern::Hidden, _) => words::SAYS_HIDDEN.to_owned(),
        (Pattern::Agrees(_), [cell]) if cell.share == Share::NearlyAll => {
            fill(words::SAYS_NEARLY, &[("place", &places)])
        }
        (Pattern::Agrees(side), _) => {
            let here: Vec<&str> = shown
                .iter()
                .zip(&names)
                .filter(|(cell, _)| cell.side(moment.places.len()) == side)
                .map(|(_, name)| name.as_str())
                .collect();
            fill(words::SAYS_MOST, &[("place", &enumerate(here, words::OR))])
        }
        (Pattern::Differs, [cell]) => fill(words::SAYS_ONE, &[("share", share(cell.share)), ("place", &places)]),
        (Pattern::Differs, _) => fill(words::SAYS_DIFFERS, &[("places", &places)]),
    }
}
