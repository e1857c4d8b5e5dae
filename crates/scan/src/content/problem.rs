//! What can be wrong with content, said to the editor: which file, which place, and what to do.
//!
//! These sentences are for whoever edits `content/`, so they are Dutch and stand here rather than in
//! `content/text`: a broken text file could not report on itself.

use crate::text::Text;
use alloc::string::String;
use core::fmt;

/// A content file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum File {
    /// `content/questionnaire.toml`.
    Questionnaire,
    /// `content/text/<language>.toml`.
    Text,
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file to open.
    pub file: File,
    /// The language of the texts it was found with, as they say it themselves.
    pub language: Text,
    /// The path in it, such as `lessons.start-small.idea`.
    pub path: String,
    /// What is wrong there.
    pub fault: Fault,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Two things have this id.
    DoubleId(String),
    /// Nothing has this id.
    UnknownId(String),
    /// A text is missing or empty.
    MissingText,
    /// A text belongs to nothing in the questionnaire.
    UnusedText,
    /// `{name}` names nothing that can be filled in.
    UnknownBlank(String),
    /// A list has another length than it should.
    Length {
        /// How many it should have.
        wanted: usize,
        /// How many it has.
        found: usize,
    },
    /// A dilemma does not say which side way A leans to, or something else does.
    Side,
    /// A meldcode question has no step between 1 and the number of steps, or something else has one.
    Step,
    /// The scale of the question does not go with its theme.
    Scale,
    /// A condition does not name exactly one subject that fits.
    Condition,
    /// A lesson for one side fits people who already lean to that side.
    Pushes,
    /// The thresholds of the balance are not in order, or ask for more dilemmas than there are.
    Thresholds,
    /// Something has a number to show but none to dial, or the other way round.
    Number,
    /// A link leads to something else than a page, a mail or a number.
    Address,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.file {
            File::Questionnaire => write!(f, "content/questionnaire.toml")?,
            // A file is named after its language, whatever the country.
            File::Text => write!(f, "content/text/{}.toml", self.language.split('-').next().unwrap_or_default())?,
        }
        write!(f, ", {}: {}", self.path, self.fault)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::DoubleId(id) => write!(f, "de id '{id}' staat er twee keer. Geef een van beide een andere id."),
            Fault::UnknownId(id) => write!(f, "de id '{id}' bestaat niet. Verbeter hem, of voeg toe wat ontbreekt."),
            Fault::MissingText => write!(f, "hier hoort een tekst. Schrijf die."),
            Fault::UnusedText => write!(f, "deze tekst hoort nergens bij. Haal hem weg, of verbeter de id."),
            Fault::UnknownBlank(name) => {
                write!(
                    f,
                    "'{{{name}}}' kan niet worden ingevuld. Gebruik een woord tussen accolades dat al in een tekst staat, of de id van een deur met een nummer."
                )
            }
            Fault::Length { wanted, found } => write!(f, "hier horen er {wanted} te staan, het zijn er {found}."),
            Fault::Side => write!(f, "zet 'a' op rules of room bij een dilemma, en laat 'a' weg bij andere vragen."),
            Fault::Step => write!(f, "zet 'step' op een stap die bestaat bij thema meldcode, en laat hem anders weg."),
            Fault::Scale => {
                write!(f, "deze schaal past niet bij het thema. Een dilemma krijgt een schaal zonder 'bands'.")
            }
            Fault::Condition => write!(
                f,
                "noem een 'rank' vanaf 1 en precies één onderwerp: always, verdict, question met side of band, \
                 step met band, of all-steps."
            ),
            Fault::Pushes => {
                write!(f, "deze les duwt verder naar een kant waar iemand al staat. Kies andere uitkomsten.")
            }
            Fault::Thresholds => write!(
                f,
                "zet 'near' boven 0 en onder 'lean', 'lean' op hoogstens 20, en 'least-answered' van 1 tot en met \
                 het aantal dilemma's."
            ),
            Fault::Address => write!(f, "begin dit adres met https:, http:, mailto: of tel:, zonder spaties."),
            Fault::Number => write!(f, "geef zowel 'number' als 'tel', of geen van beide."),
        }
    }
}
