//! A workshop from beginning to end: twelve people, their sealed codes in a chat, the group's picture against numbers that are
//! counted here; and the states around it.

use crate::access::{axe, fits};
use crate::camera::{Board, code};
use crate::panic::SABOTAGE;
use crate::result::pages;
use crate::scan::{ENTER, QUESTIONS, SPACE, Scan, TAB, text};
use crate::shipped::questionnaire;
use crate::stage::{Stage, alone, on_stage};
use scan::questionnaire::{Side, Theme};
use serde_json::{Value, json};

/// Twelve people, each with an option from 1 for every question.
const PEOPLE: [[usize; QUESTIONS]; 12] = [
    [1, 5, 3, 1, 1, 1, 3, 5, 2, 3, 1, 1, 5, 2, 2, 4, 1, 3],
    [1, 5, 3, 5, 1, 2, 3, 5, 2, 3, 2, 2, 5, 2, 3, 4, 5, 3],
    [2, 4, 3, 1, 2, 1, 3, 4, 2, 3, 2, 3, 4, 1, 4, 4, 1, 3],
    [1, 5, 3, 5, 1, 2, 3, 5, 5, 3, 1, 4, 5, 2, 5, 3, 5, 4],
    [1, 5, 3, 2, 5, 3, 3, 4, 5, 1, 2, 5, 4, 3, 2, 3, 2, 4],
    [1, 5, 3, 4, 5, 4, 3, 5, 5, 1, 3, 1, 5, 3, 2, 3, 4, 5],
    [2, 5, 3, 1, 4, 5, 3, 4, 1, 1, 3, 2, 4, 3, 3, 2, 1, 5],
    [1, 4, 3, 5, 1, 5, 3, 5, 1, 2, 4, 3, 5, 4, 3, 2, 5, 1],
    [1, 5, 3, 3, 5, 3, 3, 4, 1, 2, 5, 4, 4, 4, 3, 2, 3, 1],
    [1, 5, 3, 1, 1, 4, 3, 5, 3, 4, 4, 5, 5, 5, 4, 1, 1, 2],
    [5, 1, 3, 5, 4, 1, 3, 4, 3, 4, 5, 5, 4, 5, 4, 1, 5, 2],
    [3, 3, 2, 5, 1, 2, 3, 5, 4, 5, 5, 5, 5, 5, 5, 1, 5, 3],
];

/// How many of the twelve are at each of three places, by what the content says of a question and nothing of the program.
fn counts(question: usize) -> [usize; 3] {
    let id = questionnaire().at(question).expect("a question");
    let asked = questionnaire().question(id).expect("a question");
    let mut counts = [0; 3];
    for person in &PEOPLE {
        let place = match (asked.theme, asked.a_side, person[question]) {
            (_, _, 3) => 1,
            (Theme::Balance, Side::Rules, 1 | 2) | (Theme::Balance, Side::Room, 4 | 5) => 0,
            (Theme::Balance, ..) => 2,
            (_, _, 1 | 2) => 0,
            _ => 2,
        };
        counts[place] += 1;
    }
    counts
}

/// The same for a step: the lowest answer counts.
fn step_counts(step: u8) -> [usize; 3] {
    let questions: Vec<usize> =
        questionnaire().questions().filter(|(_, asked)| asked.step == step).map(|(id, _)| id.index()).collect();
    let mut counts = [0; 3];
    for person in &PEOPLE {
        let lowest = questions.iter().map(|question| person[*question]).min().expect("a step has a question");
        counts[if lowest < 3 { 0 } else { lowest - 2 }.min(2)] += 1;
    }
    counts
}

