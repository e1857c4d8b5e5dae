//! The result: what it shows, and how it is kept.

use crate::scan::{QUESTIONS, Scan};
use crate::stage::{Stage, on_stage};
use fantoccini::wd::PrintConfiguration;
use serde_json::{Value, json};
use std::process::Command;

/// Unsure in step 3 only; leaning to room; little backing.
pub(crate) const MIXED: [usize; QUESTIONS] = [5, 1, 4, 2, 5, 4, 4, 2, 1, 3, 4, 4, 4, 1, 4, 4, 5, 2];

pub(crate) async fn at_result<'a>(stage: &'a Stage, options: &[usize; QUESTIONS]) -> Scan<'a> {
    stage.open("/").await;
    let scan = Scan::on(stage);
    scan.start().await;
    scan.answer_from(1, options).await;
    scan.wait_for_result().await;
    scan
}

#[test]
fn it_stands_in_the_promised_order() {
    on_stage(async |stage| {
        let scan = at_result(stage, &MIXED).await;
        let text = scan.text().await;
        let order = [
            "Jouw spiegel van vandaag",
            "Morgen",
            "Tussen regels en ruimte",
            "De stappen van de meldcode",
            "112",
            "Lessen voor jou",
            "Jij en je organisatie",
            "Loopt jouw cliënt vast bij de overheid?",
            "070 356 35 50",
        ];
        let mut from = 0;
        for part in order {
            let at = text[from..].find(part).unwrap_or_else(|| panic!("'{part}' is missing after {from} in:\n{text}"));
            from += at;
        }
    });
}

