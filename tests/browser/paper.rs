//! The scan on paper: two sheets, whatever browser prints them, and readable on a screen too.

use crate::support::axe::axe;
use crate::support::browser::{Browser, in_browser};
use crate::support::layout::fits;
use crate::support::print::pages;
use crate::support::scan::QUESTIONS;
use serde_json::{Value, json};

/// Millimetres to a pixel, for what is measured as it would be printed.
const MM: f64 = 25.4 / 96.0;

async fn open(browser: &Browser) {
    browser.load("/papier.html").await;
    browser.until("return document.styleSheets.length === 1", "its styles are there").await;
}

#[test]
fn it_prints_on_exactly_two_pages_with_the_slip_on_the_second() {
    in_browser(async |browser| {
        open(browser).await;
        let (count, text) = pages(browser).await;
        assert_eq!(count, 2, "{text}");
        let [first, second] = text.split('\u{c}').take(2).collect::<Vec<_>>()[..] else { panic!("{text}") };
        let stands = |page: &str, number: usize| page.lines().any(|line| line.starts_with(&format!("{number} ")));
        assert!(stands(first, 1) && stands(first, 10) && !stands(first, 11), "{first}");
        assert!(stands(second, 11) && stands(second, QUESTIONS), "{second}");
        for part in ["112", "0800-2000", "070 356 35 50"] {
            assert!(second.contains(part), "'{part}' is missing on paper:\n{second}");
        }
    });
}

#[test]
fn it_is_large_enough_to_read_and_to_cross() {
    in_browser(async |browser| {
        open(browser).await;
        browser.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
        let sizes = browser
            .run("return [
                Math.min(...[...document.querySelectorAll('main *')].map(one => parseFloat(getComputedStyle(one).fontSize))),
                Math.min(...[...document.querySelectorAll('.box')].flatMap(one => { const box = one.getBoundingClientRect(); return [box.width, box.height]; })),
                document.querySelectorAll('.box').length]")
            .await;
        let [letters, boxes, count]: [f64; 3] = serde_json::from_value(sizes).unwrap();
        println!("on paper: letters of {:.1} pt or more, boxes of {:.1} mm or more", letters * 0.75, boxes * MM);
        assert!(letters * 0.75 >= 10.0 && boxes * MM >= 4.0);
        assert_eq!(count as usize, QUESTIONS * 6 * 2, "a box for each answer, and one on the slip");
    });
}

/// Printed on both sides of one sheet, the slip would otherwise take away answers that somebody keeps.
#[test]
fn on_the_back_of_the_slip_is_no_question() {
    in_browser(async |browser| {
        // As large as an A4 between its margins.
        browser.screen(703, 1031).await;
        open(browser).await;
        browser.run("document.documentElement.style.overflow = 'hidden'").await;
        browser.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
        let places = browser
            .run("const [first, second] = [...document.querySelectorAll('.sheet')];
                const last = [...first.querySelectorAll('.options')].at(-1).getBoundingClientRect();
                const slip = second.querySelector('.slip').getBoundingClientRect();
                return [last.bottom - first.getBoundingClientRect().top, slip.top - second.getBoundingClientRect().top];")
            .await;
        let [last, slip]: [f64; 2] = serde_json::from_value(places).unwrap();
        println!("the last question of page 1 ends at {:.0} mm, the slip begins at {:.0} mm", last * MM, slip * MM);
        assert!(last < slip);
    });
}

#[test]
fn on_a_screen_it_is_readable_for_everyone_and_runs_nothing() {
    in_browser(async |browser| {
        for width in [320, 768, 1280] {
            browser.screen(width, 800).await;
            open(browser).await;
            fits(browser, &format!("paper at {width} pixels")).await;
            axe(browser, &format!("paper at {width} pixels")).await;
        }
        assert_eq!(browser.run("return document.scripts.length").await, Value::from(0));
        let asked: Vec<String> = browser.requests().into_iter().filter(|line| line.contains(".js")).collect();
        assert!(asked.is_empty(), "{asked:?}");
    });
}
