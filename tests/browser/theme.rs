//! The scan in another's clothes: themes, dark pages, forced colours, and pages that style whatever they can.

use crate::support::browser::{Browser, block_on, in_browser};
use crate::support::layout::{fits, ink};
use crate::support::scan::{QUESTIONS, Scan};
use serde_json::{Value, json};
use std::path::Path;

/// A theme: its name, its sheets, the classes that turn it on, and whether it is a dark one.
const THEMES: [(&str, &str, &str, bool); 4] = [
    ("none", "", "none", false),
    ("Voorbeeld", "@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css", "voorbeeld-theme", false),
    ("ma", "@nl-design-system-community/ma-design-tokens/dist/theme.css", "ma-theme", false),
    (
        "ma in the dark",
        "@nl-design-system-community/ma-design-tokens/dist/theme.css @nl-design-system-community/ma-design-tokens/dist/color-scheme-dark/theme.css",
        "ma-theme ma-theme--color-scheme-dark",
        true,
    ),
];

/// What the light themes say of the sheet, its button and its type, as a browser computes them.
const WORN: &str = "const sheet = root.querySelector('.sheet'), button = root.querySelector('button.primary');
const probe = document.body.appendChild(document.createElement('i'));
probe.style.cssText = argument;
const wanted = getComputedStyle(probe);
const pairs = [['background', getComputedStyle(button).backgroundColor, wanted.backgroundColor],
  ['text of the button', getComputedStyle(button).color, wanted.color],
  ['ink', getComputedStyle(sheet).color, wanted.borderTopColor],
  ['paper', getComputedStyle(sheet).backgroundColor, wanted.borderBottomColor],
  ['type', getComputedStyle(sheet).fontFamily, wanted.fontFamily]];
probe.remove();
return pairs.filter(([, found, wanted]) => found !== wanted);";

/// The same from the names that both themes give.
const TOKENS: &str = "border: 1px solid; background-color: var(--utrecht-button-primary-action-background-color);
color: var(--utrecht-button-primary-action-color); border-top-color: var(--basis-color-default-color-document);
border-bottom-color: var(--basis-color-default-bg-document); font-family: var(--basis-text-font-family-default)";

fn read(sheet: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules").join(sheet);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}; npm install", path.display()))
}

/// A page in this theme and colour scheme.
async fn dressed(browser: &Browser, sheet: &str, class: &str, scheme: &str) {
    let sheet = match sheet {
        "" => String::new(),
        paths => paths.split(' ').map(read).collect(),
    };
    let dress = "const sheet = new CSSStyleSheet();
        sheet.replaceSync(arguments[0] + `:root { color-scheme: ${arguments[2]} }`);
        document.adoptedStyleSheets = [sheet];
        document.documentElement.className = arguments[1];";
    browser.run_with(dress, vec![json!(sheet), json!(class), json!(scheme)]).await;
}

/// Fails with every text and edge that is too pale.
async fn readable(scan: Scan<'_>, screen: &str) {
    let found = scan.run(include_str!("scripts/contrast.js"), Value::Null).await;
    assert!(found[0].as_u64().unwrap() > 10, "{screen}: only {} things were looked at", found[0]);
    assert_eq!(found[1], json!([]), "{screen}");
    fits(scan.browser, screen).await;
}

/// Keeps a picture to look at.
async fn picture(browser: &Browser, name: &str) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("themes");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(format!("{name}.png")), browser.client.screenshot().await.unwrap()).unwrap();
}

/// Everything that is to hold on a question and on the result.
async fn wears(theme: (&str, &str, &str, bool)) {
    let (name, sheet, class, dark) = theme;
    let browser = &Browser::new().await;
    browser.screen(320, 900).await;
    browser.open("/pages/bare.html").await;
    let scan = Scan::on(browser);
    let schemes: &[&str] = if dark { &["dark"] } else { &["light", "dark"] };
    dressed(browser, sheet, class, "light").await;
    scan.start().await;
    scan.choose(2).await;
    for part in ["question", "result"] {
        for scheme in schemes {
            dressed(browser, sheet, class, scheme).await;
            if part == "question" && !sheet.is_empty() {
                assert_eq!(scan.run(WORN, json!(TOKENS)).await, json!([]), "{name}, {scheme}: what is not the theme's");
            }
            readable(scan, &format!("the {part} in {name}, {scheme}")).await;
            picture(browser, &format!("{part}, {name}, {scheme}")).await;
        }
        browser.media(&[("forced-colors", "active")]).await;
        readable(scan, &format!("the {part} in {name}, forced colours")).await;
        picture(browser, &format!("{part}, {name}, forced colours")).await;
        if part == "question" {
            chosen_is_seen(scan, name).await;
        }
        browser.media(&[("forced-colors", "none")]).await;
        if part == "question" {
            chosen_is_seen(scan, name).await;
            scan.press("next").await;
            scan.answer_from(2, &[4; QUESTIONS - 1]).await;
            scan.wait_for_result().await;
        }
    }
    browser.assert_clean().await;
}

