//! A workshop from beginning to end: twelve people, their sealed codes in a chat, the group's picture against numbers that are
//! counted here; and the states around it.

use crate::support::axe::axe;
use crate::support::board::{Board, code, line, sealed};
use crate::support::browser::{Browser, block_on, in_browser};
use crate::support::layout::fits;
use crate::support::panic::SABOTAGE;
use crate::support::print::pages;
use crate::support::scan::{ENTER, QUESTIONS, SPACE, TAB, text};
use crate::support::shipped::{questionnaire, texts};
use crate::support::words::{BOARD, DUTCH};
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
            (Theme::Balance, Side::Rules, 1 | 2) | (Theme::Balance, Side::Leeway, 4 | 5) => 0,
            (Theme::Balance, ..) => 2,
            (_, _, 1 | 2) => 0,
            _ => 2,
        };
        counts[place] += 1;
    }
    counts
}

/// What the question of this key asks.
fn ask(key: &str) -> String {
    let id = questionnaire().find(key).expect("a question");
    texts().question(id.index()).ask.to_string()
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

#[test]
fn twelve_people_see_their_own_picture() {
    in_browser(async |browser| {
        let board = Board::open(browser).await;
        axe(browser, "the beginning of a workshop").await;
        board.type_in("title", "Team Oost").await;
        board.press("begin").await;
        board.until("return !!root.querySelector('.link')", "there is a link").await;
        let link = text(board.run("return root.querySelector('.link').textContent", Value::Null).await);
        assert!(link.starts_with(&format!("{}/#workshop=", browser.base)), "{link}");

        let mut codes = Vec::new();
        for options in &PEOPLE {
            codes.push(sealed(browser, &link, options).await);
        }
        assert!(codes.iter().all(|code| code.starts_with("RSW1")), "{codes:?}");

        // Two moments in the chat of a meeting, with the noise that belongs to it; the browser is closed in between.
        let names =
            ["Anna", "Bram de Wit", "Fatma", "+31 6 1234 5678", "Zoë", "Jo", "Li", "Mo", "Noor", "Pia", "Ravi", "Sam"];
        let said = |(place, code): (usize, &String)| {
            format!("[24-11-2026 14:{:02}] {}: hier is mijn code {code} 👍\n", 10 + place, names[place])
        };
        let chat: Vec<String> = codes.iter().enumerate().map(said).collect();
        let board = Board::open(browser).await;
        board.counts_to(0).await;
        // The server is not asked for anything from here on.
        let asked = browser.requests().len();
        board.paste(&format!("Welkom allemaal!\n{}Wie mist er nog?\n", chat[..7].concat())).await;
        board.counts_to(7).await;
        browser.client.refresh().await.unwrap();
        board.counts_to(7).await;
        assert!(!browser.run("return JSON.stringify({...localStorage})").await.to_string().contains("Anna"));
        let reloaded = browser.requests().len();
        // The whole chat once more, with the rest, one that lost a letter on its way, and one of nobody here.
        let cut = [&codes[11][..40], &codes[11][41..]].concat();
        board.paste(&format!("{}Eva: {cut}\n", chat.concat())).await;
        board.counts_to(12).await;
        board.says(("added", 5)).await;
        board.says(("twice", 7)).await;
        board.shows(&format!("{}, {}", line(1), line(2))).await;
        board.says(("damaged", [("n", "1"), ("places", &line(13))])).await;
        axe(browser, "collecting").await;

        board.press(("show", 12)).await;
        board.heads("picture-heading").await;
        let mut looked = 0;
        for (id, asked) in questionnaire().questions() {
            let ask = &*texts().question(id.index()).ask;
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
            let name = &*texts().step(step).name;
            let title = format!("Stap {step}: {name}");
            let places = ["houvast welkom", "redelijk zeker", "zeker"];
            assert_eq!(board.table(&title).await, expected(step_counts(step), places), "{title}");
            looked += 1;
        }
        assert_eq!(looked, 13, "five dilemmas, three statements, five steps");
        // Nobody's count stands anywhere, and the organisation is not there yet.
        let shown = text(board.run("return root.querySelector('.board').textContent", Value::Null).await);
        assert!(!shown.contains(&BOARD.say(("about", 3))) && !shown.contains(&ask("backing")), "{shown}");
        board.unfold("organisation-open").await;
        board.press("organisation-yes").await;
        board.shows(&ask("backing")).await;
        axe(browser, "the group's picture").await;
        assert_eq!(
            browser.requests().len(),
            reloaded,
            "nothing was asked of the server: {:?}",
            &browser.requests()[asked..]
        );
        browser.assert_clean().await;
    });
}

#[test]
fn below_the_minimum_only_the_counter_shows() {
    in_browser(async |browser| {
        let board = Board::open(browser).await;
        board.begin().await;
        let chat: Vec<String> = (0..4).map(|person| code(1, person)).collect();
        board.paste(&chat.join(" ")).await;
        board.counts_to(4).await;
        board.says(("show-missing", 1)).await;
        let shown = "return [root.querySelectorAll('.spread, table').length,
            [...root.querySelectorAll('button')].some(one => one.textContent.includes(argument))]";
        assert_eq!(board.run(shown, json!(BOARD.say("show"))).await, json!([0, false]));
        board.paste(&code(1, 9)).await;
        board.press(("show", 5)).await;
        board.heads("picture-heading").await;
        // Everybody in one place reads as nearly everybody.
        board.says("says-nearly").await;
        browser.assert_clean().await;
    });
}

