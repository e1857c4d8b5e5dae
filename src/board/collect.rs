//! Reading what was handed in: any text, in pieces, so that the page never stands still; and what is said of it.

use crate::board::words;
use codes::{Keys, OpenError};
use gloo::timers::future::TimeoutFuture;
use scan::code::{Code, CodeError, Finder, Found, What};
use scan::questionnaire::Questionnaire;
use scan::text::{enumerate, fill};
use scan::workshop::{Added, Round, Workshop};

/// A piece takes a few milliseconds to read; between two the page does what else it has to do.
const PIECE: usize = 100_000;
/// So many places are named.
const NAMED: usize = 12;

/// A text that was handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submission {
    /// The name of its file; empty when it was pasted or typed.
    pub file: String,
    /// The text; `None` when the file could not be read.
    pub text: Option<String>,
}

/// Something in a text, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedItem {
    /// Where, in words.
    pub source: String,
    /// What.
    pub what: Result<Code, Rejected>,
}

/// Rejected something is not counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rejected {
    /// It has a mistake in it.
    Damaged,
    /// It was sealed for another board.
    OtherBoard,
    /// It is of an older questionnaire.
    Older,
    /// It is of a newer one.
    Newer,
    /// The file is no text.
    Unread,
}

/// Reads everything that was handed in. Names that stand around the codes stay behind here.
pub(super) async fn read(given: Vec<Submission>, keys: Option<Keys>) -> Vec<ImportedItem> {
    let mut heard = Vec::new();
    for Submission { file, text } in given {
        let Some(text) = text else {
            heard.push(ImportedItem { source: file, what: Err(Rejected::Unread) });
            continue;
        };
        let (mut finder, mut rest) = (Finder::default(), text.as_str());
        while !rest.is_empty() {
            let (piece, after) = rest.split_at(boundary(rest));
            open(&mut heard, &file, finder.feed(piece), keys.as_ref()).await;
            rest = after;
            if !rest.is_empty() {
                TimeoutFuture::new(0).await;
            }
        }
        open(&mut heard, &file, finder.finish(), keys.as_ref()).await;
    }
    heard
}

/// Where the first piece ends: between two characters.
fn boundary(text: &str) -> usize {
    (PIECE..text.len()).find(|index| text.is_char_boundary(*index)).unwrap_or(text.len())
}

async fn open(heard: &mut Vec<ImportedItem>, file: &str, found: Vec<Found>, keys: Option<&Keys>) {
    for Found { line, what } in found {
        let what = match (what, keys) {
            (What::Code(code), _) => Ok(code),
            (What::Sealed(text), Some(keys)) => keys.open(&text).await.map_err(|error| match error {
                OpenError::OtherBoard => Rejected::OtherBoard,
                OpenError::Damaged => Rejected::Damaged,
            }),
            (What::Sealed(_), None) => Err(Rejected::OtherBoard),
            (What::Damaged(_), _) => Err(Rejected::Damaged),
        };
        let line = line.to_string();
        let source = match file {
            "" => fill(words::AT_LINE, &[("n", &line)]),
            file => fill(words::AT_FILE_LINE, &[("file", file), ("n", &line)]),
        };
        heard.push(ImportedItem { source, what });
    }
}

/// What became of all that was handed in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportSummary {
    /// How many were added.
    pub added: usize,
    twice: Vec<String>,
    damaged: Vec<String>,
    other_board: Vec<String>,
    older: Vec<String>,
    newer: Vec<String>,
    unread: Vec<String>,
}

impl ImportSummary {
    /// Adds what counts to the workshop.
    pub fn add(
        workshop: &mut Workshop,
        round: Round,
        questionnaire: &Questionnaire,
        heard: Vec<ImportedItem>,
    ) -> ImportSummary {
        let mut summary = ImportSummary::default();
        let (mut codes, mut sources) = (Vec::new(), Vec::new());
        for ImportedItem { source, what } in heard {
            let what = what.and_then(|code| match code.answers(questionnaire) {
                Ok(_) => Ok(code),
                Err(CodeError::Older) => Err(Rejected::Older),
                Err(CodeError::Newer) => Err(Rejected::Newer),
                Err(CodeError::Foreign | CodeError::Damaged) => Err(Rejected::Damaged),
            });
            match what {
                Ok(code) => {
                    codes.push(code);
                    sources.push(source);
                }
                Err(Rejected::Damaged) => summary.damaged.push(source),
                Err(Rejected::OtherBoard) => summary.other_board.push(source),
                Err(Rejected::Older) => summary.older.push(source),
                Err(Rejected::Newer) => summary.newer.push(source),
                Err(Rejected::Unread) => summary.unread.push(source),
            }
        }
        for (added, source) in workshop.add(round, &codes).into_iter().zip(sources) {
            match added {
                Added::New => summary.added += 1,
                Added::Twice => summary.twice.push(source),
            }
        }
        summary
    }

    /// The same in sentences.
    pub fn lines(&self) -> Vec<String> {
        let kinds = [
            (words::TWICE, &self.twice),
            (words::DAMAGED, &self.damaged),
            (words::OTHER_BOARD, &self.other_board),
            (words::OLDER, &self.older),
            (words::NEWER, &self.newer),
            (words::UNREAD, &self.unread),
        ];
        let nothing = kinds.iter().all(|(_, sources)| sources.is_empty());
        let added = match self.added {
            0 if nothing => words::FOUND_NOTHING.to_owned(),
            0 => words::ADDED_NONE.to_owned(),
            1 => words::ADDED_ONE.to_owned(),
            many => words::with(words::ADDED, many),
        };
        let mut lines = vec![added];
        for (word, sources) in kinds.iter().filter(|(_, sources)| !sources.is_empty()) {
            let n = sources.len().to_string();
            lines.push(fill(word, &[("n", &n), ("places", &named(sources))]));
        }
        lines
    }
}

/// The first places, and how many there are besides.
fn named(sources: &[String]) -> String {
    let more = sources.len().saturating_sub(NAMED);
    let rest = if more > 0 { words::with(words::AND_MORE, more) } else { String::new() };
    let named = sources.iter().take(NAMED).map(String::as_str).chain((more > 0).then_some(rest.as_str()));
    enumerate(named, words::AND)
}