/// The second option is chosen, and looks it beside the third.
async fn chosen_is_seen(scan: Scan<'_>, theme: &str) {
    scan.run("root.activeElement?.blur()", Value::Null).await;
    let mut inked = Vec::new();
    for option in [1, 2] {
        let row = "return root.querySelectorAll('fieldset input[type=radio]')[argument].closest('label')";
        inked.push(ink(&scan.element(row, json!(option)).await.unwrap().screenshot().await.unwrap()));
    }
    assert!(inked[0] > inked[1] + 40, "{theme}: {inked:?} inked pixels in the chosen row and the next");
}

#[test]
fn without_a_theme_it_can_be_read_in_light_dark_and_forced_colours() {
    block_on(wears(THEMES[0]));
}

#[test]
fn it_wears_the_theme_voorbeeld() {
    block_on(wears(THEMES[1]));
}

#[test]
fn it_wears_the_theme_ma() {
    block_on(wears(THEMES[2]));
}

#[test]
fn it_wears_the_theme_ma_in_the_dark() {
    block_on(wears(THEMES[3]));
}

#[test]
fn a_page_decides_over_its_theme() {
    block_on(async {
        let browser = &Browser::new().await;
        browser.open("/pages/bare.html").await;
        let scan = Scan::on(browser);
        let (_, sheet, class, _) = THEMES[1];
        dressed(browser, sheet, class, "light").await;
        browser
            .run("document.querySelector('ruimte-scan').style.setProperty('--scan-accent-color', 'rgb(1, 2, 3)')")
            .await;
        let found = scan
            .run("return getComputedStyle(root.querySelector('button.primary')).backgroundColor", Value::Null)
            .await;
        assert_eq!(found, json!("rgb(1, 2, 3)"));
    });
}

/// What a page may do to everything on it, or to the element.
const HOSTILE: [&str; 7] = [
    "* { all: unset }",
    "button, input, label, fieldset, h2, p, li { background: hotpink !important; color: hotpink !important; border: 9px solid !important; margin: 2em !important }",
    ":root { font-size: 62.5% }",
    "ruimte-scan { display: inline; color: red; font-size: 40px; line-height: 3; text-indent: 5em; text-transform: uppercase; text-align: right; word-spacing: 1em; list-style: none; white-space: nowrap; hyphens: none; visibility: inherit; border-collapse: separate }",
    "* { box-sizing: content-box; letter-spacing: 1em }",
    ":root { direction: rtl }",
    "* { box-sizing: content-box !important; float: none !important; animation: none !important; transition: all 9s !important; outline: none !important; appearance: none !important; direction: rtl !important }",
];

/// Fails with what is drawn otherwise on a hostile page than on a plain one.
async fn nothing_changes(scan: Scan<'_>, screen: &str) {
    let drawn = concat!("const drawn = () => {", include_str!("scripts/drawn.js"), "};");
    let note = format!("{drawn} window.plain = drawn(); return plain.length;");
    let count = scan.run(&note, Value::Null).await.as_u64().unwrap();
    assert!(count > 15, "only {count} elements of {screen} were compared");
    let compare = format!(
        "{drawn}
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(argument);
        document.adoptedStyleSheets = [sheet];
        const now = drawn();
        document.adoptedStyleSheets = [];
        const faults = now.length === plain.length ? [] : [plain.length + ' elements, then ' + now.length];
        now.forEach((element, at) => element.forEach((part, kind) => {{
          const before = plain[at]?.[kind];
          if (part === before || faults.length > 2) return;
          const was = new Set(before?.split('; '));
          faults.push(element[0] + ' ' + (kind < 2 ? before + ' became ' + part : part.split('; ').filter(one => !was.has(one)).slice(0, 5).join('; ')));
        }}));
        return faults;"
    );
    let together = HOSTILE.iter().filter(|sheet| !sheet.contains("unset")).copied().collect::<Vec<_>>().join("\n");
    // A call for each, since every one reads what is drawn of every element.
    for sheet in HOSTILE.iter().copied().chain([&*together]) {
        assert_eq!(scan.run(&compare, json!(sheet)).await, json!([]), "{screen}: {sheet}");
    }
    println!("{screen}: {count} elements, each the same under {} hostile sheets", HOSTILE.len() + 1);
}

