//! Everyone can use it: axe on every screen, small screens, zoom, forced colours, dark, reduced motion.

use crate::scan::{QUESTIONS, Scan};
use crate::stage::{Stage, on_stage};
use serde_json::{Value, json};

const TAGS: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/// Runs axe on the screen as it is; any violation fails with what, where and how to mend it.
pub(crate) async fn axe(stage: &Stage, screen: &str) {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/node_modules/axe-core/axe.min.js");
    let axe = std::fs::read_to_string(path).expect("axe-core is missing: npm ci --ignore-scripts");
    stage.run(&format!("if (!window.axe) {{ {axe}\n }}")).await;
    let found = stage
        .client
        .execute_async(
            "const done = arguments[arguments.length - 1];
             axe.run(document, { runOnly: arguments[0] }).then(result => done([result.passes.length,
               result.violations.flatMap(rule => rule.nodes.map(node =>
                 rule.id + ': ' + rule.help + ' at ' + node.target.join(' > ') + ' ' + node.failureSummary))]),
               error => done([0, [String(error)]]));",
            vec![json!(TAGS)],
        )
        .await
        .unwrap();
    assert!(found[0].as_u64().unwrap() > 5, "axe looked at {screen}: {found}");
    assert_eq!(found[1], json!([]), "axe on {screen}");
}

#[test]
fn axe_finds_nothing_on_any_screen() {
    on_stage(async |stage| {
        stage.open("/").await;
        let scan = Scan::on(stage);
        axe(stage, "the intro").await;
        scan.unfold("Hulp nodig? Hier kun je terecht").await;
        axe(stage, "the intro with help open").await;
        scan.start().await;
        for number in 1..=QUESTIONS {
            scan.wait_for_question(number).await;
            axe(stage, &format!("question {number}")).await;
            if number == 1 || number == 11 {
                scan.press("Volgende").await;
                scan.until("return !!root.querySelector('[aria-invalid=true]')", "the message shows").await;
                axe(stage, &format!("question {number} asked again")).await;
            }
            scan.choose(number % 2 + 1).await;
            axe(stage, &format!("question {number} answered")).await;
            scan.press(if number == QUESTIONS { "Bekijk je resultaat" } else { "Volgende" }).await;
        }
        scan.wait_for_result().await;
        axe(stage, "the result").await;
        scan.run("for (const details of root.querySelectorAll('details')) details.open = true;", Value::Null).await;
        axe(stage, "the result with everything open").await;
        scan.press("Zo rekenen we").await;
        scan.wait_for("Zo rekenen we").await;
        axe(stage, "how we count").await;
        stage.client.refresh().await.unwrap();
        stage.ready().await;
        axe(stage, "the intro with something to go on with").await;
    });
}

#[test]
fn axe_finds_nothing_in_the_dark() {
    on_stage(async |stage| {
        stage.media(&[("prefers-color-scheme", "dark")]).await;
        stage.open("/").await;
        let scan = Scan::on(stage);
        axe(stage, "the dark intro").await;
        scan.start().await;
        scan.choose(2).await;
        axe(stage, "a dark question").await;
        scan.press("Volgende").await;
        scan.answer_from(2, &[2; QUESTIONS - 1]).await;
        scan.wait_for_result().await;
        axe(stage, "the dark result").await;
    });
}