/// What the table must say of these counts in a group of twelve, by the rule of decision 012 as it is written there.
fn expected(counts: [usize; 3], places: [&str; 3]) -> Vec<(String, String)> {
    let word = |count: usize| match count {
        0..3 => "een enkeling of niemand",
        10.. => "bijna iedereen",
        8..10 => "de meesten",
        5..8 => "ongeveer de helft",
        3..5 => "een deel",
    };
    let few = |place: usize| counts[place] < 3;
    let mut rows: Vec<(String, String)> = Vec::new();
    let mut place = 0;
    while place < 3 {
        let last = if few(place) && place < 2 && few(place + 1) {
            if place == 0 && few(2) { 2 } else { place + 1 }
        } else {
            place
        };
        let name = match place == last {
            true => places[place].to_owned(),
            false => format!("{} tot en met {}", places[place], places[last]),
        };
        rows.push((name, word(counts[place]).to_owned()));
        place = last + 1;
    }
    rows
}

impl Board<'_> {
    pub(crate) async fn open(stage: &Stage) -> Board<'_> {
        stage.client.goto(&format!("{}/bord.html", stage.base)).await.unwrap();
        let board = Board(stage);
        board.until("return !!root.querySelector('h2')", "the board is there").await;
        board
    }

    pub(crate) async fn type_in_area(self, written: &str) {
        let script = "return document.querySelector('ruimte-bord').shadowRoot.querySelector('#paste')";
        self.0.element(script, vec![]).await.expect("the field").send_keys(written).await.unwrap();
    }

    async fn count(self) -> String {
        text(self.run("return root.querySelector('.count')?.textContent ?? ''", Value::Null).await)
    }

    pub(crate) async fn counts_to(self, said: &str) {
        let until = format!("return root.querySelector('.count')?.textContent === {}", json!(said));
        self.until(&until, said).await;
    }

    async fn unfold(self, name: &str) {
        let open = "const one = [...root.querySelectorAll('details')].find(one => one.querySelector('summary').textContent === argument);
            one.open = true; return !!one";
        assert_eq!(self.run(open, json!(name)).await, json!(true));
    }

    async fn type_in(self, id: &str, written: &str) {
        let script =
            "const root = document.querySelector('ruimte-bord').shadowRoot; return root.getElementById(arguments[0])";
        let field = self.0.element(script, vec![json!(id)]).await.expect("the field");
        // All of it is chosen and taken away, as a person does.
        field.send_keys(&format!("\u{e009}a\u{e000}\u{e017}{written}")).await.unwrap();
    }

    async fn heading(self) -> String {
        text(self.run("return root.querySelector('h2').textContent", Value::Null).await)
    }

    pub(crate) async fn heads(self, heading: &str) {
        let until = format!("return root.querySelector('h2')?.textContent === {}", json!(heading));
        self.until(&until, heading).await;
    }

    /// The rows of the table under a picture.
    async fn table(self, title: &str) -> Vec<(String, String)> {
        let script = "const figure = [...root.querySelectorAll('.figure')].find(one => one.querySelector('h4').textContent === argument);
            return figure ? [...figure.querySelectorAll('tbody tr')].map(row => [...row.children].map(cell => cell.textContent)) : null";
        let rows = self.run(script, json!(title)).await;
        let rows = rows.as_array().unwrap_or_else(|| panic!("no picture of {title}"));
        let cell = |row: &Value, place: usize| row[place].as_str().expect("a cell").to_owned();
        rows.iter().map(|row| (cell(row, 0), cell(row, 1))).collect()
    }

    /// How many discs the picture has.
    async fn discs(self, title: &str) -> usize {
        let script = "const figure = [...root.querySelectorAll('.figure')].find(one => one.querySelector('h4').textContent === argument);
            return figure.querySelectorAll('.spread .disc').length";
        self.run(script, json!(title)).await.as_u64().expect("a number") as usize
    }

    /// Six people who answer alike two by two, and a picture of them.
    pub(crate) async fn with_picture(self) {
        let chat: Vec<String> = (0..6).map(|person| code([0, 0, 0, 4, 4, 2][person], person as u32)).collect();
        self.paste(&chat.join("\n")).await;
        self.counts_to("6 van 12 binnen").await;
        self.press("Maak het beeld van 6 mensen").await;
        self.heads("Het beeld van de groep").await;
    }
}

