//! What can be kept of a picture. Everything here is made from the guarded picture alone: no code ever comes near it.

use crate::app::Content;
use crate::board::picture::{Moment, Part, Picture, Pictures, about, share};
use crate::board::words;
use crate::charts::spread::radius;
use scan::group::{Cell, Subject};
use scan::text::push;

/// What a file of a workshop begins with; the rest is locked.
pub(super) const LOCKED: &str = "ruimtebord-slot 1";
/// How such a file is called.
pub(super) const FILE: &str = ".ruimtebord.txt";

/// A form in which a picture is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A table.
    Csv,
    /// Data.
    Json,
    /// Drawings.
    Svg,
    /// The same in pixels.
    Png,
}

/// How many bytes this many characters of base 32 hold.
pub(super) fn bytes_in(text: &str) -> usize {
    text.len() * 5 / 8
}

/// Every cell with what it belongs to.
fn cells(pictures: &Pictures, whole: bool) -> Vec<(&'static str, &Picture, &Moment, &Cell)> {
    let mut all = Vec::new();
    for Part { heading, pictures, .. } in pictures.parts(whole) {
        for picture in pictures {
            for moment in &picture.moments {
                all.extend(moment.cells.iter().map(|cell| (heading, picture, moment, cell)));
            }
        }
    }
    all
}

/// A table that Excel opens as one in Dutch: with semicolons, and a mark that says it is UTF-8.
pub(super) fn csv(pictures: &Pictures, whole: bool) -> String {
    let head = [
        words::COLUMN_PART,
        words::COLUMN_SUBJECT,
        words::COLUMN_MOMENT,
        words::COLUMN_PLACE,
        words::COLUMN_SHARE,
        words::COLUMN_ABOUT,
    ];
    let mut text = String::from('\u{feff}');
    line(&mut text, &head);
    for (part, picture, moment, cell) in cells(pictures, whole) {
        let number = cell.about.map_or(String::new(), |about| about.to_string());
        line(&mut text, &[part, &picture.name, moment.name, &moment.place(cell), share(cell.share), &number]);
    }
    text
}

fn line(text: &mut String, cells: &[&str]) {
    for (place, cell) in cells.iter().enumerate() {
        if place > 0 {
            text.push(';');
        }
        text.push('"');
        // A cell that begins with one of these is a formula to a spreadsheet.
        if cell.starts_with(['=', '+', '-', '@']) {
            text.push('\'');
        }
        text.push_str(&cell.replace('"', "\"\""));
        text.push('"');
    }
    text.push_str("\r\n");
}

/// The same as data; `ruimtebord.schema.json` describes it.
pub(super) fn json(pictures: &Pictures, content: &Content, whole: bool) -> String {
    let people: Vec<String> = pictures.people.iter().map(usize::to_string).collect();
    let version = content.questionnaire.version().to_string();
    let mut text =
        ["{\"form\":1,\"questionnaire\":", &version, ",\"people\":[", &people.join(","), "],\"spreads\":["].concat();
    let mut first = true;
    for part in pictures.parts(whole) {
        for picture in part.pictures {
            let subject = match picture.subject {
                Subject::Question(id) => {
                    let key = content.questionnaire.question(id).map(|question| question.key.to_string());
                    ["\"question\":", &quoted(&key.unwrap_or_default())].concat()
                }
                Subject::Step(step) => ["\"step\":", &usize::from(step).to_string()].concat(),
            };
            let moments: Vec<String> = picture.moments.iter().map(of_moment).collect();
            let joint = if first { "" } else { "," };
            push(&mut text, &[joint, "{", &subject, ",\"moments\":[", &moments.join(","), "]}"]);
            first = false;
        }
    }
    text + "]}\n"
}

fn of_moment(moment: &Moment) -> String {
    let places: Vec<String> = moment.places.iter().map(|place| quoted(place)).collect();
    let cells: Vec<String> = moment.cells.iter().map(of_cell).collect();
    ["{\"places\":[", &places.join(","), "],\"cells\":[", &cells.join(","), "]}"].concat()
}

fn of_cell(cell: &Cell) -> String {
    let about = cell.about.map_or("null".to_owned(), |about| about.to_string());
    let numbers = [cell.first, cell.last].map(|place| place.to_string());
    let [first, last] = numbers.each_ref().map(String::as_str);
    ["{\"first\":", first, ",\"last\":", last, ",\"share\":", &quoted(share(cell.share)), ",\"about\":", &about, "}"]
        .concat()
}

fn quoted(text: &str) -> String {
    let mut quoted = String::from('"');
    for char in text.chars() {
        match char {
            '"' | '\\' => quoted.extend(['\\', char]),
            char if char.is_control() => quoted.push(' '),
            char => quoted.push(char),
        }
    }
    quoted + "\""
}

/// Width of the drawings, and the height of one, in pixels.
const WIDTH: usize = 1200;
const ROW: usize = 230;