#[test]
fn a_picture_stays_until_three_more_are_in() {
    in_browser(async |browser| {
        let board = Board::open(browser).await;
        board.begin().await;
        board.with_picture().await;
        board.press("back").await;
        board.paste(&code(3, 50)).await;
        board.counts_to(7).await;
        board.says(("in-picture", 6)).await;
        board.says(("show-wait", 2)).await;
        board.press("remove-last").await;
        board.counts_to(6).await;
        board.press("undo").await;
        board.counts_to(7).await;
        board.paste(&format!("{} {}", code(3, 51), code(3, 52))).await;
        board.counts_to(9).await;
        board.press(("show-again", 9)).await;
        board.says(("picture-lead", 9)).await;
        browser.assert_clean().await;
    });
}

#[test]
fn a_sealed_code_opens_on_its_own_board_only() {
    in_browser(async |browser| {
        let board = Board::open(browser).await;
        board.begin().await;
        let link = text(board.run("return root.querySelector('.link').textContent", Value::Null).await);
        let mine = sealed(browser, &link, &PEOPLE[0]).await;
        let board = Board::open(browser).await;
        // Any sign but the last, which also holds what stands for nothing.
        for place in [4, 20, 100, 150] {
            let other = if &mine[place..=place] == "A" { "B" } else { "A" };
            let mut changed = mine.clone();
            changed.replace_range(place..=place, other);
            board.paste(&changed).await;
            board.says((if place < 11 { "other-board" } else { "damaged" }, [("n", "1"), ("places", &line(1))])).await;
            assert_eq!(board.count().await, BOARD.get("count-none"));
        }
        board.paste(&mine.to_lowercase()).await;
        board.counts_to(1).await;
        // A new workshop has other keys.
        board.unfold("wipe").await;
        board.press("wipe-yes").await;
        board.says("wiped").await;
        board.begin().await;
        board.paste(&mine).await;
        board.says(("other-board", [("n", "1"), ("places", &line(1))])).await;
        assert_eq!(board.count().await, BOARD.get("count-none"));
        browser.assert_clean().await;
    });
}

#[test]
fn a_sheet_of_paper_is_tapped_in() {
    in_browser(async |browser| {
        let board = Board::open(browser).await;
        board.begin().await;
        board.press("sheet-open").await;
        board.heads("sheet-heading").await;
        axe(browser, "a sheet of paper").await;
        fits(browser, "a sheet of paper").await;
        board.press("sheet-add").await;
        board.says("sheet-missing").await;
        let tap = "const rows = root.querySelectorAll('.tap-row'); rows.forEach((row, place) =>
            row.querySelectorAll('input')[place % 6].click()); return rows.length";
        assert_eq!(board.run(tap, Value::Null).await, json!(QUESTIONS));
        board.press("sheet-add").await;
        board.says("sheet-added").await;
        let chosen = "return root.querySelectorAll('input:checked').length";
        assert_eq!(board.run(chosen, Value::Null).await, json!(0), "the next sheet is empty");
        board.press("back").await;
        board.counts_to(1).await;
        browser.assert_clean().await;
    });
}

