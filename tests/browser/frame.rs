//! The scan in a frame: its height follows the screens, and nobody else is heard.

use crate::support::browser::{Browser, block_on};
use crate::support::frame::{add, elsewhere, enter, fits, heard, height, into, intranet, out, with_script};
use crate::support::scan::{QUESTIONS, Scan};
use serde_json::{Value, json};

#[test]
fn the_height_follows_the_screens() {
    block_on(async {
        let browser = intranet().await;
        add(&browser, &elsewhere(&browser, "?remember=none"), None).await;
        enter(&browser, 0).await;
        out(&browser).await;
        let intro = fits(&browser, 0).await;
        enter(&browser, 0).await;
        let scan = Scan::on(&browser);
        scan.start().await;
        out(&browser).await;
        let question = fits(&browser, 0).await;
        enter(&browser, 0).await;
        scan.answer_from(1, &[2; QUESTIONS]).await;
        scan.wait_for_result().await;
        out(&browser).await;
        let result = fits(&browser, 0).await;
        println!("intro {intro}, question {question}, result {result} px");
        assert!(intro != question && result > question + 300, "{intro}, {question}, {result}");
        browser.assert_clean().await;
    });
}

#[test]
fn another_screen_shows_its_top_only_when_that_is_out_of_sight() {
    block_on(async {
        let browser = intranet().await;
        // Room above and below, so that there is somewhere to scroll to.
        let tall =
            "for (const [where, tall] of [['prepend', 1], ['append', 1]]) { const room = document.createElement('div');
            room.style.height = '3000px'; document.body[where](room); }";
        add(&browser, &elsewhere(&browser, "?start=question"), None).await;
        browser.run(tall).await;
        enter(&browser, 0).await;
        out(&browser).await;
        fits(&browser, 0).await;
        let top = "return Math.round(document.querySelector('iframe').getBoundingClientRect().top)";
        // What a step would do, without the focus that comes with it: the browser itself scrolls to that.
        let step =
            "document.querySelector('ruimte-scan').dispatchEvent(new CustomEvent('scan-step', { bubbles: true }))";
        for (from, to) in [(-300, 0), (200, 200)] {
            browser
                .run(&format!("scrollBy(0, document.querySelector('iframe').getBoundingClientRect().top - {from})"))
                .await;
            assert_eq!(browser.run(top).await, json!(from));
            into(&browser, 0).await;
            browser.run(step).await;
            out(&browser).await;
            heard(&browser, 0).await;
            assert_eq!(browser.run(top).await, json!(to), "scrolled from {from}");
        }
    });
}

#[test]
fn what_is_no_height_does_nothing_and_every_height_has_bounds() {
    block_on(async {
        let browser = intranet().await;
        add(&browser, &elsewhere(&browser, ""), None).await;
        enter(&browser, 0).await;
        out(&browser).await;
        let right = fits(&browser, 0).await;
        let say = async |what: &str| {
            into(&browser, 0).await;
            browser.run(&format!("parent.postMessage({what}, '*')")).await;
            out(&browser).await;
            heard(&browser, 0).await;
            height(&browser, 0).await
        };
        for garbage in [
            "null",
            "'ruimtescan'",
            "42",
            "[]",
            "{}",
            "{ height: 500 }",
            "{ type: 'ruimtescan', height: 500 }",
            "{ type: 'ruimtescan', v: 2, height: 500 }",
            "{ type: 'other', v: 1, height: 500 }",
            "{ type: 'ruimtescan', v: 1, height: '500' }",
            "{ type: 'ruimtescan', v: 1, height: NaN }",
            "{ type: 'ruimtescan', v: 1, height: Infinity }",
            "{ type: 'ruimtescan', v: 1, height: [500] }",
            "{ type: 'ruimtescan', v: 1, screen: 'true' }",
        ] {
            assert_eq!(say(garbage).await, right, "{garbage}");
        }
        // What is in the frame may say at once how high it really is: every height that there was is noted.
        let note = "const frame = document.querySelector('iframe'); window.heights = [];
            new MutationObserver(() => heights.push(frame.clientHeight)).observe(frame, { attributes: true });";
        browser.run(note).await;
        for (said, bound) in [("1e9", "20000"), ("-5", "100")] {
            say(&format!("{{ type: 'ruimtescan', v: 1, height: {said} }}")).await;
            let noted = browser.run("return heights.join()").await;
            assert!(noted.as_str().unwrap().split(',').any(|height| height == bound), "{bound}: {noted}");
        }
        browser.assert_clean().await;
    });
}