/// All pictures under each other in one drawing, in black on white, with every word in it.
pub(super) fn svg(pictures: &Pictures, whole: bool) -> String {
    let (mut body, mut down) = (String::new(), 0);
    for Part { heading, pictures, .. } in pictures.parts(whole) {
        if pictures.is_empty() {
            continue;
        }
        write(&mut body, "start", 40, down + 60, 30, heading);
        down += 90;
        for picture in pictures {
            for moment in &picture.moments {
                let joint = if moment.name.is_empty() { "" } else { " \u{2013} " };
                write(&mut body, "start", 40, down + 30, 22, &[&picture.title, joint, moment.name].concat());
                draw(&mut body, moment, down + 40);
                down += ROW;
            }
        }
    }
    let (width, height) = (WIDTH.to_string(), (down + 40).to_string());
    let size = ["width=\"", &width, "\" height=\"", &height, "\" viewBox=\"0 0 ", &width, " ", &height, "\""].concat();
    let open = ["<svg xmlns=\"http://www.w3.org/2000/svg\" ", &size, " font-family=\"sans-serif\">"].concat();
    let paper = ["<path d=\"M0 0H", &width, "V", &height, "H0z\" fill=\"#fff\"/>"].concat();
    [&open, &paper, &body, "</svg>\n"].map(|part: &str| part.to_owned()).concat()
}

fn draw(body: &mut String, moment: &Moment, down: usize) {
    if moment.cells.is_empty() {
        return write(body, "start", 40, down + 40, 20, &moment.sentence);
    }
    let places = moment.places.len().max(1);
    let middle = |cell: &Cell| (cell.first + cell.last + 1) * WIDTH / (2 * places);
    let bar = [WIDTH / (2 * places), WIDTH - WIDTH / (2 * places)].map(|x| x.to_string());
    let [from, to] = bar.each_ref().map(String::as_str);
    let y = (down + 70).to_string();
    push(body, &["<path stroke=\"#888\" stroke-width=\"4\" d=\"M", from, " ", &y, "H", to, "\"/>"]);
    for cell in &moment.cells {
        let (x, said) = (middle(cell), [share(cell.share), " ", &about(cell)].concat());
        if let Some(radius) = radius(cell.share) {
            let (x, r) = (x.to_string(), (radius * 17 / 10).to_string());
            push(
                body,
                &[
                    "<circle cx=\"",
                    &x,
                    "\" cy=\"",
                    &y,
                    "\" r=\"",
                    &r,
                    "\" fill=\"#fff\" stroke=\"#000\" stroke-width=\"4\"/>",
                ],
            );
        }
        write(body, "middle", x, down + 155, 20, &moment.place(cell));
        write(body, "middle", x, down + 180, 18, said.trim());
    }
}

fn write(body: &mut String, anchor: &str, x: usize, y: usize, size: usize, text: &str) {
    let [x, y, size] = [x, y, size].map(|number| number.to_string());
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    let place =
        ["<text text-anchor=\"", anchor, "\" x=\"", &x, "\" y=\"", &y, "\" font-size=\"", &size, "\">"].concat();
    push(body, &[&place, &text, "</text>"]);
}

#[cfg(test)]
mod tests {
    use super::{csv, json, svg};
    use crate::app::Content;
    use crate::board::picture::Pictures;
    use expect_test::expect;
    use scan::answers::{Answer, Answers, Choice};
    use scan::code::Code;
    use scan::group::summarise;

    /// A group that answers every question with these options, each from 0; 5 passes by.
    fn pictures(content: &Content, options: &[u8]) -> Pictures {
        let questionnaire = &content.questionnaire;
        let code = |(option, nonce): (&u8, u32)| {
            let answer = Choice::new(*option).map_or(Answer::Skipped, Answer::Chosen);
            let answers: Answers = questionnaire.questions().map(|(id, _)| (id, answer)).collect();
            Code::new(questionnaire, &answers, nonce).unwrap()
        };
        let codes: Vec<Code> = options.iter().zip(0..).map(code).collect();
        let report = summarise(questionnaire, &codes, 5).unwrap().unwrap();
        Pictures::of(content, &[report]).unwrap()
    }

    fn kept(content: &Content, options: &[u8]) -> [String; 3] {
        let pictures = pictures(content, options);
        [csv(&pictures, true), json(&pictures, content, true), svg(&pictures, true)]
    }

    #[test]
    fn what_is_kept_of_a_picture_tells_no_more_than_the_picture() {
        let content = Content::of_board();
        let all = kept(&content, &[0; 12]);
        for others in [&[3][..], &[3, 4], &[5], &[5, 2], &[2, 3]] {
            let mut options = [0; 12];
            options[..others.len()].copy_from_slice(others);
            assert_eq!(kept(&content, &options), all, "{others:?}: these look the same on the board");
        }
        assert_ne!(kept(&content, &[0, 0, 0, 4, 4, 4, 4, 4, 4, 4, 4, 4]), all);
        // Of a small group no count stands anywhere.
        assert!(all[0].lines().skip(1).all(|line| line.ends_with("\"\"")));
        assert!(!all[1].contains("\"about\":1") && !all[1].contains("\"about\":9"));
    }