#[test]
fn the_big_screen_is_led_by_keys() {
    in_browser(async |browser| {
        let board = Board::open(browser).await;
        board.begin().await;
        board.with_picture().await;
        let focus =
            "const one = [...root.querySelectorAll('button')].find(one => one.textContent === argument); one.focus()";
        board.run(focus, json!(BOARD.get("present"))).await;
        browser.keys(&ENTER.to_string()).await;
        board.says(("present-place", 1)).await;
        axe(browser, "the big screen").await;
        let (right, left, down, up) = ('\u{e014}', '\u{e012}', '\u{e00f}', '\u{e00e}');
        browser.keys(&right.to_string()).await;
        board.says("present-guess").await;
        let first = board.heading().await;
        let discs = "return root.querySelectorAll('.disc').length > 0";
        assert_eq!(board.run(discs, Value::Null).await, json!(false), "nothing is given away");
        // A clicker sends Page Down.
        browser.keys(&down.to_string()).await;
        board.until(discs, "the picture is revealed").await;
        axe(browser, "a picture on the big screen").await;
        browser.keys("b").await;
        board.says("present-hidden").await;
        browser.keys("b").await;
        board.until(discs, "it is to be seen again").await;
        browser.keys(&SPACE.to_string()).await;
        board.until("return !!root.querySelector('.talk')", "what to talk about").await;
        assert_eq!(board.heading().await, first, "it is still the same question");
        browser.keys(&right.to_string()).await;
        board.says("present-guess").await;
        assert_ne!(board.heading().await, first);
        browser.keys(&left.to_string()).await;
        board.until("return !!root.querySelector('.talk')", "back to the former, as it was").await;
        browser.keys(&up.to_string()).await;
        board.until("return !root.querySelector('.talk')", "and further back").await;
        // To the end and back to the picture.
        browser.keys("\u{e010}").await;
        board.heads_named(DUTCH.get("help")).await;
        board.press(("timer", 5)).await;
        board.says(("timer-left", [("time", "4:5")])).await;
        board.press("timer-stop").await;
        browser.keys("\u{e00c}").await;
        board.heads("picture-heading").await;
        browser.assert_clean().await;
    });
}

#[test]
fn nothing_on_the_big_screen_has_to_be_scrolled() {
    in_browser(async |browser| {
        let board = Board::open(browser).await;
        board.begin().await;
        board.with_picture().await;
        for (width, height) in [(1280, 720), (1920, 1080)] {
            browser.screen(width, height).await;
            board.press("present").await;
            browser.keys("\u{e011}").await;
            board.says(("present-place", 1)).await;
            for _ in 0..60 {
                let over =
                    "const sheet = root.querySelector('.fullscreen'); return sheet.scrollHeight - sheet.clientHeight";
                let over = board.run(over, Value::Null).await.as_i64().expect("pixels");
                assert!(over <= 1, "{over} px too high at {width}x{height}: {}", board.heading().await);
                browser.keys("\u{e014}").await;
            }
            board.heads_named(DUTCH.get("help")).await;
            browser.keys("\u{e00c}").await;
            board.heads("picture-heading").await;
        }
    });
}

#[test]
fn the_report_takes_two_sides_at_most() {
    in_browser(async |browser| {
        let board = Board::open(browser).await;
        board.begin().await;
        board.with_picture().await;
        let (count, printed) = pages(browser).await;
        assert!(count <= 2, "{count} pages");
        for said in [
            &*BOARD.say("report-heading"),
            &BOARD.say(("report-lead", 6)),
            BOARD.get("report-rule"),
            BOARD.get("share-half"),
        ] {
            assert!(printed.contains(said), "no {said} in {printed}");
        }
        assert!(!printed.contains(BOARD.get("organisation-heading")), "{printed}");
        board.unfold("organisation-open").await;
        board.press("organisation-yes").await;
        board.run("root.querySelector('#in-report').click()", Value::Null).await;
        let (count, printed) = pages(browser).await;
        assert!(count <= 2, "{count} pages");
        assert!(printed.contains(BOARD.get("organisation-heading")), "{printed}");
        browser.assert_clean().await;
    });
}

