//! An organisation's own content: a JSON text laid over the scan's content, checked as that is, and packed for the program.
//!
//! What may be laid over: any text, doors, lessons with their sources. What is asked and how it counts may not.

#![forbid(unsafe_code)]

mod merge;
#[cfg(feature = "schema")]
mod schema;

#[cfg(feature = "schema")]
pub use schema::schema;

use merge::SCHEMA;
use scan::content::{File, Problem, RawQuestionnaire, RawTexts, load};
use scan::packed::pack;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use serde_path_to_error::{Path, Segment};

static QUESTIONNAIRE: &str = include_str!(concat!(env!("OUT_DIR"), "/questionnaire.json"));
/// The texts of each language, by its name.
static LANGUAGES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/languages.rs"));

/// The parts of the questionnaire that may be added to.
const OPEN: [&str; 3] = ["doors", "lessons", "sources"];
/// Everything else stands under this name.
const TEXTS: &str = "texts";

/// The content in a language with what is written laid over it, as [`scan::packed::pack`] makes it.
///
/// # Errors
///
/// Every problem found, each with its place and what to do; never an empty list.
pub fn read(language: &str, written: &str) -> Result<String, Vec<String>> {
    let written: Value = serde_json::from_str(written).map_err(|error| {
        vec![format!(
            "regel {}, teken {}: dit is geen JSON. Kijk of er een komma, haak of aanhalingsteken ontbreekt.",
            error.line(),
            error.column()
        )]
    })?;
    let Value::Object(mut written) = written else {
        return Err(vec!["begin en eind: zet alles tussen { en }.".to_owned()]);
    };
    let mut problems = Vec::new();
    // The loader asks in no other language; what would be one has no texts, and a problem says so.
    let texts = LANGUAGES.iter().find(|(name, _)| *name == language).map_or("", |(_, texts)| texts);
    let (mut base, mut base_texts) = (parsed(QUESTIONNAIRE), parsed(texts));
    if let Some(own) = written.remove(TEXTS) {
        merge::lay(&mut base_texts, own, TEXTS, &mut problems);
    }
    for (name, own) in written {
        match base.get_mut(&name) {
            Some(part) if OPEN.contains(&name.as_str()) => merge::lay(part, own, &name, &mut problems),
            _ => problems.push(format!("{name}: dit deel is er niet. Kies uit: {}, {TEXTS}.", OPEN.join(", "))),
        }
    }
    let questionnaire = typed::<RawQuestionnaire>(base, &mut problems);
    let texts = typed::<RawTexts>(base_texts, &mut problems);
    let (Some(questionnaire), Some(texts)) = (questionnaire, texts) else { return Err(problems) };
    match load(questionnaire, texts) {
        Ok((questionnaire, texts)) if problems.is_empty() => return Ok(pack(&questionnaire, texts)),
        Ok(_) => {}
        Err(found) => problems.extend(found.iter().map(said)),
    }
    Err(problems)
}

/// The problem with its place in what the organisation wrote.
fn said(problem: &Problem) -> String {
    let path = match problem.file {
        File::Questionnaire => problem.path.clone(),
        File::Text => format!("{TEXTS}.{}", problem.path),
    };
    format!("{path}: {}", problem.fault)
}

/// The content that came along is JSON: the build wrote it.
fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or(Value::Object(Map::new()))
}

fn typed<T: DeserializeOwned>(value: Value, problems: &mut Vec<String>) -> Option<T> {
    serde_path_to_error::deserialize(&value)
        .map_err(|error| {
            let path = path(&value, error.path());
            let said = error.inner();
            problems.push(format!("{path}: deze waarde kan hier niet. Kijk in {SCHEMA} wat er mag staan. ({said})"));
        })
        .ok()
}

/// The same place by ids: an editor does not count our own doors.
fn path(value: &Value, path: &Path) -> String {
    let mut at = Some(value);
    let mut names = Vec::new();
    for segment in path.iter() {
        match segment {
            Segment::Seq { index } => {
                at = at.and_then(|list| list.get(index));
                let id = at.and_then(|one| one.get("id")).and_then(Value::as_str);
                names.push(id.map_or_else(|| (index + 1).to_string(), str::to_owned));
            }
            Segment::Map { key } => {
                at = at.and_then(|fields| fields.get(key));
                names.push(key.clone());
            }
            _ => {}
        }
    }
    names.join(".")
}

#[cfg(test)]
mod tests {
    use super::{LANGUAGES, QUESTIONNAIRE, read};
    use scan::content::load;
    use scan::packed::{pack, unpack};
    use scan::questionnaire::DoorPlacement;
    use scan::report::doors;

