//! The scan in a frame: its height follows the screens, and nobody else is heard.

use crate::scan::Scan;
use crate::stage::{Stage, alone};
use serde_json::{Value, json};
use std::time::Duration;

/// What the page around has, beside its frames.
const SCRIPT: &str = "const script = document.createElement('script');
script.src = '/ruimtescan-frame.js';
document.head.append(script);";

/// The page of an intranet, with the script for its frames.
pub(crate) async fn intranet() -> Stage {
    let stage = Stage::new(None).await;
    stage.client.goto(&format!("{}/pages/host/index.html", stage.base)).await.unwrap();
    with_script(&stage).await;
    stage
}

async fn with_script(stage: &Stage) {
    stage.run(&format!("{SCRIPT} script.onload = () => window.loaded = true;")).await;
    stage.until("return window.loaded === true", "the script for frames is there").await;
}

/// The frame's address on another site: the same server under its other name.
pub(crate) fn elsewhere(stage: &Stage, search: &str) -> String {
    format!("{}/frame.html{search}", stage.base.replace("127.0.0.1", "localhost"))
}

/// Adds a frame, and waits until its page is loaded.
pub(crate) async fn add(stage: &Stage, src: &str, sandbox: Option<&str>) {
    let script = "const frame = document.createElement('iframe');
        frame.title = 'Ruimtescan';
        frame.dataset.ruimtescan = '';
        if (arguments[1] !== null) frame.setAttribute('sandbox', arguments[1]);
        frame.onload = () => { frame.dataset.loaded = ''; };
        frame.src = arguments[0];
        document.body.append(frame);";
    stage.run_with(script, vec![json!(src), json!(sandbox)]).await;
    stage.until("return [...document.querySelectorAll('iframe[data-ruimtescan]')].every(frame => 'loaded' in frame.dataset)", "the frame is loaded").await;
}

async fn into(stage: &Stage, nth: u16) {
    stage.client.clone().enter_frame(nth).await.unwrap();
}

async fn out(stage: &Stage) {
    stage.client.clone().enter_parent_frame().await.unwrap();
}

async fn enter(stage: &Stage, nth: u16) {
    into(stage, nth).await;
    stage.ready().await;
}

/// The height inside a frame, border left out.
pub(crate) async fn height(stage: &Stage, nth: usize) -> u64 {
    let script = "return document.querySelectorAll('iframe')[arguments[0]].clientHeight";
    stage.run_with(script, vec![json!(nth)]).await.as_u64().unwrap()
}