#[test]
fn the_picture_is_kept_in_four_forms() {
    in_browser(async |browser| {
        let board = Board::open(browser).await;
        board.begin().await;
        board.with_picture().await;
        board.press("save-csv").await;
        let csv = String::from_utf8(std::fs::read(browser.downloaded(".csv").await).unwrap()).unwrap();
        assert!(csv.starts_with("\u{feff}\"Onderdeel\";\"Vraag\""), "{csv}");
        assert!(csv.contains(";\"regels\";\"ongeveer de helft\";\"\"\r\n"), "{csv}");
        board.press("save-json").await;
        let json: Value = serde_json::from_slice(&std::fs::read(browser.downloaded(".json").await).unwrap()).unwrap();
        assert_eq!(json["people"], json!([6]));
        assert_eq!(json["spreads"].as_array().unwrap().len(), 13);
        board.press("save-svg").await;
        let svg = String::from_utf8(std::fs::read(browser.downloaded(".svg").await).unwrap()).unwrap();
        assert!(svg.starts_with("<svg") && svg.contains("<circle") && svg.ends_with("</svg>\n"), "{svg}");
        board.press("save-png").await;
        let bytes = std::fs::read(browser.downloaded(".png").await).unwrap();
        let picture = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
        assert!(picture.info().width == 1200 && picture.info().height > 1000, "{:?}", picture.info());
        browser.assert_clean().await;
    });
}

#[test]
fn a_workshop_goes_into_a_locked_file_and_two_become_one() {
    in_browser(async |browser| {
        let board = Board::open(browser).await;
        board.begin().await;
        let chat: Vec<String> = (0..6).map(|person| code(2, person)).collect();
        board.paste(&chat.join("\n")).await;
        board.counts_to(6).await;
        board.unfold("file-heading").await;
        board.press("save-workshop").await;
        board.says("password-short").await;
        board.type_in("password", "een lang woord").await;
        board.press("save-workshop").await;
        board.says("offered-workshop").await;
        let file = String::from_utf8(std::fs::read(browser.downloaded(".ruimtebord.txt").await).unwrap()).unwrap();
        for code in &chat {
            assert!(!file.contains(code) && !file.contains(&code.replace('-', "")), "a code stands in it");
        }
        // For where nothing was downloaded.
        let granted =
            json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"], "origin": browser.base });
        browser.devtools("Browser.grantPermissions", granted).await;
        board.press("copy-workshop").await;
        board.says("copied").await;
        let copied = "navigator.clipboard.readText().then(arguments[0], error => arguments[0]('' + error))";
        assert_eq!(browser.client.execute_async(copied, vec![]).await.unwrap(), json!(file));
        // Somebody else's board, with two of the same people and one more.
        board.unfold("wipe").await;
        board.press("wipe-yes").await;
        board.begin().await;
        board.paste(&format!("{} {} {}", chat[0], chat[1], code(4, 77))).await;
        board.counts_to(3).await;
        board.unfold("file-heading").await;
        let path = browser.downloads();
        let path = std::fs::read_dir(path).unwrap().flatten().map(|entry| entry.path()).next().unwrap();
        let script = "return document.querySelector('ruimte-bord').shadowRoot.querySelector('#open-file')";
        for (password, says, count) in [
            ("een ander woord", BOARD.say("file-refused"), 3),
            ("een lang woord", BOARD.say(("merged", 4)), 7),
            ("een lang woord", BOARD.say(("merged", 0)), 7),
        ] {
            board.type_in("password", password).await;
            let field = browser.element(script, vec![]).await.unwrap();
            field.send_keys(&path.to_string_lossy()).await.unwrap();
            board.shows(&says).await;
            board.counts_to(count).await;
        }
        browser.assert_clean().await;
    });
}