/// One person's scan by the link, up to their sealed code.
pub(crate) async fn sealed(stage: &Stage, link: &str, options: &[usize; QUESTIONS]) -> String {
    // A person with a phone of their own.
    stage.run("sessionStorage.clear()").await;
    stage.client.goto("about:blank").await.unwrap();
    stage.client.goto(link).await.unwrap();
    stage.ready().await;
    let scan = Scan::on(stage);
    // The program takes the place of the first screen at the first press: a person's finger does not notice.
    let press = "[...root.querySelectorAll('button')].find(one => one.textContent === argument).click()";
    scan.run(press, json!("Start de scan")).await;
    scan.wait_for_question(1).await;
    scan.answer_from(1, options).await;
    scan.wait_for_result().await;
    // A result is drawn in two times.
    scan.until("return !!root.querySelector('.mirror')", "all of the result is there").await;
    scan.press("Maak mijn code").await;
    scan.until("return !!root.querySelector('#code')?.value", "the code is there").await;
    text(scan.run("return root.querySelector('#code').value", Value::Null).await)
}

#[test]
fn twelve_people_see_their_own_picture() {
    on_stage(async |stage| {
        let board = Board::open(stage).await;
        axe(stage, "the beginning of a workshop").await;
        board.type_in("title", "Team Oost").await;
        board.press("Begin de workshop").await;
        board.until("return !!root.querySelector('.link')", "there is a link").await;
        let link = text(board.run("return root.querySelector('.link').textContent", Value::Null).await);
        assert!(link.starts_with(&format!("{}/#workshop=", stage.base)), "{link}");

        let mut codes = Vec::new();
        for options in &PEOPLE {
            codes.push(sealed(stage, &link, options).await);
        }
        assert!(codes.iter().all(|code| code.starts_with("RSW1")), "{codes:?}");

        // Two moments in the chat of a meeting, with the noise that belongs to it; the browser is closed in between.
        let names =
            ["Anna", "Bram de Wit", "Fatma", "+31 6 1234 5678", "Zoë", "Jo", "Li", "Mo", "Noor", "Pia", "Ravi", "Sam"];
        let said = |(place, code): (usize, &String)| {
            format!("[24-11-2026 14:{:02}] {}: hier is mijn code {code} 👍\n", 10 + place, names[place])
        };
        let chat: Vec<String> = codes.iter().enumerate().map(said).collect();
        let board = Board::open(stage).await;
        board.counts_to("Nog niemand binnen").await;
        // The server is not asked for anything from here on.
        let asked = stage.requests().len();
        board.paste(&format!("Welkom allemaal!\n{}Wie mist er nog?\n", chat[..7].concat())).await;
        board.counts_to("7 van 12 binnen").await;
        stage.client.refresh().await.unwrap();
        board.counts_to("7 van 12 binnen").await;
        assert!(!stage.run("return JSON.stringify({...localStorage})").await.to_string().contains("Anna"));
        let reloaded = stage.requests().len();
        // The whole chat once more, with the rest, one that lost a letter on its way, and one of nobody here.
        let cut = [&codes[11][..40], &codes[11][41..]].concat();
        board.paste(&format!("{}Eva: {cut}\n", chat.concat())).await;
        board.counts_to("12 van 12 binnen").await;
        board.says("5 codes toegevoegd").await;
        board.says("7 al geteld: regel 1, regel 2").await;
        board.says("1 beschadigd: regel 13").await;
        axe(stage, "collecting").await;

        board.press("Maak het beeld van 12 mensen").await;
        board.heads("Het beeld van de groep").await;
        let mut looked = 0;
        for (id, asked) in questionnaire().questions() {
            let ask = &*crate::shipped::texts().question(id.index()).ask;
            let (title, places) = match asked.theme {
                Theme::Balance => (ask.to_owned(), ["regels", "van allebei", "ruimte"]),
                Theme::Practice => (format!("“{ask}”"), ["nooit of zelden", "soms", "vaak of altijd"]),
                Theme::Organisation | Theme::Meldcode => continue,
            };
            let wanted = expected(counts(id.index()), places);
            assert_eq!(board.table(&title).await, wanted, "{title} {:?}", counts(id.index()));
            let discs = wanted.iter().filter(|(_, share)| share != "een enkeling of niemand").count();
            assert_eq!(board.discs(&title).await, discs, "{title}");
            looked += 1;
        }
        for step in 1..=questionnaire().steps() {
            let name = &*crate::shipped::texts().step(step).name;
            let title = format!("Stap {step}: {name}");
            let places = ["houvast welkom", "redelijk zeker", "zeker"];
            assert_eq!(board.table(&title).await, expected(step_counts(step), places), "{title}");
            looked += 1;
        }
        assert_eq!(looked, 13, "five dilemmas, three statements, five steps");
        // Nobody's count stands anywhere, and the organisation is not there yet.
        let shown = text(board.run("return root.querySelector('.board').textContent", Value::Null).await);
        assert!(!shown.contains("ongeveer 3") && !shown.contains("steunt mijn leidinggevende"), "{shown}");
        board.unfold("Laat het beeld van de organisatie zien").await;
        board.press("Ja, laat zien").await;
        board.says("steunt mijn leidinggevende").await;
        axe(stage, "the group's picture").await;
        assert_eq!(
            stage.requests().len(),
            reloaded,
            "nothing was asked of the server: {:?}",
            &stage.requests()[asked..]
        );
        stage.assert_clean().await;
    });
}