/// On a narrow and on a wide screen.
async fn nothing_changes_at_any_width(scan: Scan<'_>, screen: &str) {
    for width in [320, 1000] {
        scan.browser.screen(width, 900).await;
        // The mouse still lies where it pressed last, and what is below it now looks otherwise.
        let away = json!({ "type": "mouseMoved", "x": 0, "y": 0 });
        scan.browser.devtools("Input.dispatchMouseEvent", away).await;
        scan.browser.drawn().await;
        nothing_changes(scan, &format!("{screen} at {width}")).await;
    }
}

/// A scan on a page that has no bar beside it: a bar would differ with the page's length.
async fn without_a_bar(browser: &Browser) -> Scan<'_> {
    browser.devtools("Emulation.setScrollbarsHidden", json!({ "hidden": true })).await;
    // Nothing is on its way from one colour to another while it is looked at.
    browser.media(&[("prefers-reduced-motion", "reduce")]).await;
    browser.open("/pages/bare.html").await;
    Scan::on(browser)
}

#[test]
fn a_page_that_styles_everything_changes_no_intro_and_no_question() {
    in_browser(async |browser| {
        let scan = without_a_bar(browser).await;
        nothing_changes_at_any_width(scan, "the intro").await;
        scan.start().await;
        scan.press("next").await;
        scan.until("return !!root.querySelector('[aria-invalid=true]')", "the question is marked").await;
        nothing_changes_at_any_width(scan, "a question asked again").await;
    });
}

#[test]
fn a_page_that_styles_everything_changes_no_result_and_nothing_behind_it() {
    in_browser(async |browser| {
        let scan = without_a_bar(browser).await;
        scan.opens(&std::array::from_fn(|index| (index + 1) % 5 + 1)).await;
        scan.run("for (const details of root.querySelectorAll('details')) details.open = true;", Value::Null).await;
        nothing_changes_at_any_width(scan, "the result").await;
        scan.press("method-open").await;
        scan.wait_for("method-heading").await;
        nothing_changes_at_any_width(scan, "how we count").await;
    });
}

#[test]
fn on_a_hostile_page_the_scan_is_walked_as_on_any() {
    block_on(async {
        let browser = &Browser::new().await;
        let all = json!(HOSTILE.join("\n"));
        let hostile = format!(
            "const sheet = new CSSStyleSheet(); sheet.replaceSync({all}); document.adoptedStyleSheets = [sheet];
             document.addEventListener('DOMContentLoaded', () => document.documentElement.dir = 'rtl');"
        );
        browser.before_each_document(&hostile).await;
        browser.screen(320, 640).await;
        browser.open("/pages/bare.html").await;
        let scan = Scan::on(browser);
        scan.walk(3).await;
        fits(browser, "the result on a hostile page").await;
        assert_eq!(
            browser.run("return getComputedStyle(document.querySelector('main')).letterSpacing").await,
            json!("10px")
        );
        browser.assert_clean().await;
    });
}

#[test]
fn in_any_layout_of_the_page_the_scan_is_as_wide_as_it_can_be() {
    block_on(async {
        let browser = &Browser::new().await;
        browser.devtools("Emulation.setScrollbarsHidden", json!({ "hidden": true })).await;
        browser.open("/pages/bare.html").await;
        let layouts = [
            "main { display: block }",
            "main { display: flex }",
            "main { display: flex; flex-direction: column; align-items: start }",
            "main { display: grid; justify-items: start }",
            "main { display: inline-grid; grid-template-columns: 1fr }",
            "ruimte-scan { float: left }",
            "ruimte-scan { display: inline-block }",
        ];
        for width in [320, 1000] {
            browser.screen(width, 900).await;
            for layout in layouts {
                let wide = "const sheet = new CSSStyleSheet(); sheet.replaceSync(arguments[0]); document.adoptedStyleSheets = [sheet];
                    const scan = document.querySelector('ruimte-scan').shadowRoot.querySelector('.sheet');
                    return [scan.getBoundingClientRect().width, document.documentElement.scrollWidth];";
                let found = browser.run_with(wide, vec![json!(layout)]).await;
                let (sheet, page) = (found[0].as_f64().unwrap(), found[1].as_f64().unwrap());
                let most = 703.8_f64.min(f64::from(width));
                assert!(sheet > most - 1.0 && page <= f64::from(width), "{layout} at {width}: {sheet} wide on {page}");
            }
        }
    });
}
