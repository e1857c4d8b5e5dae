//! The page for editors: what is chosen there is what is pasted, and what is pasted works on an empty page.

use crate::access::axe;
use crate::scan::{QUESTIONS, Scan};
use crate::stage::{Stage, alone, on_stage};
use serde_json::{Value, json};

const IN_BUILDER: &str = "const root = document.querySelector('main').shadowRoot;
const argument = arguments[0];\n";

/// Opens the page and waits until its program is there.
async fn open(stage: &Stage) {
    stage.client.goto(&format!("{}/inbedden.html", stage.base)).await.unwrap();
    let script = "return !!document.querySelector('main').shadowRoot?.querySelector('h2');";
    stage.until(script, "the page for editors is there").await;
}

async fn run(stage: &Stage, script: &str, argument: Value) -> Value {
    stage.run_with(&format!("{IN_BUILDER}{script}"), vec![argument]).await
}

/// Presses an option, by its id.
async fn choose(stage: &Stage, id: &str) {
    run(stage, "root.getElementById(argument).click();", json!(id)).await;
}

/// Types in a field, as one does.
async fn write(stage: &Stage, id: &str, text: &str) {
    let find = "const field = root.getElementById(argument); field.closest('details')?.setAttribute('open', '');
        field.value = ''; return field;";
    let field = stage.element(&format!("{IN_BUILDER}{find}"), vec![json!(id)]).await.expect("the field is there");
    field.send_keys(text).await.unwrap();
}

/// The code to paste; empty when there is none.
async fn snippet(stage: &Stage) -> String {
    let code = run(stage, "return root.querySelector('#snippet')?.textContent ?? '';", Value::Null).await;
    code.as_str().unwrap().to_owned()
}

/// A page with nothing in it but this, in a folder of its own. The server's policy holds for it.
fn empty_page(folder: &std::path::Path, code: &str) {
    std::fs::create_dir_all(folder).unwrap();
    let page = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Host</title><link rel=\"icon\" href=\"data:,\"><body>\n{code}\n"
    );
    std::fs::write(folder.join("index.html"), page).unwrap();
}

#[test]
fn what_is_chosen_is_what_is_pasted() {
    on_stage(async |stage| {
        open(stage).await;
        let first = snippet(stage).await;
        assert!(first.contains(&format!("src=\"{}/ruimtescan.js\"", stage.base)), "{first}");
        assert!(first.contains("<ruimte-scan>"), "nothing is written that is the default: {first}");
        choose(stage, "remember-none").await;
        choose(stage, "start-question").await;
        let all = snippet(stage).await;
        let tag = "<ruimte-scan start=\"question\" remember=\"none\">";
        assert!(all.contains(tag), "{all}");
        let shown = "const scan = root.querySelector('ruimte-scan').shadowRoot;
            return scan.querySelectorAll('input[name=answer]').length;";
        assert_eq!(run(stage, shown, Value::Null).await, json!(5), "the preview begins with the first question");
    });
}

#[test]
fn a_colour_is_shown_and_one_that_cannot_be_read_is_not() {
    on_stage(async |stage| {
        open(stage).await;
        write(stage, "accent", "#7a1f5c").await;
        assert!(snippet(stage).await.contains("--scan-accent-color: #7a1f5c"));
        let colour = "const button = root.querySelector('ruimte-scan').shadowRoot.querySelector('button.primary');
            return getComputedStyle(button).backgroundColor;";
        assert_eq!(run(stage, colour, Value::Null).await, json!("rgb(122, 31, 92)"));
        write(stage, "accent", "#ffee00").await;
        assert_eq!(snippet(stage).await, "", "there is nothing to paste until it is mended");
        let said = "const field = root.getElementById('accent');
            return root.getElementById(field.getAttribute('aria-describedby')).querySelector('strong').textContent;";
        assert!(!run(stage, said, Value::Null).await.as_str().unwrap().is_empty(), "it says what to do");
    });
}