#[test]
fn below_the_minimum_only_the_counter_shows() {
    on_stage(async |stage| {
        let board = Board::open(stage).await;
        board.begin().await;
        let chat: Vec<String> = (0..4).map(|person| code(1, person)).collect();
        board.paste(&chat.join(" ")).await;
        board.counts_to("4 van 12 binnen").await;
        board.says("Nog 1 te gaan").await;
        let shown = "return [root.querySelectorAll('.spread, table').length,
            [...root.querySelectorAll('button')].some(one => one.textContent.includes('beeld'))]";
        assert_eq!(board.run(shown, Value::Null).await, json!([0, false]));
        board.paste(&code(1, 9)).await;
        board.press("Maak het beeld van 5 mensen").await;
        board.heads("Het beeld van de groep").await;
        // Everybody in one place reads as nearly everybody.
        board.says("Bijna iedereen").await;
        stage.assert_clean().await;
    });
}

#[test]
fn a_picture_stays_until_three_more_are_in() {
    on_stage(async |stage| {
        let board = Board::open(stage).await;
        board.begin().await;
        board.with_picture().await;
        board.press("Terug naar verzamelen").await;
        board.paste(&code(3, 50)).await;
        board.counts_to("7 van 12 binnen").await;
        board.says("Het beeld is van 6 mensen").await;
        board.says("nog 2 te gaan").await;
        board.press("Haal de laatste code weg").await;
        board.counts_to("6 van 12 binnen").await;
        board.press("Maak ongedaan").await;
        board.counts_to("7 van 12 binnen").await;
        board.paste(&format!("{} {}", code(3, 51), code(3, 52))).await;
        board.counts_to("9 van 12 binnen").await;
        board.press("Ververs het beeld: 9 mensen").await;
        board.says("Van 9 mensen").await;
        stage.assert_clean().await;
    });
}

