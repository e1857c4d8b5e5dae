//! Everyone can use it: axe on every screen, small screens, zoom, forced colours, dark, reduced motion.

use crate::support::axe::axe;
use crate::support::browser::in_browser;
use crate::support::layout::{fits, ink};
use crate::support::scan::{QUESTIONS, Scan};
use crate::support::words::DUTCH;
use serde_json::{Value, json};

#[test]
fn axe_finds_nothing_on_any_screen() {
    in_browser(async |browser| {
        browser.open("/").await;
        let scan = Scan::on(browser);
        axe(browser, "the intro").await;
        scan.unfold("help").await;
        axe(browser, "the intro with help open").await;
        scan.start().await;
        for number in 1..=QUESTIONS {
            scan.wait_for_question(number).await;
            axe(browser, &format!("question {number}")).await;
            if number == 1 || number == 11 {
                scan.press("next").await;
                scan.until("return !!root.querySelector('[aria-invalid=true]')", "the message shows").await;
                axe(browser, &format!("question {number} asked again")).await;
            }
            scan.choose(number % 2 + 1).await;
            axe(browser, &format!("question {number} answered")).await;
            scan.press_next(number).await;
        }
        scan.wait_for_result().await;
        axe(browser, "the result").await;
        scan.run("for (const details of root.querySelectorAll('details')) details.open = true;", Value::Null).await;
        axe(browser, "the result with everything open").await;
        scan.press("method-open").await;
        scan.wait_for("method-heading").await;
        axe(browser, "how we count").await;
        browser.reload().await;
        axe(browser, "the intro with something to go on with").await;
    });
}

#[test]
fn axe_finds_nothing_in_the_dark() {
    in_browser(async |browser| {
        browser.media(&[("prefers-color-scheme", "dark")]).await;
        browser.open("/").await;
        let scan = Scan::on(browser);
        axe(browser, "the dark intro").await;
        scan.start().await;
        scan.choose(2).await;
        axe(browser, "a dark question").await;
        scan.press("next").await;
        scan.answer_from(2, &[2; QUESTIONS - 1]).await;
        scan.wait_for_result().await;
        axe(browser, "the dark result").await;
    });
}

#[test]
fn a_screen_of_320_pixels_never_scrolls_sideways() {
    in_browser(async |browser| {
        browser.screen(320, 640).await;
        browser.open("/").await;
        let scan = Scan::on(browser);
        fits(browser, "the intro").await;
        scan.start().await;
        for number in 1..=QUESTIONS {
            scan.wait_for_question(number).await;
            fits(browser, &format!("question {number}")).await;
            scan.choose(1).await;
            scan.press_next(number).await;
        }
        scan.wait_for_result().await;
        fits(browser, "the result").await;
        scan.run("for (const details of root.querySelectorAll('details')) details.open = true;", Value::Null).await;
        fits(browser, "the result with everything open").await;
        scan.press("method-open").await;
        scan.wait_for("method-heading").await;
        fits(browser, "how we count").await;
    });
}

#[test]
fn at_400_percent_zoom_everything_is_there() {
    in_browser(async |browser| {
        // 1280 by 1024 at 400 % is what is left for the page: 320 by 256.
        browser.screen(320, 256).await;
        browser.open("/").await;
        let scan = Scan::on(browser);
        scan.walk(2).await;
        fits(browser, "the result").await;
    });
}

#[test]
fn a_dilemma_fits_a_phone_with_one_short_scroll() {
    in_browser(async |browser| {
        browser.screen(360, 640).await;
        let scan = Scan::started(browser).await;
        scan.answer_from(1, &[1]).await;
        scan.wait_for_question(2).await;
        let bottom = scan
            .run(
                "const top = root.querySelector('h2').getBoundingClientRect().top;
            const next = [...root.querySelectorAll('button')].find(button => named(button) === argument);
            return next.getBoundingClientRect().bottom - top;",
                json!(DUTCH.get("next")),
            )
            .await;
        let height = bottom.as_f64().unwrap();
        println!("question 2 from its heading to what goes on: {height} px on a screen of 640");
        assert!(height <= 640.0 * 1.25, "{height} px is more than one short scroll");
    });
}

#[test]
fn every_row_and_button_is_large_enough_to_press() {
    in_browser(async |browser| {
        browser.screen(360, 640).await;
        let scan = Scan::started(browser).await;
        let small = scan.run("return [...root.querySelectorAll('fieldset label, button, summary')].filter(seen)
            .map(element => [named(element), element.getBoundingClientRect().height]).filter(([, height]) => height < 43.9);", Value::Null).await;
        assert_eq!(small, json!([]));
    });
}

#[test]
fn pictures_keep_their_text_readable_at_any_width() {
    in_browser(async |browser| {
        browser.screen(320, 640).await;
        browser.open("/").await;
        let scan = Scan::on(browser);
        scan.walk(3).await;
        for width in [320, 768, 1280] {
            browser.screen(width, 900).await;
            let sizes = scan.run("return [...root.querySelectorAll('svg text')].filter(seen).map(text => {
                const scale = text.getScreenCTM().a; return Math.round(parseFloat(getComputedStyle(text).fontSize) * scale * 10) / 10; });", Value::Null).await;
            let sizes: Vec<f64> = serde_json::from_value(sizes).unwrap();
            assert!(sizes.len() >= 5 && sizes.iter().all(|size| *size >= 14.0), "{width}: {sizes:?}");
        }
    });
}

#[test]
fn forced_colours_show_the_chosen_option() {
    in_browser(async |browser| {
        browser.media(&[("forced-colors", "active")]).await;
        let scan = Scan::started(browser).await;
        assert_eq!(browser.run("return matchMedia('(forced-colors: active)').matches").await, json!(true));
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

#[test]
fn reduced_motion_moves_nothing() {
    in_browser(async |browser| {
        browser.media(&[("prefers-reduced-motion", "reduce")]).await;
        let scan = Scan::started(browser).await;
        let moving = scan.run("return [...root.querySelectorAll('*')].filter(element => { const style = getComputedStyle(element);
            return style.animationName !== 'none' || style.transitionDuration.split(',').some(time => parseFloat(time) > 0); }).length", Value::Null).await;
        assert_eq!(moving, json!(0));
    });
}

#[test]
fn help_is_one_press_away_on_every_screen() {
    in_browser(async |browser| {
        browser.open("/").await;
        let scan = Scan::on(browser);
        help_opens(scan).await;
        scan.start().await;
        help_opens(scan).await;
        scan.answer_from(1, &[3; QUESTIONS]).await;
        scan.wait_for_result().await;
        help_opens(scan).await;
    });
}

async fn help_opens(scan: Scan<'_>) {
    scan.unfold("help").await;
    for number in ["112", "08002000", "+31703563550"] {
        let script = "return [...root.querySelectorAll(`a[href=\"tel:${argument}\"]`)].some(seen)";
        assert_eq!(scan.run(script, json!(number)).await, json!(true), "{number}");
    }
    scan.unfold("help").await;
}