    #[test]
    fn the_organisation_is_left_out_unless_it_is_asked_for() {
        let content = Content::of_board();
        let pictures = pictures(&content, &[1; 8]);
        for (whole, spreads) in [(false, 13), (true, 16)] {
            let data: serde_json::Value = serde_json::from_str(&json(&pictures, &content, whole)).unwrap();
            assert_eq!(data["spreads"].as_array().unwrap().len(), spreads);
            assert_eq!(csv(&pictures, whole).contains("De organisatie"), whole);
            assert_eq!(svg(&pictures, whole).contains("De organisatie"), whole);
        }
    }

    #[test]
    fn a_table_opens_in_a_dutch_spreadsheet() {
        let content = Content::of_board();
        let options: Vec<u8> = [[0; 10], [4; 10], [2; 10]].concat();
        let csv = csv(&pictures(&content, &options), false);
        let lines: Vec<&str> = csv.split("\r\n").take(4).collect();
        expect![[r#"
            "Onderdeel";"Vraag";"Moment";"Plek";"Hoeveel van de groep";"Ongeveer"
            "Hier verschillen de antwoorden vandaag";"beleid dat knelt";"";"helemaal regels";"een deel";"9"
            "Hier verschillen de antwoorden vandaag";"beleid dat knelt";"";"meer regels";"een enkeling of niemand";""
            "Hier verschillen de antwoorden vandaag";"beleid dat knelt";"";"van allebei evenveel";"een deel";"9""#]]
        .assert_eq(lines.join("\n").trim_start_matches('\u{feff}'));
        assert!(csv.starts_with('\u{feff}') && csv.ends_with("\r\n"));
    }

    #[test]
    fn a_formula_stays_text() {
        let mut text = String::new();
        super::line(&mut text, &["=1+1", "a\"b", "-2"]);
        assert_eq!(text, "\"'=1+1\";\"a\"\"b\";\"'-2\"\r\n");
    }

    /// Follows the few words that the schema uses; whatever else stands in it fails.
    fn fits(schema: &serde_json::Value, data: &serde_json::Value) -> Result<(), String> {
        let wrong = || Err(format!("{data} is not {schema}"));
        for (word, asked) in schema.as_object().unwrap() {
            let fits_one = match word.as_str() {
                "$schema" | "title" | "description" => true,
                "type" => {
                    let one = std::slice::from_ref(asked);
                    let kinds = asked.as_array().map_or(one, Vec::as_slice).iter().flat_map(|kind| kind.as_str());
                    let kinds: Vec<&str> = kinds.collect();
                    kinds.iter().any(|kind| match *kind {
                        "object" => data.is_object(),
                        "array" => data.is_array(),
                        "string" => data.is_string(),
                        "integer" => data.is_u64(),
                        "null" => data.is_null(),
                        other => panic!("{other}"),
                    })
                }
                "const" => data == asked,
                "enum" => asked.as_array().unwrap().contains(data),
                "minimum" => data.as_u64().is_none_or(|number| number >= asked.as_u64().unwrap()),
                "multipleOf" => data.as_u64().is_none_or(|number| number % asked.as_u64().unwrap() == 0),
                "minItems" => data.as_array().is_none_or(|all| all.len() as u64 >= asked.as_u64().unwrap()),
                "maxItems" => data.as_array().is_none_or(|all| all.len() as u64 <= asked.as_u64().unwrap()),
                "required" => asked.as_array().unwrap().iter().all(|name| data.get(name.as_str().unwrap()).is_some()),
                "additionalProperties" => {
                    assert_eq!(*asked, serde_json::Value::Bool(false));
                    data.as_object().is_none_or(|all| all.keys().all(|name| schema["properties"].get(name).is_some()))
                }
                "properties" => {
                    for (name, schema) in asked.as_object().unwrap() {
                        data.get(name).map_or(Ok(()), |data| fits(schema, data))?;
                    }
                    true
                }
                "items" => {
                    data.as_array().into_iter().flatten().try_for_each(|data| fits(asked, data))?;
                    true
                }
                "oneOf" => asked.as_array().unwrap().iter().filter(|schema| fits(schema, data).is_ok()).count() == 1,
                other => panic!("{other} is not looked at here"),
            };
            if !fits_one {
                return wrong();
            }
        }
        Ok(())
    }

    #[test]
    fn the_data_fits_its_schema() {
        let schema: serde_json::Value =
            serde_json::from_str(include_str!("../../loader/contract/ruimtebord.schema.json")).unwrap();
        let content = Content::of_board();
        for options in [&[0; 12][..], &[1; 30], &[0, 1, 2, 3, 4, 5]] {
            let data: serde_json::Value =
                serde_json::from_str(&json(&pictures(&content, options), &content, true)).unwrap();
            assert_eq!(fits(&schema, &data), Ok(()));
            let mut other = data.clone();
            other["form"] = 2.into();
            assert!(fits(&schema, &other).is_err());
            let mut other = data;
            other["codes"] = "none".into();
            assert!(fits(&schema, &other).is_err());
        }
    }
}