#[test]
fn a_sealed_code_opens_on_its_own_board_only() {
    on_stage(async |stage| {
        let board = Board::open(stage).await;
        board.begin().await;
        let link = text(board.run("return root.querySelector('.link').textContent", Value::Null).await);
        let mine = sealed(stage, &link, &PEOPLE[0]).await;
        let board = Board::open(stage).await;
        // Any sign but the last, which also holds what stands for nothing.
        for place in [4, 20, 100, 150] {
            let other = if &mine[place..=place] == "A" { "B" } else { "A" };
            let mut changed = mine.clone();
            changed.replace_range(place..=place, other);
            board.paste(&changed).await;
            board.says(if place < 11 { "van een andere workshop" } else { "1 beschadigd: regel 1" }).await;
            assert_eq!(board.count().await, "Nog niemand binnen");
        }
        board.paste(&mine.to_lowercase()).await;
        board.counts_to("1 van 12 binnen").await;
        // A new workshop has other keys.
        board.unfold("Wis deze workshop").await;
        board.press("Ja, wis alles").await;
        board.says("De workshop is gewist").await;
        board.begin().await;
        board.paste(&mine).await;
        board.says("1 van een andere workshop: regel 1").await;
        assert_eq!(board.count().await, "Nog niemand binnen");
        stage.assert_clean().await;
    });
}

#[test]
fn a_sheet_of_paper_is_tapped_in() {
    on_stage(async |stage| {
        let board = Board::open(stage).await;
        board.begin().await;
        board.press("Tik een papieren strook in").await;
        board.heads("Een papieren strook intikken").await;
        axe(stage, "a sheet of paper").await;
        fits(stage, "a sheet of paper").await;
        board.press("Voeg deze strook toe").await;
        board.says("Vul nog in: vraag 1, 2, 3").await;
        let tap = "const rows = root.querySelectorAll('.tap-row'); rows.forEach((row, place) =>
            row.querySelectorAll('input')[place % 6].click()); return rows.length";
        assert_eq!(board.run(tap, Value::Null).await, json!(QUESTIONS));
        board.press("Voeg deze strook toe").await;
        board.says("De strook is toegevoegd").await;
        let chosen = "return root.querySelectorAll('input:checked').length";
        assert_eq!(board.run(chosen, Value::Null).await, json!(0), "the next sheet is empty");
        board.press("Terug naar verzamelen").await;
        board.counts_to("1 van 12 binnen").await;
        stage.assert_clean().await;
    });
}

#[test]
fn the_big_screen_is_led_by_keys() {
    on_stage(async |stage| {
        let board = Board::open(stage).await;
        board.begin().await;
        board.with_picture().await;
        let focus =
            "const one = [...root.querySelectorAll('button')].find(one => one.textContent === argument); one.focus()";
        board.run(focus, json!("Presenteer")).await;
        stage.keys(&ENTER.to_string()).await;
        board.says("1 van").await;
        axe(stage, "the big screen").await;
        let (right, left, down, up) = ('\u{e014}', '\u{e012}', '\u{e00f}', '\u{e00e}');
        stage.keys(&right.to_string()).await;
        board.says("Raad eerst").await;
        let first = board.heading().await;
        let discs = "return root.querySelectorAll('.disc').length > 0";
        assert_eq!(board.run(discs, Value::Null).await, json!(false), "nothing is given away");
        // A clicker sends Page Down.
        stage.keys(&down.to_string()).await;
        board.until(discs, "the picture is revealed").await;
        axe(stage, "a picture on the big screen").await;
        stage.keys("b").await;
        board.says("Even niets op het scherm").await;
        stage.keys("b").await;
        board.until(discs, "it is to be seen again").await;
        stage.keys(&SPACE.to_string()).await;
        board.until("return !!root.querySelector('.talk')", "what to talk about").await;
        assert_eq!(board.heading().await, first, "it is still the same question");
        stage.keys(&right.to_string()).await;
        board.says("Raad eerst").await;
        assert_ne!(board.heading().await, first);
        stage.keys(&left.to_string()).await;
        board.until("return !!root.querySelector('.talk')", "back to the former, as it was").await;
        stage.keys(&up.to_string()).await;
        board.until("return !root.querySelector('.talk')", "and further back").await;
        // To the end and back to the picture.
        stage.keys("\u{e010}").await;
        board.heads("Hulp nodig? Hier kun je terecht").await;
        board.press("5 minuten").await;
        board.says("Nog 4:5").await;
        board.press("Stop de tijd").await;
        stage.keys("\u{e00c}").await;
        board.heads("Het beeld van de groep").await;
        stage.assert_clean().await;
    });
}

