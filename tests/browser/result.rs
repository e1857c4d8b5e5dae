//! The result: what it shows, and how it is kept.

use crate::support::browser::in_browser;
use crate::support::print::pages;
use crate::support::scan::{MIXED, QUESTIONS, Scan};
use crate::support::words::DUTCH;
use serde_json::{Value, json};

#[test]
fn it_stands_in_the_promised_order() {
    in_browser(async |browser| {
        let scan = Scan::at_result(browser, &MIXED).await;
        let text = scan.text().await;
        let order = [
            DUTCH.get("result-heading"),
            DUTCH.get("tomorrow"),
            DUTCH.get("balance-heading"),
            DUTCH.get("ladder-heading"),
            "112",
            DUTCH.get("lessons-heading"),
            DUTCH.get("organisation-heading"),
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
    in_browser(async |browser| {
        let scan = Scan::at_result(browser, &MIXED).await;
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
        // MIXED: B at question 1 is the leeway side, A at question 2 too, and so on: all five lean to leeway.
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
    in_browser(async |browser| {
        let scan = Scan::at_result(browser, &MIXED).await;
        let text = scan.text().await;
        let reasons = text.matches(DUTCH.get("why-everyone").split(':').next().unwrap()).count();
        assert!((2..=3).contains(&reasons), "{reasons} reasons in sight");
        assert!(
            text.contains("‘het gesprek beginnen’ koos je ‘heel onzeker’"),
            "the step that wants hold has its lesson"
        );
        assert!(text.contains(DUTCH.get("organisation-can-do")), "little backing shows what the organisation can do");
    });
}

#[test]
fn the_ombudsman_can_be_called_and_closes_the_page() {
    in_browser(async |browser| {
        let scan = Scan::at_result(browser, &MIXED).await;
        let link = scan.run("const links = [...root.querySelectorAll('a[href=\"tel:+31703563550\"]')].filter(seen); const last = links.at(-1);
            const lessons = [...root.querySelectorAll('h3, h2')].at(-1).getBoundingClientRect();
            return [named(last).includes('070 356 35 50'), parseFloat(getComputedStyle(last).fontSize), parseFloat(getComputedStyle(root.querySelector('p')).fontSize)]", Value::Null).await;
        assert_eq!(link[0], json!(true));
        assert!(link[1].as_f64() > link[2].as_f64(), "the number is large: {link}");
    });
}

#[test]
fn one_action_is_chosen_and_stands_on_top_and_on_paper() {
    in_browser(async |browser| {
        let scan = Scan::at_result(browser, &MIXED).await;
        let button = scan
            .element("return [...root.querySelectorAll('button[aria-pressed=false]')].filter(seen)[1]", Value::Null)
            .await
            .unwrap();
        button.click().await.unwrap();
        scan.until("return root.querySelectorAll('button[aria-pressed=true]').length === 1", "one action is chosen")
            .await;
        let chosen = pages(browser).await.1;
        assert!(chosen.contains(DUTCH.get("my-action")), "{chosen}");
        browser.reload().await;
        scan.press("see-result").await;
        scan.wait_for_result().await;
        scan.until(
            "return root.querySelectorAll('button[aria-pressed=true]').length === 1",
            "the action is still chosen",
        )
        .await;
    });
}

#[test]
fn print_gives_one_a4_with_what_matters() {
    in_browser(async |browser| {
        for options in [MIXED, [3; QUESTIONS], [1; QUESTIONS]] {
            browser.client.goto("about:blank").await.unwrap();
            let scan = {
                browser.open("/").await;
                browser.run("sessionStorage.clear()").await;
                Scan::at_result(browser, &options).await
            };
            assert_eq!(scan.chosen().await, 0);
            let (count, text) = pages(browser).await;
            assert_eq!(count, 1, "{options:?}:\n{text}");
            for part in ["070 356 35 50", "0800-2000", "112", "regels", "ruimte", "Wegen", "Beslissen"] {
                assert!(text.contains(part), "'{part}' is missing on paper:\n{text}");
            }
        }
    });
}

#[test]
fn copying_gives_the_report_as_text() {
    in_browser(async |browser| {
        let granted = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"], "origin": browser.base.trim_end_matches('/') });
        browser.devtools("Browser.grantPermissions", granted).await;
        let scan = Scan::at_result(browser, &MIXED).await;
        scan.press("copy").await;
        scan.says("copied").await;
        let copied = browser
            .client
            .execute_async(
                "navigator.clipboard.readText().then(arguments[0], error => arguments[0]('' + error))",
                vec![],
            )
            .await
            .unwrap();
        let copied = copied.as_str().unwrap();
        assert!(copied.contains("070 356 35 50") && copied.contains(DUTCH.get("rung-low")), "{copied}");
    });
}

#[test]
fn where_copying_is_refused_the_text_stands_ready() {
    in_browser(async |browser| {
        browser.before_each_document("Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) } });").await;
        let scan = Scan::at_result(browser, &MIXED).await;
        scan.press("copy").await;
        scan.until(
            "return root.activeElement?.localName === 'textarea' && root.activeElement.value.includes('070 356 35 50')",
            "the text is there, selected",
        )
        .await;
        assert!(scan.shows("copy-blocked").await);
    });
}

#[test]
fn where_printing_is_impossible_it_says_so() {
    in_browser(async |browser| {
        browser.before_each_document("window.print = () => {};").await;
        let scan = Scan::at_result(browser, &MIXED).await;
        scan.press("print").await;
        scan.says("print-blocked").await;
    });
}

#[test]
fn a_saved_file_opens_again() {
    in_browser(async |browser| {
        browser
            .devtools(
                "Browser.setDownloadBehavior",
                json!({ "behavior": "allow", "downloadPath": browser.downloads() }),
            )
            .await;
        let scan = Scan::at_result(browser, &MIXED).await;
        let before = scan.text().await;
        scan.press("save-file").await;
        let file = browser.downloaded(".txt").await;
        scan.unfold("wipe").await;
        scan.press("wipe-yes").await;
        scan.offers("start").await;
        scan.give_file(&file).await;
        scan.wait_for_result().await;
        let after = scan.text().await;
        let same = |text: &str| text.split(DUTCH.get("keep-result-heading")).next().unwrap().to_string();
        assert_eq!(same(&after), same(&before), "the same answers give the same result");
    });
}

#[test]
fn a_wrong_file_gets_a_message_and_loses_nothing() {
    in_browser(async |browser| {
        let scan = Scan::started(browser).await;
        scan.answer_from(1, &[2]).await;
        scan.wait_for_question(2).await;
        scan.press("previous").await;
        scan.wait_for_question(1).await;
        scan.press("previous").await;
        std::fs::create_dir_all(browser.downloads()).unwrap();
        let file = browser.downloads().join("wrong.txt");
        for (content, said) in [
            ("boodschappen: melk", "opened-foreign"),
            ("ruimtescan 1\nversion = 99\nend = 1\n", "opened-other-version"),
            ("ruimtescan 1\nversion = 1\nlead = 9\nend = 1\n", "opened-damaged"),
        ] {
            std::fs::write(&file, content).unwrap();
            scan.give_file(&file).await;
            scan.says(said).await;
        }
        scan.press(("resume", 2)).await;
        scan.wait_for_question(2).await;
    });
}

#[test]
fn starting_again_begins_with_nothing() {
    in_browser(async |browser| {
        let scan = Scan::at_result(browser, &MIXED).await;
        scan.unfold("start-again").await;
        scan.press("start-again-yes").await;
        scan.wait_for_question(1).await;
        assert_eq!(scan.chosen().await, 0);
    });
}