#[test]
fn the_pictures_show_the_answers_and_have_tables_with_the_same() {
    on_stage(async |stage| {
        let scan = at_result(stage, &MIXED).await;
        let markers = scan
            .run(
                "return [...root.querySelectorAll('svg [role=img][tabindex=\"0\"]')].filter(seen).map(named)",
                Value::Null,
            )
            .await;
        assert_eq!(markers.as_array().unwrap().len(), 5, "{markers}");
        let rows = scan.run("for (const details of root.querySelectorAll('details')) if (details.querySelector('table')) details.open = true;
            return [...root.querySelectorAll('table')].filter(seen).map(table => [...table.tBodies[0].rows].map(row => row.innerText.replace(/\\s+/g, ' ')));", Value::Null).await;
        let tables: Vec<Vec<String>> = serde_json::from_value(rows).unwrap();
        assert_eq!(tables.iter().map(Vec::len).collect::<Vec<_>>(), [5, 5]);
        // MIXED: B at question 1 is the room side, A at question 2 too, and so on: all five lean to room.
        for (row, answer) in tables[0].iter().zip([
            "helemaal ruimte",
            "helemaal ruimte",
            "meer ruimte",
            "meer ruimte",
            "helemaal ruimte",
        ]) {
            assert!(row.contains(answer), "{row}");
        }
        for (row, band) in tables[1].iter().zip(["zeker", "zeker", "houvast welkom", "zeker", "zeker"]) {
            assert!(row.contains(band), "{row}");
        }
    });
}

#[test]
fn lessons_fit_the_answers_and_say_why() {
    on_stage(async |stage| {
        let scan = at_result(stage, &MIXED).await;
        let text = scan.text().await;
        let reasons = text.matches("Waarom deze les").count();
        assert!((2..=3).contains(&reasons), "{reasons} reasons in sight");
        assert!(
            text.contains("‘het gesprek beginnen’ koos je ‘heel onzeker’"),
            "the step that wants hold has its lesson"
        );
        assert!(text.contains("Wat je organisatie kan doen"), "little backing shows what the organisation can do");
    });
}

#[test]
fn the_ombudsman_can_be_called_and_closes_the_page() {
    on_stage(async |stage| {
        let scan = at_result(stage, &MIXED).await;
        let link = scan.run("const links = [...root.querySelectorAll('a[href=\"tel:+31703563550\"]')].filter(seen); const last = links.at(-1);
            const lessons = [...root.querySelectorAll('h3, h2')].at(-1).getBoundingClientRect();
            return [named(last).includes('070 356 35 50'), parseFloat(getComputedStyle(last).fontSize), parseFloat(getComputedStyle(root.querySelector('p')).fontSize)]", Value::Null).await;
        assert_eq!(link[0], json!(true));
        assert!(link[1].as_f64() > link[2].as_f64(), "the number is large: {link}");
    });
}

#[test]
fn one_action_is_chosen_and_stands_on_top_and_on_paper() {
    on_stage(async |stage| {
        let scan = at_result(stage, &MIXED).await;
        let button = scan
            .element("return [...root.querySelectorAll('button[aria-pressed=false]')].filter(seen)[1]", Value::Null)
            .await
            .unwrap();
        button.click().await.unwrap();
        scan.until("return root.querySelectorAll('button[aria-pressed=true]').length === 1", "one action is chosen")
            .await;
        let chosen = pages(stage).await.1;
        assert!(chosen.contains("Dit ga ik morgen doen"), "{chosen}");
        stage.client.refresh().await.unwrap();
        stage.ready().await;
        scan.press("Bekijk je resultaat").await;
        scan.wait_for_result().await;
        scan.until(
            "return root.querySelectorAll('button[aria-pressed=true]').length === 1",
            "the action is still chosen",
        )
        .await;
    });
}

/// The page as PDF: how many pages, and their text.
pub(crate) async fn pages(stage: &Stage) -> (usize, String) {
    let a4 =
        PrintConfiguration::builder().size(fantoccini::wd::PrintSize { width: 21.0, height: 29.7 }).build().unwrap();
    let pdf = stage.client.print(a4).await.unwrap();
    let file = std::env::temp_dir().join(format!("ruimtescan-print-{}.pdf", std::process::id()));
    std::fs::write(&file, pdf).unwrap();
    let run = |tool: &str, arguments: &[&str]| {
        let output = Command::new(tool).args(arguments).output();
        let output = output.unwrap_or_else(|_| panic!("{tool} is missing: apt-get install poppler-utils"));
        assert!(output.status.success());
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let path = file.to_string_lossy().into_owned();
    let info = run("pdfinfo", &[&path]);
    let count = info.lines().find_map(|line| line.strip_prefix("Pages:")).unwrap().trim().parse().unwrap();
    let text = run("pdftotext", &["-layout", &path, "-"]);
    std::fs::remove_file(file).unwrap();
    (count, text)
}

#[test]
fn print_gives_one_a4_with_what_matters() {
    on_stage(async |stage| {
        for options in [MIXED, [3; QUESTIONS], [1; QUESTIONS]] {
            stage.client.goto("about:blank").await.unwrap();
            let scan = {
                stage.open("/").await;
                stage.run("sessionStorage.clear()").await;
                at_result(stage, &options).await
            };
            assert_eq!(scan.chosen().await, 0);
            let (count, text) = pages(stage).await;
            assert_eq!(count, 1, "{options:?}:\n{text}");
            for part in ["070 356 35 50", "0800-2000", "112", "regels", "ruimte", "Wegen", "Beslissen"] {
                assert!(text.contains(part), "'{part}' is missing on paper:\n{text}");
            }
        }
    });
}

#[test]
fn copying_gives_the_report_as_text() {
    on_stage(async |stage| {
        let granted = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"], "origin": stage.base.trim_end_matches('/') });
        stage.devtools("Browser.grantPermissions", granted).await;
        let scan = at_result(stage, &MIXED).await;
        scan.press("Kopieer als tekst").await;
        scan.until("return [...root.querySelectorAll('[role=status], [role=alert]')].some(one => one.textContent.includes('gekopieerd'))", "it says so").await;
        let copied = stage
            .client
            .execute_async(
                "navigator.clipboard.readText().then(arguments[0], error => arguments[0]('' + error))",
                vec![],
            )
            .await
            .unwrap();
        let copied = copied.as_str().unwrap();
        assert!(copied.contains("070 356 35 50") && copied.contains("houvast welkom"), "{copied}");
    });
}

#[test]
fn where_copying_is_refused_the_text_stands_ready() {
    on_stage(async |stage| {
        stage.before_each_document("Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) } });").await;
        let scan = at_result(stage, &MIXED).await;
        scan.press("Kopieer als tekst").await;
        scan.until(
            "return root.activeElement?.localName === 'textarea' && root.activeElement.value.includes('070 356 35 50')",
            "the text is there, selected",
        )
        .await;
        assert!(scan.text().await.contains("Kopiëren mag hier niet"));
    });
}

#[test]
fn where_printing_is_impossible_it_says_so() {
    on_stage(async |stage| {
        stage.before_each_document("window.print = () => {};").await;
        let scan = at_result(stage, &MIXED).await;
        scan.press("Print of maak een pdf").await;
        scan.until("return [...root.querySelectorAll('[role=status], [role=alert]')].some(one => one.textContent.includes('Printen lukt hier niet'))", "it says so").await;
    });
}

#[test]
fn a_saved_file_opens_again() {
    on_stage(async |stage| {
        stage
            .devtools("Browser.setDownloadBehavior", json!({ "behavior": "allow", "downloadPath": stage.downloads() }))
            .await;
        let scan = at_result(stage, &MIXED).await;
        let before = scan.text().await;
        scan.press("Bewaar als bestand").await;
        let file = stage.downloaded(".txt").await;
        scan.unfold("Wis alles").await;
        scan.press("Ja, wis alles").await;
        scan.until(
            "return [...root.querySelectorAll('button')].some(button => named(button) === 'Start de scan')",
            "the intro is back",
        )
        .await;
        give_file(scan, &file).await;
        scan.wait_for_result().await;
        let after = scan.text().await;
        let same = |text: &str| text.split("Bewaar je resultaat").next().unwrap().to_string();
        assert_eq!(same(&after), same(&before), "the same answers give the same result");
    });
}

#[test]
fn a_wrong_file_gets_a_message_and_loses_nothing() {
    on_stage(async |stage| {
        let scan = Scan::started(stage).await;
        scan.answer_from(1, &[2]).await;
        scan.wait_for_question(2).await;
        scan.press("Vorige").await;
        scan.wait_for_question(1).await;
        scan.press("Vorige").await;
        std::fs::create_dir_all(stage.downloads()).unwrap();
        let file = stage.downloads().join("wrong.txt");
        for (content, said) in [
            ("boodschappen: melk", "komt niet van de Ruimtescan"),
            ("ruimtescan 1\nversion = 99\nend = 1\n", "andere versie"),
            ("ruimtescan 1\nversion = 1\nlead = 9\nend = 1\n", "beschadigd"),
        ] {
            std::fs::write(&file, content).unwrap();
            give_file(scan, &file).await;
            scan.until(&format!("return [...root.querySelectorAll('[role=status], [role=alert]')].some(one => one.textContent.includes({}))", json!(said)), said).await;
        }
        scan.press("Ga verder bij vraag 2").await;
        scan.wait_for_question(2).await;
    });
}

async fn give_file(scan: Scan<'_>, file: &std::path::Path) {
    let input =
        scan.element("return root.querySelector('input[type=file]')", Value::Null).await.expect("a file can be opened");
    input.send_keys(&file.to_string_lossy()).await.unwrap();
}

#[test]
fn starting_again_begins_with_nothing() {
    on_stage(async |stage| {
        let scan = at_result(stage, &MIXED).await;
        scan.unfold("Begin opnieuw").await;
        scan.press("Ja, begin opnieuw").await;
        scan.wait_for_question(1).await;
        assert_eq!(scan.chosen().await, 0);
    });
}