#[test]
fn nothing_on_the_big_screen_has_to_be_scrolled() {
    on_stage(async |stage| {
        let board = Board::open(stage).await;
        board.begin().await;
        board.with_picture().await;
        for (width, height) in [(1280, 720), (1920, 1080)] {
            stage.screen(width, height).await;
            board.press("Presenteer").await;
            stage.keys("\u{e011}").await;
            board.says("1 van").await;
            for _ in 0..60 {
                let over = "const sheet = root.querySelector('.stage'); return sheet.scrollHeight - sheet.clientHeight";
                let over = board.run(over, Value::Null).await.as_i64().expect("pixels");
                assert!(over <= 1, "{over} px too high at {width}x{height}: {}", board.heading().await);
                stage.keys("\u{e014}").await;
            }
            board.heads("Hulp nodig? Hier kun je terecht").await;
            stage.keys("\u{e00c}").await;
            board.heads("Het beeld van de groep").await;
        }
    });
}

#[test]
fn the_report_takes_two_sides_at_most() {
    on_stage(async |stage| {
        let board = Board::open(stage).await;
        board.begin().await;
        board.with_picture().await;
        let (count, printed) = pages(stage).await;
        assert!(count <= 2, "{count} pages");
        for said in ["Verslag", "Beeld van 6 mensen", "Een regel die we houden", "Stap", "de helft"] {
            assert!(printed.contains(said), "no {said} in {printed}");
        }
        assert!(!printed.contains("De organisatie"), "{printed}");
        board.unfold("Laat het beeld van de organisatie zien").await;
        board.press("Ja, laat zien").await;
        board.run("root.querySelector('#in-report').click()", Value::Null).await;
        let (count, printed) = pages(stage).await;
        assert!(count <= 2, "{count} pages");
        assert!(printed.contains("De organisatie"), "{printed}");
        stage.assert_clean().await;
    });
}

#[test]
fn the_picture_is_kept_in_four_forms() {
    on_stage(async |stage| {
        let board = Board::open(stage).await;
        board.begin().await;
        board.with_picture().await;
        board.press("Bewaar voor Excel (CSV)").await;
        let csv = String::from_utf8(std::fs::read(stage.downloaded(".csv").await).unwrap()).unwrap();
        assert!(csv.starts_with("\u{feff}\"Onderdeel\";\"Vraag\""), "{csv}");
        assert!(csv.contains(";\"regels\";\"ongeveer de helft\";\"\"\r\n"), "{csv}");
        board.press("Bewaar als gegevens (JSON)").await;
        let json: Value = serde_json::from_slice(&std::fs::read(stage.downloaded(".json").await).unwrap()).unwrap();
        assert_eq!(json["people"], json!([6]));
        assert_eq!(json["spreads"].as_array().unwrap().len(), 13);
        board.press("Bewaar als plaatje (SVG)").await;
        let svg = String::from_utf8(std::fs::read(stage.downloaded(".svg").await).unwrap()).unwrap();
        assert!(svg.starts_with("<svg") && svg.contains("<circle") && svg.ends_with("</svg>\n"), "{svg}");
        board.press("Bewaar als plaatje (PNG)").await;
        let bytes = std::fs::read(stage.downloaded(".png").await).unwrap();
        let picture = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
        assert!(picture.info().width == 1200 && picture.info().height > 1000, "{:?}", picture.info());
        stage.assert_clean().await;
    });
}