#[test]
fn in_a_sandbox_without_a_site_of_its_own_it_works() {
    block_on(async {
        let browser = intranet().await;
        add(&browser, &elsewhere(&browser, ""), Some("allow-scripts")).await;
        enter(&browser, 0).await;
        assert_eq!(browser.run("return self.origin").await, json!("null"));
        let scan = Scan::on(&browser);
        out(&browser).await;
        let intro = fits(&browser, 0).await;
        enter(&browser, 0).await;
        scan.walk(3).await;
        out(&browser).await;
        assert!(fits(&browser, 0).await > intro);
        browser.assert_clean().await;
    });
}

#[test]
fn without_the_script_around_it_has_its_own_scrolling() {
    block_on(async {
        let browser = Browser::new().await;
        browser.load("/pages/host/index.html").await;
        add(&browser, &elsewhere(&browser, ""), None).await;
        enter(&browser, 0).await;
        Scan::on(&browser).walk(2).await;
        let scrolls = "const page = document.scrollingElement; page.scrollTop = 1e6; return page.scrollTop > 0";
        assert_eq!(browser.run(scrolls).await, json!(true));
        let way_out = "const link = document.querySelector('footer a'); return link.checkVisibility() && link.href === location.href";
        assert_eq!(browser.run(way_out).await, json!(true), "there is a way to a window of its own");
        out(&browser).await;
        assert_eq!(height(&browser, 0).await, 694, "the frame has the height that its page gives it");
        // A script that comes later asks for what it missed.
        with_script(&browser).await;
        assert!(fits(&browser, 0).await > 1000);
        browser.assert_clean().await;
    });
}

#[test]
fn two_frames_each_have_their_own_height_and_answers() {
    block_on(async {
        let browser = intranet().await;
        for search in ["?id=one&start=question", "?id=other"] {
            add(&browser, &elsewhere(&browser, search), None).await;
        }
        enter(&browser, 0).await;
        let scan = Scan::on(&browser);
        scan.wait_for_question(1).await;
        scan.answer_from(1, &[2; QUESTIONS]).await;
        scan.wait_for_result().await;
        out(&browser).await;
        enter(&browser, 1).await;
        assert!(scan.has_button("start").await, "the other has not moved");
        out(&browser).await;
        let (one, other) = (fits(&browser, 0).await, fits(&browser, 1).await);
        assert!(one > other, "{one} and {other}");
        enter(&browser, 1).await;
        browser.client.refresh().await.unwrap();
    });
}

#[test]
fn what_the_frame_says_is_a_height_or_that_a_screen_has_opened() {
    block_on(async {
        let browser = intranet().await;
        browser.run("window.said = []; addEventListener('message', event => said.push(event.data));").await;
        add(&browser, &elsewhere(&browser, ""), None).await;
        enter(&browser, 0).await;
        Scan::on(&browser).walk(5).await;
        out(&browser).await;
        fits(&browser, 0).await;
        let said = browser.run("return window.said").await;
        let said = said.as_array().unwrap();
        assert!(said.iter().filter(|one| one["screen"] == json!(true)).count() >= 19, "{said:?}");
        for one in said {
            let Value::Object(inside) = one else { panic!("{one}") };
            let keys: Vec<&str> = inside.keys().map(String::as_str).collect();
            assert!(keys == ["height", "type", "v"] || keys == ["screen", "type", "v"], "{one}");
            assert!(inside.get("height").is_none_or(Value::is_u64), "{one}");
        }
    });
}

#[test]
fn the_address_sets_known_attributes_only() {
    block_on(async {
        let browser = Browser::new().await;
        browser
            .open("/frame.html?start=question&remember=none&organisation=Zorg&onclick=alert(1)&style=color:red&page=no")
            .await;
        Scan::on(&browser).wait_for_question(1).await;
        let attributes = "const scan = document.querySelector('ruimte-scan');
            return [...scan.attributes].map(one => one.name + '=' + one.value).sort()";
        assert_eq!(browser.run(attributes).await, json!(["page=", "remember=none", "start=question"]));
        assert_eq!(browser.run("return document.querySelector('footer').checkVisibility()").await, json!(false));
        browser.assert_clean().await;
    });
}