/// Waits until a frame has exactly the height of what is in it.
pub(crate) async fn fits(stage: &Stage, nth: u16) -> u64 {
    let mut last = (0, 0);
    for _ in 0..100 {
        // Until every scan in it is ready its height is not the last one.
        enter(stage, nth).await;
        let needed = "return Math.ceil(document.documentElement.getBoundingClientRect().height)";
        let needed = stage.run(needed).await.as_u64().unwrap();
        out(stage).await;
        last = (needed, height(stage, usize::from(nth)).await);
        if last.0 == last.1 && needed > 200 {
            return needed;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("what is in the frame needs {} px, and it has {}", last.0, last.1);
}

/// Time enough for a message that should do nothing.
pub(crate) async fn a_while() {
    tokio::time::sleep(Duration::from_millis(300)).await;
}

#[test]
fn the_height_follows_the_screens() {
    alone(async {
        let stage = intranet().await;
        add(&stage, &elsewhere(&stage, "?remember=none"), None).await;
        enter(&stage, 0).await;
        out(&stage).await;
        let intro = fits(&stage, 0).await;
        enter(&stage, 0).await;
        let scan = Scan::on(&stage);
        scan.start().await;
        out(&stage).await;
        let question = fits(&stage, 0).await;
        enter(&stage, 0).await;
        scan.answer_from(1, &[2; crate::scan::QUESTIONS]).await;
        scan.wait_for_result().await;
        out(&stage).await;
        let result = fits(&stage, 0).await;
        println!("intro {intro}, question {question}, result {result} px");
        assert!(intro != question && result > question + 300, "{intro}, {question}, {result}");
        stage.assert_clean().await;
    });
}

#[test]
fn another_screen_shows_its_top_only_when_that_is_out_of_sight() {
    alone(async {
        let stage = intranet().await;
        // Room above and below, so that there is somewhere to scroll to.
        let tall =
            "for (const [where, tall] of [['prepend', 1], ['append', 1]]) { const room = document.createElement('div');
            room.style.height = '3000px'; document.body[where](room); }";
        add(&stage, &elsewhere(&stage, "?start=question"), None).await;
        stage.run(tall).await;
        enter(&stage, 0).await;
        out(&stage).await;
        fits(&stage, 0).await;
        let top = "return Math.round(document.querySelector('iframe').getBoundingClientRect().top)";
        // What a step would do, without the focus that comes with it: the browser itself scrolls to that.
        let step =
            "document.querySelector('ruimte-scan').dispatchEvent(new CustomEvent('scan-step', { bubbles: true }))";
        for (from, to) in [(-300, 0), (200, 200)] {
            stage
                .run(&format!("scrollBy(0, document.querySelector('iframe').getBoundingClientRect().top - {from})"))
                .await;
            assert_eq!(stage.run(top).await, json!(from));
            into(&stage, 0).await;
            stage.run(step).await;
            out(&stage).await;
            a_while().await;
            assert_eq!(stage.run(top).await, json!(to), "scrolled from {from}");
        }
    });
}

#[test]
fn what_is_no_height_does_nothing_and_every_height_has_bounds() {
    alone(async {
        let stage = intranet().await;
        add(&stage, &elsewhere(&stage, ""), None).await;
        enter(&stage, 0).await;
        out(&stage).await;
        let right = fits(&stage, 0).await;
        let say = async |what: &str| {
            into(&stage, 0).await;
            stage.run(&format!("parent.postMessage({what}, '*')")).await;
            out(&stage).await;
            a_while().await;
            height(&stage, 0).await
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
        stage.run(note).await;
        for (said, bound) in [("1e9", "20000"), ("-5", "100")] {
            say(&format!("{{ type: 'ruimtescan', v: 1, height: {said} }}")).await;
            let noted = stage.run("return heights.join()").await;
            assert!(noted.as_str().unwrap().split(',').any(|height| height == bound), "{bound}: {noted}");
        }
        stage.assert_clean().await;
    });
}

#[test]
fn in_a_sandbox_without_a_site_of_its_own_it_works() {
    alone(async {
        let stage = intranet().await;
        add(&stage, &elsewhere(&stage, ""), Some("allow-scripts")).await;
        enter(&stage, 0).await;
        assert_eq!(stage.run("return self.origin").await, json!("null"));
        let scan = Scan::on(&stage);
        out(&stage).await;
        let intro = fits(&stage, 0).await;
        enter(&stage, 0).await;
        scan.walk(3).await;
        out(&stage).await;
        assert!(fits(&stage, 0).await > intro);
        stage.assert_clean().await;
    });
}

#[test]
fn without_the_script_around_it_has_its_own_scrolling() {
    alone(async {
        let stage = Stage::new(None).await;
        stage.client.goto(&format!("{}/pages/host/index.html", stage.base)).await.unwrap();
        add(&stage, &elsewhere(&stage, ""), None).await;
        enter(&stage, 0).await;
        Scan::on(&stage).walk(2).await;
        let scrolls = "const page = document.scrollingElement; page.scrollTop = 1e6; return page.scrollTop > 0";
        assert_eq!(stage.run(scrolls).await, json!(true));
        let way_out = "const link = document.querySelector('footer a'); return link.checkVisibility() && link.href === location.href";
        assert_eq!(stage.run(way_out).await, json!(true), "there is a way to a window of its own");
        out(&stage).await;
        assert_eq!(height(&stage, 0).await, 694, "the frame has the height that its page gives it");
        // A script that comes later asks for what it missed.
        with_script(&stage).await;
        assert!(fits(&stage, 0).await > 1000);
        stage.assert_clean().await;
    });
}

#[test]
fn two_frames_each_have_their_own_height_and_answers() {
    alone(async {
        let stage = intranet().await;
        for search in ["?id=one&start=question", "?id=other"] {
            add(&stage, &elsewhere(&stage, search), None).await;
        }
        enter(&stage, 0).await;
        let scan = Scan::on(&stage);
        scan.wait_for_question(1).await;
        scan.answer_from(1, &[2; crate::scan::QUESTIONS]).await;
        scan.wait_for_result().await;
        out(&stage).await;
        enter(&stage, 1).await;
        assert!(scan.has_button("Start de scan").await, "the other has not moved");
        out(&stage).await;
        let (one, other) = (fits(&stage, 0).await, fits(&stage, 1).await);
        assert!(one > other, "{one} and {other}");
        enter(&stage, 1).await;
        stage.client.refresh().await.unwrap();
    });
}

#[test]
fn what_the_frame_says_is_a_height_or_that_a_screen_has_opened() {
    alone(async {
        let stage = intranet().await;
        stage.run("window.said = []; addEventListener('message', event => said.push(event.data));").await;
        add(&stage, &elsewhere(&stage, ""), None).await;
        enter(&stage, 0).await;
        Scan::on(&stage).walk(5).await;
        out(&stage).await;
        fits(&stage, 0).await;
        let said = stage.run("return window.said").await;
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
    alone(async {
        let stage = Stage::new(None).await;
        stage
            .open("/frame.html?start=question&remember=none&organisation=Zorg&onclick=alert(1)&style=color:red&page=no")
            .await;
        Scan::on(&stage).wait_for_question(1).await;
        let attributes = "const scan = document.querySelector('ruimte-scan');
            return [...scan.attributes].map(one => one.name + '=' + one.value).sort()";
        assert_eq!(stage.run(attributes).await, json!(["page=", "remember=none", "start=question"]));
        assert_eq!(stage.run("return document.querySelector('footer').checkVisibility()").await, json!(false));
        stage.assert_clean().await;
    });
}