#[test]
fn a_workshop_goes_into_a_locked_file_and_two_become_one() {
    on_stage(async |stage| {
        let board = Board::open(stage).await;
        board.begin().await;
        let chat: Vec<String> = (0..6).map(|person| code(2, person)).collect();
        board.paste(&chat.join("\n")).await;
        board.counts_to("6 van 12 binnen").await;
        board.unfold("De workshop als bestand").await;
        board.press("Bewaar als bestand").await;
        board.says("Kies minstens acht tekens").await;
        board.type_in("password", "een lang woord").await;
        board.press("Bewaar als bestand").await;
        board.says("Kijk bij je downloads").await;
        let file = String::from_utf8(std::fs::read(stage.downloaded(".ruimtebord.txt").await).unwrap()).unwrap();
        for code in &chat {
            assert!(!file.contains(code) && !file.contains(&code.replace('-', "")), "a code stands in it");
        }
        // For where nothing was downloaded.
        let granted = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"], "origin": stage.base });
        stage.devtools("Browser.grantPermissions", granted).await;
        board.press("Kopieer als tekst").await;
        board.says("Gekopieerd").await;
        let copied = "navigator.clipboard.readText().then(arguments[0], error => arguments[0]('' + error))";
        assert_eq!(stage.client.execute_async(copied, vec![]).await.unwrap(), json!(file));
        // Somebody else's board, with two of the same people and one more.
        board.unfold("Wis deze workshop").await;
        board.press("Ja, wis alles").await;
        board.begin().await;
        board.paste(&format!("{} {} {}", chat[0], chat[1], code(4, 77))).await;
        board.counts_to("3 van 12 binnen").await;
        board.unfold("De workshop als bestand").await;
        let path = stage.downloads();
        let path = std::fs::read_dir(path).unwrap().flatten().map(|entry| entry.path()).next().unwrap();
        let script = "return document.querySelector('ruimte-bord').shadowRoot.querySelector('#open-file')";
        for (password, says, count) in [
            ("een ander woord", "Dit bestand gaat niet open", "3 van 12 binnen"),
            ("een lang woord", "Nieuwe codes: 4", "7 van 12 binnen"),
            ("een lang woord", "Nieuwe codes: 0", "7 van 12 binnen"),
        ] {
            board.type_in("password", password).await;
            let field = stage.element(script, vec![]).await.unwrap();
            field.send_keys(&path.to_string_lossy()).await.unwrap();
            board.says(says).await;
            board.counts_to(count).await;
        }
        stage.assert_clean().await;
    });
}

#[test]
fn a_killed_browser_loses_nobody() {
    alone(async {
        let stage = Stage::new(None).await;
        let board = Board::open(&stage).await;
        board.begin().await;
        board.with_picture().await;
        let stage = stage.killed().await;
        let board = Board::open(&stage).await;
        board.counts_to("6 van 12 binnen").await;
        board.press("Bekijk het beeld").await;
        board.heads("Het beeld van de groep").await;
    });
}

#[test]
fn a_panic_says_so_and_loses_nobody() {
    alone(async {
        let stage = &Stage::new(None).await;
        let board = Board::open(stage).await;
        board.begin().await;
        board.paste(&code(2, 5)).await;
        board.counts_to("1 van 12 binnen").await;
        stage.run(SABOTAGE).await;
        board.press("Tik een papieren strook in").await;
        let said = "return root.querySelector('.rescue h2')?.textContent === 'Het bord is gestopt'";
        board.until(said, "the message is there").await;
        axe(stage, "a board that stopped").await;
        board.press("Laad opnieuw").await;
        board.counts_to("1 van 12 binnen").await;
    });
}

#[test]
fn files_and_texts_can_be_dropped() {
    on_stage(async |stage| {
        let board = Board::open(stage).await;
        board.begin().await;
        let drop = "const data = new DataTransfer();
            for (const [name, text] of Object.entries(argument.files ?? {})) data.items.add(new File([text], name, { type: 'text/plain' }));
            if (argument.text) data.setData('text', argument.text);
            const zone = root.querySelector('.drop');
            for (const kind of ['dragover', 'drop']) {
              const event = new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true, composed: true });
              if (zone.dispatchEvent(event)) throw new Error(kind + ' was left to the browser');
            }";
        let files = json!({ "files": {
            "anna.txt": format!("ruimtecode 1\n{}\n", code(1, 1)),
            "bram.txt": format!("hoi\n\n{}\n{}\n", code(2, 2), code(1, 1)),
        } });
        board.run(drop, files).await;
        board.counts_to("2 van 12 binnen").await;
        board.says("1 al geteld: bram.txt, regel 4").await;
        board.run(drop, json!({ "text": code(3, 3) })).await;
        board.counts_to("3 van 12 binnen").await;
        stage.assert_clean().await;
    });
}

