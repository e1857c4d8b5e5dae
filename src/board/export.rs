//! What can be kept of a picture. Everything here is made from the guarded picture alone: no code ever comes near it.

use crate::app::Content;
use crate::board::picture::{Moment, Part, Picture, Pictures, about, share};
use crate::board::words;
use crate::charts::spread::{Scale, Shape};
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
pub fn csv(pictures: &Pictures, whole: bool) -> String {
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
pub fn json(pictures: &Pictures, content: &Content, whole: bool) -> String {
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
pub fn svg(pictures: &Pictures, whole: bool) -> String {
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
    let scale = Scale { places: moment.places.len(), width: WIDTH };
    let bar = scale.beam().map(|x| x.to_string());
    let [from, to] = bar.each_ref().map(String::as_str);
    let y = (down + 70).to_string();
    push(body, &["<path stroke=\"#888\" stroke-width=\"4\" d=\"M", from, " ", &y, "H", to, "\"/>"]);
    for cell in &moment.cells {
        let ((x, shape), said) = (scale.cell(cell), [share(cell.share), " ", &about(cell)].concat());
        if let Shape::Disc(radius) = shape {
            let [x, r] = [x, radius * 17 / 10].map(|number| number.to_string());
            let end = "\" fill=\"#fff\" stroke=\"#000\" stroke-width=\"4\"/>";
            push(body, &["<circle cx=\"", &x, "\" cy=\"", &y, "\" r=\"", &r, end]);
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
    #[test]
    fn a_formula_stays_text() {
        let mut text = String::new();
        super::line(&mut text, &["=1+1", "a\"b", "-2"]);
        assert_eq!(text, "\"'=1+1\";\"a\"\"b\";\"'-2\"\r\n");
    }
}