#[test]
fn a_killed_browser_loses_nobody() {
    block_on(async {
        let browser = Browser::new().await;
        let board = Board::open(&browser).await;
        board.begin().await;
        board.with_picture().await;
        let browser = browser.killed(&code(2, 5)).await;
        let board = Board::open(&browser).await;
        board.counts_to(6).await;
        board.press("show-open").await;
        board.heads("picture-heading").await;
    });
}

#[test]
fn a_panic_says_so_and_loses_nobody() {
    block_on(async {
        let browser = &Browser::new().await;
        let board = Board::open(browser).await;
        board.begin().await;
        board.paste(&code(2, 5)).await;
        board.counts_to(1).await;
        browser.run(SABOTAGE).await;
        board.press("sheet-open").await;
        let said = "return root.querySelector('.rescue h2')?.textContent === 'Het bord is gestopt'";
        board.until(said, "the message is there").await;
        axe(browser, "a board that stopped").await;
        board.press("failed-button").await;
        board.counts_to(1).await;
    });
}

#[test]
fn files_and_texts_can_be_dropped() {
    in_browser(async |browser| {
        let board = Board::open(browser).await;
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
        board.counts_to(2).await;
        board
            .says(("twice", [("n", "1"), ("places", &BOARD.say(("at-file-line", [("file", "bram.txt"), ("n", "4")])))]))
            .await;
        board.run(drop, json!({ "text": code(3, 3) })).await;
        board.counts_to(3).await;
        browser.assert_clean().await;
    });
}

#[test]
fn two_moments_stand_beside_each_other() {
    in_browser(async |browser| {
        let board = Board::open(browser).await;
        board.begin().await;
        board.with_picture().await;
        board.press("back").await;
        board.unfold("moment-heading").await;
        board.run("root.querySelector('#moment-second').click()", Value::Null).await;
        board.counts_to(0).await;
        let again: Vec<String> = (100..106).map(|person| code(4, person)).collect();
        board.paste(&format!("{}\n{}", again.join("\n"), code(0, 0))).await;
        board.says(("added", 6)).await;
        board.says(("twice", 1)).await;
        board.press(("show", 6)).await;
        board.says("compare").await;
        let both = "return [...root.querySelectorAll('.figure')].every(one => one.querySelectorAll('h5').length >= 2)";
        assert_eq!(board.run(both, Value::Null).await, json!(true));
        axe(browser, "two moments").await;
        browser.assert_clean().await;
    });
}

#[test]
fn a_long_chat_of_noise_never_stops_the_page() {
    in_browser(async |browser| {
        let board = Board::open(browser).await;
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
        board.says("busy").await;
        board.until("return !!root.querySelector('.summary li')", "it was read").await;
        let longest = board.run("return Math.max(...window.gaps)", Value::Null).await.as_f64().expect("a time");
        println!("5 MB of noise: the page answered within {longest:.0} ms at each moment");
        assert_eq!(board.count().await, BOARD.get("count-none"));
        board.paste(&code(1, 1)).await;
        board.counts_to(1).await;
        browser.assert_clean().await;
    });
}

#[test]
fn wrong_settings_are_named_and_nothing_is_lost() {
    in_browser(async |browser| {
        let board = Board::open(browser).await;
        board.type_in("title", "Team West").await;
        board.type_in("size", "2").await;
        board.type_in("least", "veel").await;
        board.type_in("address", "ruimtescan").await;
        board.press("begin").await;
        board.says("size-wrong").await;
        board.says("least-wrong").await;
        board.says("address-wrong").await;
        let title = "return root.querySelector('#title').value";
        assert_eq!(board.run(title, Value::Null).await, json!("Team West"));
        board.type_in("size", "8").await;
        board.type_in("least", "3").await;
        board.type_in("address", "").await;
        board.press("begin").await;
        board.heads_named("Team West").await;
        board.says("join-none").await;
        for (width, height) in [(320, 700), (1280, 900)] {
            browser.screen(width, height).await;
            fits(browser, "collecting").await;
        }
        browser.keys(&TAB.to_string()).await;
        browser.assert_clean().await;
    });
}