#[test]
fn two_moments_stand_beside_each_other() {
    on_stage(async |stage| {
        let board = Board::open(stage).await;
        board.begin().await;
        board.with_picture().await;
        board.press("Terug naar verzamelen").await;
        board.unfold("Voor en na").await;
        board.run("root.querySelector('#moment-second').click()", Value::Null).await;
        board.counts_to("Nog niemand binnen").await;
        let again: Vec<String> = (100..106).map(|person| code(4, person)).collect();
        board.paste(&format!("{}\n{}", again.join("\n"), code(0, 0))).await;
        board.says("6 codes toegevoegd").await;
        board.says("1 al geteld").await;
        board.press("Maak het beeld van 6 mensen").await;
        board.says("twee momenten naast elkaar").await;
        let both = "return [...root.querySelectorAll('.figure')].every(one => one.querySelectorAll('h5').length >= 2)";
        assert_eq!(board.run(both, Value::Null).await, json!(true));
        axe(stage, "two moments").await;
        stage.assert_clean().await;
    });
}

#[test]
fn a_long_chat_of_noise_never_stops_the_page() {
    on_stage(async |stage| {
        let board = Board::open(stage).await;
        board.begin().await;
        let noise = "window.gaps = []; let last = performance.now();
            setInterval(() => { const now = performance.now(); window.gaps.push(now - last); last = now }, 10);
            let text = ''; let seed = 7;
            while (text.length < 5_000_000) {
              seed = (seed * 1103515245 + 12345) % 2147483648;
              text += seed.toString(36) + ' RSW1' + (seed % 977) + (seed % 13 ? ' ' : '-') + (seed % 17 ? '' : '\\n');
            }
            window.noise = text; return text.length";
        board.run(noise, Value::Null).await;
        let paste = "window.gaps.length = 0; const data = new DataTransfer(); data.setData('text', window.noise);
            root.querySelector('#paste').dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true, composed: true }))";
        board.run(paste, Value::Null).await;
        board.says("Bezig met lezen").await;
        board.until("return !!root.querySelector('.tidings li')", "it was read").await;
        let longest = board.run("return Math.max(...window.gaps)", Value::Null).await.as_f64().expect("a time");
        println!("5 MB of noise: the page answered within {longest:.0} ms at each moment");
        assert_eq!(board.count().await, "Nog niemand binnen");
        board.paste(&code(1, 1)).await;
        board.counts_to("1 van 12 binnen").await;
        stage.assert_clean().await;
    });
}

#[test]
fn wrong_settings_are_named_and_nothing_is_lost() {
    on_stage(async |stage| {
        let board = Board::open(stage).await;
        board.type_in("title", "Team West").await;
        board.type_in("size", "2").await;
        board.type_in("least", "veel").await;
        board.type_in("address", "ruimtescan").await;
        board.press("Begin de workshop").await;
        board.says("Vul een getal in van 3 tot en met 999").await;
        board.says("Vul een getal in van 3 tot en met 30").await;
        board.says("Vul een adres in dat begint met").await;
        let title = "return root.querySelector('#title').value";
        assert_eq!(board.run(title, Value::Null).await, json!("Team West"));
        board.type_in("size", "8").await;
        board.type_in("least", "3").await;
        board.type_in("address", "").await;
        board.press("Begin de workshop").await;
        board.heads("Team West").await;
        board.says("Vul bij de instellingen het adres").await;
        for (width, height) in [(320, 700), (1280, 900)] {
            stage.screen(width, height).await;
            fits(stage, "collecting").await;
        }
        stage.keys(&TAB.to_string()).await;
        stage.assert_clean().await;
    });
}