#[test]
fn the_code_runs_the_whole_scan_on_an_empty_page() {
    alone(async {
        let folder = std::env::temp_dir().join(format!("ruimtescan-pasted-{}", std::process::id()));
        empty_page(&folder, "");
        let stage = &Stage::with(None, &["--also", &format!("/pasted={}", folder.display())], &[]).await;
        open(stage).await;
        choose(stage, "remember-none").await;
        empty_page(&folder, &snippet(stage).await);
        stage.open("/pasted/").await;
        let scan = Scan::on(stage);
        scan.start().await;
        scan.answer_from(1, &[3; QUESTIONS]).await;
        scan.until("return !!root.querySelector('.ladder');", "the result is there").await;
        stage.assert_clean().await;
        std::fs::remove_dir_all(&folder).unwrap();
    });
}

#[test]
fn the_contact_is_in_the_code_and_in_the_preview() {
    on_stage(async |stage| {
        open(stage).await;
        write(stage, "contact-name", "Sam Jansen").await;
        write(stage, "contact-phone", "030 123 45 67").await;
        let code = snippet(stage).await;
        assert!(code.contains("contact-name=\"Sam Jansen\" contact-phone=\"030 123 45 67\""), "{code}");
        let shown = "return !!document.querySelector('main').shadowRoot.querySelector('ruimte-scan').shadowRoot
            .querySelector('.doors')?.textContent.includes('Sam Jansen');";
        stage.until(shown, "the preview names Sam").await;
        write(stage, "contact-phone", "toestel 4").await;
        assert_eq!(snippet(stage).await, "", "there is nothing to paste until it is mended");
    });
}

#[test]
fn the_frame_runs_the_whole_scan_on_an_empty_page() {
    alone(async {
        let folder = std::env::temp_dir().join(format!("ruimtescan-framed-{}", std::process::id()));
        empty_page(&folder, "");
        std::fs::write(
            folder.join("policy.txt"),
            "default-src 'none'; script-src 'self'; frame-src 'self'; style-src 'self'; img-src data:",
        )
        .unwrap();
        let stage = &Stage::with(None, &["--also", &format!("/framed={}", folder.display())], &[]).await;
        open(stage).await;
        choose(stage, "form-frame").await;
        choose(stage, "remember-none").await;
        empty_page(&folder, &snippet(stage).await);
        stage.client.goto(&format!("{}/framed/", stage.base)).await.unwrap();
        stage.until("return parseInt(document.querySelector('iframe').style.height) > 300 || document.querySelector('iframe').height !== '700'", "the frame has its height").await;
        stage.client.enter_frame(0).await.unwrap();
        stage.ready().await;
        Scan::on(stage).walk(3).await;
        stage.client.enter_parent_frame().await.unwrap();
        stage.assert_clean().await;
        std::fs::remove_dir_all(&folder).unwrap();
    });
}

#[test]
fn axe_finds_nothing_on_the_page_for_editors() {
    on_stage(async |stage| {
        open(stage).await;
        axe(stage, "the page for editors").await;
        run(stage, "root.querySelectorAll('details').forEach(fold => (fold.open = true));", Value::Null).await;
        write(stage, "accent", "groen").await;
        axe(stage, "the page for editors with a problem and all open").await;
        for form in ["form-frame", "form-lms", "form-file"] {
            choose(stage, form).await;
            axe(stage, form).await;
        }
    });
}

#[test]
fn the_documents_are_pages_that_anyone_can_read() {
    on_stage(async |stage| {
        for (name, heading) in [("privacy", "Privacy"), ("toegankelijkheid", "Toegankelijkheid")] {
            for width in [320, 1280] {
                stage.screen(width, 800).await;
                stage.client.goto(&format!("{}/{name}.html", stage.base)).await.unwrap();
                let title = stage.run("return document.querySelector('h1').textContent").await;
                assert!(title.as_str().unwrap().contains(heading), "{title}");
                axe(stage, name).await;
                let wide = stage
                    .run("return document.documentElement.scrollWidth > document.documentElement.clientWidth")
                    .await;
                assert_eq!(wide, json!(false), "{name} at {width}");
            }
        }
    });
}