    const LESSON: &str = r#"{
        "sources": ["brug"],
        "lessons": [{ "id": "own-lesson", "theme": "meldcode", "source": "brug", "when": [{ "rank": 1, "always": true }] }],
        "texts": {
            "sources": { "brug": { "title": "Zo werken wij", "publisher": "De Brug", "url": "https://brug.example/zo" } },
            "lessons": { "own-lesson": { "title": "Bel eerst Sam", "idea": "Sam denkt mee.", "example": "Zo ging het.", "tomorrow": "Bel Sam.", "team": "Wie belt Sam?" } }
        }
    }"#;

    /// Everything that is wrong, a line each.
    #[track_caller]
    fn wrong(written: &str, expected: expect_test::Expect) {
        let problems = read("nl", written).err().unwrap_or_default();
        expected.assert_eq(&problems.join("\n"));
    }

    #[test]
    fn nothing_of_ones_own_changes_nothing() {
        assert!(LANGUAGES.len() > 1);
        for (language, texts) in LANGUAGES {
            let ours = load(serde_json::from_str(QUESTIONNAIRE).unwrap(), serde_json::from_str(texts).unwrap());
            let (questionnaire, texts) = ours.unwrap();
            assert!(texts.language().starts_with(language));
            assert_eq!(read(language, "{}"), Ok(pack(&questionnaire, texts)));
        }
        assert!(read("xx", "{}").is_err(), "a language that there is not");
    }

    #[test]
    fn any_text_can_be_ones_own() {
        let own = r#"{ "texts": { "words": { "start": "Begin maar" }, "steps": [{ "name": "Kijken" }] } }"#;
        let (_, texts) = unpack(read("nl", own).unwrap().leak());
        assert_eq!(texts.words().start.get(), "Begin maar");
        assert_ne!(texts.words().next.get(), "");
    }

    #[test]
    fn a_number_changes_at_its_door_and_in_every_text() {
        let own = r#"{ "doors": [{ "id": "veilig-thuis", "number": "030 111 22 33", "tel": "0301112233" }] }"#;
        let (questionnaire, texts) = unpack(read("nl", own).unwrap().leak());
        let safety = doors(&questionnaire, &texts, DoorPlacement::Safety);
        assert!(safety.iter().any(|door| door.tel == "0301112233"), "the door has the number");
        let closing = doors(&questionnaire, &texts, DoorPlacement::Closing);
        assert!(closing.iter().any(|door| door.note.contains("030 111 22 33")), "and so have the texts");
    }

    #[test]
    fn doors_and_lessons_can_be_added() {
        let own = r#"{ "doors": [{ "id": "sam", "place": "safety", "url": "mailto:sam@brug.example" }],
            "texts": { "doors": { "sam": { "when": "Wil je overleggen?", "who": "Vraag Sam", "link": "Mail Sam" } } } }"#;
        let (questionnaire, texts) = unpack(read("nl", own).unwrap().leak());
        let safety = doors(&questionnaire, &texts, DoorPlacement::Safety);
        let door = safety.last().unwrap();
        assert_eq!(
            (door.who.get(), door.url.get(), door.link.get()),
            ("Vraag Sam", "mailto:sam@brug.example", "Mail Sam")
        );
        let [before, after] = ["{}", LESSON].map(|own| unpack(read("nl", own).unwrap().leak()).0.lessons().count());
        assert_eq!(after, before + 1);
    }

    #[test]
    fn every_problem_is_named_with_its_place() {
        wrong(
            "{",
            expect_test::expect![
                "regel 1, teken 1: dit is geen JSON. Kijk of er een komma, haak of aanhalingsteken ontbreekt."
            ],
        );
        wrong("[]", expect_test::expect!["begin en eind: zet alles tussen { en }."]);
        wrong(
            r#"{ "questions": [], "colours": {} }"#,
            expect_test::expect![[r#"
            colours: dit deel is er niet. Kies uit: doors, lessons, sources, texts.
            questions: dit deel is er niet. Kies uit: doors, lessons, sources, texts."#]],
        );
        wrong(
            r#"{ "texts": { "words": { "strat": "x", "start": 3 }, "steps": "x", "language": {} } }"#,
            expect_test::expect![[r#"
                texts.language: hier hoort een tekst tussen aanhalingstekens.
                texts.steps: hier hoort een lijst tussen [ en ].
                texts.words.start: hier hoort een tekst tussen aanhalingstekens.
                texts.words.strat: deze naam is er niet. Kijk in ruimtescan-own.schema.json welke namen er zijn."#]],
        );
        wrong(
            r#"{ "doors": [{ "id": "sam", "place": "cellar" }, { "place": "safety" }, { "id": "ombudsman", "nummer": "1" }] }"#,
            expect_test::expect![[r#"
                doors.2: geef dit een 'id'.
                doors.ombudsman.nummer: deze naam is er niet. Kies uit: id, number, place, tel, url.
                doors.sam.place: deze waarde kan hier niet. Kijk in ruimtescan-own.schema.json wat er mag staan. (unknown variant `cellar`, expected `safety` or `closing`)"#]],
        );
        wrong(
            r#"{ "doors": [{ "id": "sam", "place": "safety", "url": "javascript:alert(1)", "number": "12" }], "texts": { "words": { "start": " " } } }"#,
            expect_test::expect![[r#"
                doors.sam: geef zowel 'number' als 'tel', of geen van beide.
                doors.sam.url: begin dit adres met https:, http:, mailto: of tel:, zonder spaties.
                texts.doors.sam: hier hoort een tekst. Schrijf die.
                texts.words.start: hier hoort een tekst. Schrijf die."#]],
        );
        wrong(
            r#"{ "lessons": [{ "id": "own", "theme": "practice", "source": "nowhere", "when": [] }] }"#,
            expect_test::expect![[r#"
                lessons.own.source: de id 'nowhere' bestaat niet. Verbeter hem, of voeg toe wat ontbreekt.
                lessons.own.when: noem een 'rank' vanaf 1 en precies één onderwerp: always, verdict, question met side of band, step met band, of all-steps.
                texts.lessons.own: hier hoort een tekst. Schrijf die."#]],
        );
    }

    #[test]
    fn markup_stays_text() {
        let own = r#"{ "texts": { "words": { "start": "<b>Begin</b>" } } }"#;
        let (_, texts) = unpack(read("nl", own).unwrap().leak());
        assert_eq!(texts.words().start.get(), "<b>Begin</b>");
    }
}