/// Fails when the page is wider than the screen, naming what sticks out.
pub(crate) async fn fits(stage: &Stage, screen: &str) {
    let wide = stage
        .run("const width = document.documentElement.clientWidth;
            const wide = [];
            const look = root => { for (const element of root.querySelectorAll('*')) {
              if (element.shadowRoot) look(element.shadowRoot);
              if (element.checkVisibility() && !element.closest('svg') && element.getBoundingClientRect().right > width + 1) wide.push(element.localName + '.' + element.className);
            } };
            look(document);
            return [document.documentElement.scrollWidth <= width, wide];")
        .await;
    assert_eq!(wide, json!([true, []]), "sideways on {screen}");
}

#[test]
fn a_screen_of_320_pixels_never_scrolls_sideways() {
    on_stage(async |stage| {
        stage.screen(320, 640).await;
        stage.open("/").await;
        let scan = Scan::on(stage);
        fits(stage, "the intro").await;
        scan.start().await;
        for number in 1..=QUESTIONS {
            scan.wait_for_question(number).await;
            fits(stage, &format!("question {number}")).await;
            scan.choose(1).await;
            scan.press(if number == QUESTIONS { "Bekijk je resultaat" } else { "Volgende" }).await;
        }
        scan.wait_for_result().await;
        fits(stage, "the result").await;
        scan.run("for (const details of root.querySelectorAll('details')) details.open = true;", Value::Null).await;
        fits(stage, "the result with everything open").await;
        scan.press("Zo rekenen we").await;
        scan.wait_for("Zo rekenen we").await;
        fits(stage, "how we count").await;
    });
}

#[test]
fn at_400_percent_zoom_everything_is_there() {
    on_stage(async |stage| {
        // 1280 by 1024 at 400 % is what is left for the page: 320 by 256.
        stage.screen(320, 256).await;
        stage.open("/").await;
        let scan = Scan::on(stage);
        scan.walk(2).await;
        fits(stage, "the result").await;
    });
}

#[test]
fn a_dilemma_fits_a_phone_with_one_short_scroll() {
    on_stage(async |stage| {
        stage.screen(360, 640).await;
        let scan = Scan::started(stage).await;
        scan.answer_from(1, &[1]).await;
        scan.wait_for_question(2).await;
        let bottom = scan
            .run(
                "const top = root.querySelector('h2').getBoundingClientRect().top;
            const next = [...root.querySelectorAll('button')].find(button => named(button) === 'Volgende');
            return next.getBoundingClientRect().bottom - top;",
                Value::Null,
            )
            .await;
        let height = bottom.as_f64().unwrap();
        println!("question 2 from heading to Volgende: {height} px on a screen of 640");
        assert!(height <= 640.0 * 1.25, "{height} px is more than one short scroll");
    });
}

#[test]
fn every_row_and_button_is_large_enough_to_press() {
    on_stage(async |stage| {
        stage.screen(360, 640).await;
        let scan = Scan::started(stage).await;
        let small = scan.run("return [...root.querySelectorAll('fieldset label, button, summary')].filter(seen)
            .map(element => [named(element), element.getBoundingClientRect().height]).filter(([, height]) => height < 43.9);", Value::Null).await;
        assert_eq!(small, json!([]));
    });
}

#[test]
fn pictures_keep_their_text_readable_at_any_width() {
    on_stage(async |stage| {
        stage.screen(320, 640).await;
        stage.open("/").await;
        let scan = Scan::on(stage);
        scan.walk(3).await;
        for width in [320, 768, 1280] {
            stage.screen(width, 900).await;
            let sizes = scan.run("return [...root.querySelectorAll('svg text')].filter(seen).map(text => {
                const scale = text.getScreenCTM().a; return Math.round(parseFloat(getComputedStyle(text).fontSize) * scale * 10) / 10; });", Value::Null).await;
            let sizes: Vec<f64> = serde_json::from_value(sizes).unwrap();
            assert!(sizes.len() >= 5 && sizes.iter().all(|size| *size >= 14.0), "{width}: {sizes:?}");
        }
    });
}

#[test]
fn forced_colours_show_the_chosen_option() {
    on_stage(async |stage| {
        stage.media(&[("forced-colors", "active")]).await;
        let scan = Scan::started(stage).await;
        assert_eq!(stage.run("return matchMedia('(forced-colors: active)').matches").await, json!(true));
        let row = scan
            .element("return root.querySelectorAll('fieldset input[type=radio]')[1].closest('label')", Value::Null)
            .await
            .unwrap();
        let before = ink(&row.screenshot().await.unwrap());
        scan.choose(2).await;
        scan.run("root.activeElement?.blur()", Value::Null).await;
        let after = ink(&row.screenshot().await.unwrap());
        assert!(after > before + 40, "choosing must be seen in forced colours: {before} then {after} inked pixels");
        let other = scan
            .element("return root.querySelectorAll('fieldset input[type=radio]')[2].closest('label')", Value::Null)
            .await
            .unwrap();
        println!(
            "forced colours: {before} inked pixels before choosing, {after} after; another row has {}",
            ink(&other.screenshot().await.unwrap())
        );
    });
}

/// How many pixels of the left part of a picture, where the radio is, differ from its corner.
pub(crate) fn ink(picture: &[u8]) -> usize {
    let mut reader = png::Decoder::new(std::io::Cursor::new(picture)).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let frame = reader.next_frame(&mut pixels).unwrap();
    let (size, row) = (frame.color_type.samples(), frame.line_size);
    let at = |x: usize, y: usize| &pixels[y * row + x * size..y * row + x * size + size];
    let (width, height) = (48.min(frame.width as usize), frame.height as usize);
    let paper = at(width - 1, height / 2).to_vec();
    (4..height - 4).flat_map(|y| (4..width).map(move |x| (x, y))).filter(|(x, y)| at(*x, *y) != paper).count()
}

#[test]
fn reduced_motion_moves_nothing() {
    on_stage(async |stage| {
        stage.media(&[("prefers-reduced-motion", "reduce")]).await;
        let scan = Scan::started(stage).await;
        let moving = scan.run("return [...root.querySelectorAll('*')].filter(element => { const style = getComputedStyle(element);
            return style.animationName !== 'none' || style.transitionDuration.split(',').some(time => parseFloat(time) > 0); }).length", Value::Null).await;
        assert_eq!(moving, json!(0));
    });
}

#[test]
fn help_is_one_press_away_on_every_screen() {
    on_stage(async |stage| {
        stage.open("/").await;
        let scan = Scan::on(stage);
        help_opens(scan).await;
        scan.start().await;
        help_opens(scan).await;
        scan.answer_from(1, &[3; QUESTIONS]).await;
        scan.wait_for_result().await;
        help_opens(scan).await;
    });
}

async fn help_opens(scan: Scan<'_>) {
    scan.unfold("Hulp nodig? Hier kun je terecht").await;
    for number in ["112", "08002000", "+31703563550"] {
        let script = "return [...root.querySelectorAll(`a[href=\"tel:${argument}\"]`)].some(seen)";
        assert_eq!(scan.run(script, json!(number)).await, json!(true), "{number}");
    }
    scan.unfold("Hulp nodig? Hier kun je terecht").await;
}
