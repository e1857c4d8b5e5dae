//! Rules for the shipped texts: how they read, what they may not say, and what must be there.
//!
//! A rule that fails prints every place and text that breaks it, with what to do.

use crate::language::{ends, holds, list, reading, sentences, words};
use crate::shipped::{SHIPPED, questionnaire, raw, raw_in, read, shipped_in, texts};
use ruimtescan::app::LANGUAGES;
use scan::answers::{Answer, Answers, Choice};
use scan::packed::{pack, unpack};
use scan::questionnaire::{DoorPlacement, Side, Theme};
use scan::report::{as_text, report};
use std::collections::BTreeSet;

const NL: &str = "content/text/nl.toml";

/// A text with its place in a file of `content/text`.
pub(crate) struct Text {
    pub(crate) place: String,
    pub(crate) text: String,
}

impl Text {
    /// Whether the place is of this kind, such as `lessons.*.idea`; a star stands for one id, field or number.
    fn at(&self, kind: &str) -> bool {
        let (mut place, mut kind) = (self.place.split('.'), kind.split('.'));
        loop {
            match (place.next(), kind.next()) {
                (None, None) => return true,
                (Some(part), Some(wanted)) if wanted == "*" || wanted == part => {}
                _ => return false,
            }
        }
    }

    /// Words as other people published them are left as they are.
    fn is_ours(&self) -> bool {
        !self.at("sources.*.*") && self.place != "language"
    }
}

/// Every Dutch text that is ours, as an editor wrote it.
fn every_text() -> Vec<Text> {
    every_text_in("nl")
}

/// The same in a language.
pub(crate) fn every_text_in(language: &str) -> Vec<Text> {
    let (_, mut texts) = raw_in(language);
    let mut found = Vec::new();
    texts.walk(&mut |place, text| found.push(Text { place: place.to_string(), text: text.get().into() }));
    found.retain(Text::is_ours);
    found
}

/// Fails with every text of a file that breaks a rule.
#[track_caller]
pub(crate) fn check(file: &str, what_to_do: &str, broken: impl IntoIterator<Item = (String, String)>) {
    let broken: Vec<String> = broken.into_iter().map(|(place, why)| format!("  {place}: {why}")).collect();
    assert!(broken.is_empty(), "\n{file}: {what_to_do}\n{}\n", broken.join("\n"));
}

/// The texts that meet a condition, with why.
pub(crate) fn where_found<'a>(
    texts: &'a [Text],
    why: impl Fn(&Text) -> Option<String> + 'a,
) -> impl Iterator<Item = (String, String)> + 'a {
    texts.iter().filter_map(move |text| Some((text.place.clone(), why(text)?)))
}

pub(crate) fn count(text: &str) -> usize {
    words(text).count()
}

fn dilemmas() -> BTreeSet<String> {
    questionnaire()
        .of_theme(Theme::Balance)
        .map(|(_, question)| format!("questions.{}.ask", question.key.get()))
        .collect()
}

// --- Whether everything is there

#[test]
fn the_shipped_content_loads() {
    assert!(SHIPPED.0.count() > 0);
}

#[test]
fn what_a_participant_downloads_is_what_was_written() {
    for language in LANGUAGES {
        let (texts, file) = (every_text_in(language), format!("content/text/{language}.toml"));
        let control = |text: &Text| text.text.chars().any(char::is_control).then(|| format!("{:?}", text.text));
        check(&file, "take out the sign that nobody can see; packing counts on it", where_found(&texts, control));
        let shipped = shipped_in(language);
        assert_eq!(unpack(pack(&shipped.0, shipped.1.clone()).leak()), shipped);
    }
}

#[test]
fn ids_are_small_letters_and_none_is_a_word_of_a_saved_file() {
    let (raw, _) = raw();
    let questions = raw.questions.iter().map(|question| &question.id);
    let lessons = raw.lessons.iter().map(|lesson| &lesson.id);
    let doors = raw.doors.iter().map(|door| &door.id);
    let ids = questions.clone().chain(lessons).chain(doors).chain(&raw.sources).chain(&raw.parts);
    for id in ids {
        let plain = id.chars().all(|sign| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '-');
        assert!(plain && !id.is_empty(), "the id '{id}' is not made of small letters, digits and hyphens");
    }
    for id in questions {
        assert!(!["version", "until", "action", "end"].contains(&id.as_str()), "'{id}' is a word of a saved file");
    }
}

#[test]
fn every_seed_has_lessons_and_so_do_both_sides() {
    let lessons = || questionnaire().lessons().map(|(_, lesson)| lesson);
    for seed in ["ombudsman", "peer3", "augeo", "zorg-welzijn", "movisie"] {
        let place = questionnaire().sources().iter().position(|source| *source == seed);
        assert!(lessons().any(|lesson| Some(lesson.source) == place), "no lesson comes from {seed}");
    }
    for side in [Side::Rules, Side::Leeway] {
        let count = lessons().filter(|lesson| lesson.toward == Some(side)).count();
        assert!(count >= 5, "{count} lessons towards {side:?}: write at least 5");
    }
    assert!(lessons().count() >= 18);
}

#[test]
fn the_lessons_where_safety_is_at_stake_open_with_it() {
    for (id, needs) in [
        ("prepare-talk", "Veilig Thuis: {veilig-thuis}"),
        ("consult-early", "Veilig Thuis: {veilig-thuis}"),
        ("two-decisions", "vooraf"),
        ("when-someone-gets-angry", "{danger}"),
    ] {
        let (_, texts) = raw();
        let safety = &texts.lessons[id].safety;
        assert!(safety.contains(needs), "lessons.{id}.safety must name '{needs}': {safety:?}");
    }
}

// --- Numbers to call

#[test]
fn each_number_stands_at_its_door_with_its_label() {
    let agreed = [
        ("112", "112", DoorPlacement::Safety, "alarmcentrale"),
        ("0800-2000", "08002000", DoorPlacement::Safety, "Veilig Thuis"),
        ("070 356 35 50", "+31703563550", DoorPlacement::Closing, "ombudsman"),
    ];
    for (number, tel, place, label) in agreed {
        let doors = || questionnaire().doors().iter().zip(0..);
        let found: Vec<_> = doors().filter(|(door, _)| door.number == number).collect();
        let [(door, index)] = found[..] else { panic!("{number} must stand at one door") };
        assert_eq!((door.tel.get(), door.placement), (tel, place), "{number}");
        assert!(texts().door(index).who.contains(label), "the door of {number} must name '{label}'");
        // The condition comes before the number: it asks.
        assert!(texts().door(index).when.ends_with('?'), "the door of {number} must ask when it is the right one");
    }
    let numbers = questionnaire().doors().iter().filter(|door| !door.number.is_empty()).count();
    assert_eq!(numbers, agreed.len(), "a new number needs a line in this test, with its label");
}

/// What stands between the tags must show when the program cannot, so it holds numbers of its own.
#[test]
fn the_fallback_of_the_host_page_and_the_readmes_hold_the_numbers_of_the_doors() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |name: &str| std::fs::read_to_string(root.join(name)).unwrap();
    let page = read("index.html");
    let dialled = || questionnaire().doors().iter().filter(|door| !door.number.is_empty());
    for door in dialled() {
        let link = format!("<a href=\"tel:{}\">{}</a>", door.tel.get(), door.number.get());
        assert!(page.contains(&link), "index.html must hold {link}");
    }
    assert_eq!(page.matches("tel:").count(), dialled().count(), "a number in index.html that is at no door");
    for name in ["README.md", "loader/forms/npm/README.md"] {
        let readme = read(name);
        let (_, snippet) = readme.split_once("<ruimte-scan>\n").unwrap();
        let (snippet, _) = snippet.split_once("</ruimte-scan>").unwrap();
        let mut near = dialled().filter(|door| door.placement == DoorPlacement::Safety);
        assert!(near.any(|door| snippet.contains(door.number.get())), "{name}'s snippet");
    }
}

#[test]
fn a_number_stands_in_a_text_by_the_id_of_its_door_only() {
    let phone = |text: &Text| {
        let runs = text.text.split(|sign: char| !(sign.is_ascii_digit() || " -+()".contains(sign)));
        let digits = |run: &str| run.chars().filter(char::is_ascii_digit).count();
        runs.filter(|run| digits(run) >= 3).map(|run| run.trim().to_string()).next()
    };
    for language in LANGUAGES {
        let texts = every_text_in(language);
        let file = format!("content/text/{language}.toml");
        check(
            &file,
            "write {door-id} in place of a number, so that it can change in one place",
            where_found(&texts, phone),
        );
    }
}

/// The blanks that the program fills in, by the kind of place they may stand in.
const FILLED_IN: [(&str, &[&str]); 19] = [
    ("words.refused-content", &["value", "allowed"]),
    ("words.contact-who", &["contact"]),
    ("words.contact-who-at", &["contact", "organisation"]),
    ("words.contact-at", &["organisation"]),
    ("words.refused", &["attribute", "value", "allowed"]),
    ("words.intro-time", &["total"]),
    ("words.hand-holds", &["total"]),
    ("words.resume", &["n"]),
    ("words.question-heading", &["n", "total"]),
    ("words.kept-tab", &["date"]),
    ("words.kept-device", &["date"]),
    ("words.printed", &["date"]),
    ("words.ladder-hold", &["steps"]),
    ("words.rung-answer", &["label", "answer"]),
    ("words.rung-part-skipped", &["label"]),
    ("words.why-answer", &["label", "answer"]),
    ("verdicts.mixed.*", &["rules", "room", "answered", "total", "least"]),
    ("verdicts.missing.*", &["answered", "total", "least"]),
    ("verdicts.*.*", &["answered", "total"]),
];

#[test]
fn a_blank_stands_only_where_it_is_filled_in() {
    let texts = every_text();
    let doors = |name: &str| questionnaire().doors().iter().any(|door| door.key == name);
    let unfilled = |text: &Text| {
        let names = text.text.split('{').skip(1).filter_map(|after| Some(after.split_once('}')?.0));
        let here = FILLED_IN.iter().filter(|(kind, _)| text.at(kind)).flat_map(|(_, names)| names.iter());
        let here: Vec<&str> = here.copied().collect();
        let wrong: Vec<&str> = names.filter(|name| !doors(name) && !here.contains(name)).collect();
        (!wrong.is_empty()).then(|| format!("{{{}}} is not filled in here", wrong.join("}, {")))
    };
    check(NL, "take the blank out", where_found(&texts, unfilled));
    for (kind, names) in FILLED_IN.iter().filter(|(kind, _)| kind.starts_with("words.")) {
        let text = texts.iter().find(|text| text.at(kind)).unwrap();
        for name in *names {
            assert!(text.text.contains(&format!("{{{name}}}")), "{kind} must hold {{{name}}}: {}", text.text);
        }
    }
}

#[test]
fn no_blank_and_no_double_space_reaches_a_reader() {
    for answers in telling() {
        let report = report(questionnaire(), texts(), &answers);
        let text = as_text(&report, texts().words(), None);
        for line in text.lines() {
            assert!(!line.contains(['{', '}']) && !line.trim().contains("  "), "{line}");
        }
    }
}

/// Patterns that bring out every sentence the report makes: every way through the dilemmas, and each option alone.
fn telling() -> Vec<Answers> {
    let choice = |place: u32| Choice::new(u8::try_from(place).unwrap()).map_or(Answer::Skipped, Answer::Chosen);
    let of = |option: &dyn Fn(usize) -> u32| -> Answers {
        questionnaire().questions().map(|(id, _)| (id, choice(option(id.index())))).collect()
    };
    let dilemmas = u32::try_from(questionnaire().of_theme(Theme::Balance).count()).unwrap();
    let sided = (0..3_u32.pow(dilemmas)).map(|pattern| {
        of(&|index| match u32::try_from(index) {
            Ok(place) if place < dilemmas => [0, 2, 4][(pattern / 3_u32.pow(place) % 3) as usize],
            _ => pattern % 6,
        })
    });
    let singles = (0..6).flat_map(|all| {
        (0..questionnaire().count()).map(move |single| of(&|index| if index == single { (all + 3) % 6 } else { all }))
    });
    sided.chain(singles).collect()
}

// --- How it reads

/// The sentences the program makes by filling in, longest labels included.
fn made_sentences() -> Vec<(String, String)> {
    let mut made = BTreeSet::new();
    for answers in telling() {
        let report = report(questionnaire(), texts(), &answers);
        made.insert(("summary".to_string(), report.summary.clone()));
        for lesson in report.lessons.iter().chain(&report.more) {
            made.insert(("why".to_string(), lesson.why.clone()));
        }
        for rung in &report.ladder {
            made.insert(("rung".to_string(), rung.answer.clone()));
            made.insert(("rung".to_string(), rung.skipped.clone()));
        }
    }
    made.into_iter().collect()
}

/// The sentences of these texts that have more words than this, each with its place.
pub(crate) fn longer_than(most: usize, texts: &[(String, String)]) -> Vec<(String, String)> {
    let every = texts.iter().flat_map(|(place, text)| sentences(text).into_iter().map(move |found| (place, found)));
    let longer = every.filter(|(_, sentence)| count(sentence) > most);
    longer.map(|(place, sentence)| (place.clone(), format!("{} words: {sentence}", count(&sentence)))).collect()
}

#[test]
fn no_sentence_is_longer_than_twenty_words() {
    let written: Vec<(String, String)> = every_text().into_iter().map(|text| (text.place, text.text)).collect();
    let all = longer_than(0, &written).len();
    println!("{} of {all} sentences have more than 15 words", longer_than(15, &written).len());
    check(NL, "cut the sentence in two", longer_than(20, &written));
}

#[test]
fn no_sentence_grows_past_twenty_words_once_filled_in() {
    check(NL, "shorten the labels of the questions, or the sentence around them", longer_than(20, &made_sentences()));
}

fn copy() -> Vec<Text> {
    every_text().into_iter().filter(|text| ends(&text.text)).collect()
}

/// Whether a word is a fixed term, or that with an ending of at most two letters.
fn allowed(word: &str) -> bool {
    let word = word.to_lowercase();
    terms().iter().any(|(term, _)| word.strip_prefix(term.as_str()).is_some_and(|ending| ending.len() <= 2))
}

/// The fixed terms, each with the place that explains it (empty where none is needed).
fn terms() -> Vec<(String, String)> {
    let pair = |line: String| {
        let (term, place) = line.split_once('=').expect("a term, an equals sign, and where it is explained or -");
        let place = place.trim();
        (term.trim().to_string(), if place == "-" { String::new() } else { place.to_string() })
    };
    list(&read("tests/data/allowed-terms.txt")).into_iter().map(pair).collect()
}

#[test]
fn the_joined_copy_reads_as_plain_dutch() {
    let copy = copy();
    let all = || copy.iter().map(|text| text.text.as_str());
    let (with, without) = (reading(all(), allowed), reading(all(), |_| false));
    let mean = without.length;
    println!(
        "joined copy: {} words, {mean:.1} words to a sentence; Flesch-Douma {:.1} without the fixed terms, {:.1} with \
         every word",
        without.words, with.flesch_douma, without.flesch_douma,
    );
    for (kind, name) in [("questions.*.*", "questions"), ("lessons.*.*", "lessons"), ("verdicts.*.*", "verdicts")] {
        let some = reading(copy.iter().filter(|text| text.at(kind)).map(|text| text.text.as_str()), allowed);
        println!("  {name}: {:.1} words to a sentence, Flesch-Douma {:.1}", some.length, some.flesch_douma);
    }
    assert!((8.0..=13.0).contains(&mean), "{mean:.1} words to a sentence: the copy should have 8 to 13");
    assert!(
        with.flesch_douma >= 65.0,
        "Flesch-Douma {:.1}: shorter words and sentences, at least 65",
        with.flesch_douma
    );
    assert!(without.flesch_douma >= 60.0, "Flesch-Douma {:.1} with every word: at least 60", without.flesch_douma);
}

#[test]
fn passive_sentences_are_counted() {
    let copy = copy();
    let passive = |sentence: &String| {
        let words: Vec<String> = words(sentence).map(str::to_lowercase).collect();
        let helper = words.iter().any(|word| ["wordt", "worden", "werd", "werden"].contains(&word.as_str()));
        let participle = |word: &String| {
            let begins = ["ge", "be", "ver", "ont", "her", "over", "af", "op", "in", "uit"]
                .iter()
                .any(|start| word.starts_with(start));
            word.len() > 4 && begins && ["d", "t", "en"].iter().any(|end| word.ends_with(end))
        };
        helper && words.iter().any(participle)
    };
    let found: Vec<String> = copy.iter().flat_map(|text| sentences(&text.text)).filter(passive).collect();
    println!("{} sentences look passive: {found:#?}", found.len());
}

#[test]
fn long_words_are_fixed_terms() {
    let texts = every_text();
    let long = |text: &Text| {
        let found: Vec<&str> = words(&text.text).filter(|word| word.chars().count() > 14 && !allowed(word)).collect();
        (!found.is_empty()).then(|| found.join(", "))
    };
    check(NL, "use a shorter word, or give a reason in tests/data/allowed-terms.txt", where_found(&texts, long));
}

#[test]
fn a_fixed_term_is_used_and_explained_where_the_list_says() {
    let texts = every_text();
    let uses = |text: &Text, term: &str| words(&text.text).any(|word| word.to_lowercase().starts_with(term));
    let asks = |text: &Text| text.at("questions.*.ask") || text.at("questions.*.hint");
    let wrong = terms().into_iter().filter_map(|(term, explained)| {
        let asked = texts.iter().any(|text| asks(text) && uses(text, &term));
        // A hint may explain what the question beside it names.
        let beside = |text: &Text| {
            text.place.rsplit_once('.').map(|(thing, _)| thing) == explained.rsplit_once('.').map(|(thing, _)| thing)
        };
        let there = texts.iter().any(|text| text.place == explained && !text.text.is_empty())
            && texts.iter().any(|text| beside(text) && uses(text, &term));
        let wrong = match explained.is_empty() {
            _ if !texts.iter().any(|text| uses(text, &term)) => "is used nowhere: take it off the list",
            true if asked => "is used in a question: say where it is explained",
            false if !there => "does not stand where the list says it is explained",
            _ => return None,
        };
        Some((term, wrong.to_string()))
    });
    check(NL, "the list is tests/data/allowed-terms.txt", wrong);
}

// --- What it may not say

pub(crate) fn phrases(texts: &[Text], phrases: Vec<String>) -> impl Iterator<Item = (String, String)> {
    where_found(texts, move |text| {
        let found: Vec<&str> = phrases.iter().filter(|phrase| holds(&text.text, phrase)).map(String::as_str).collect();
        (!found.is_empty()).then(|| format!("'{}' in: {}", found.join("', '"), text.text))
    })
}

pub(crate) fn strings(words: &[&str]) -> Vec<String> {
    words.iter().map(ToString::to_string).collect()
}

#[test]
fn words_above_b1_are_left_out() {
    let blocked = list(&read("tests/data/blocked-words.txt"));
    assert!(blocked.len() >= 20);
    check(NL, "use the plain word that tests/data/blocked-words.txt gives", phrases(&every_text(), blocked));
}

#[test]
fn nothing_judges() {
    let judging = ["fout", "fouten", "slecht", "slechte", "zwak", "zwakke", "onvoldoende", "te laag", "gezakt"];
    check(NL, "talk about the situation and the next step", phrases(&every_text(), strings(&judging)));
}

#[test]
fn nobody_is_told_what_they_must_do() {
    let must = ["je moet", "moet je", "je bent verplicht", "ben je verplicht", "jij moet", "moet jij"];
    check(NL, "say what somebody can do", phrases(&every_text(), strings(&must)));
}

#[test]
fn the_reader_is_je() {
    check(NL, "write 'je'", phrases(&every_text(), strings(&["u", "uw", "uzelf"])));
}

#[test]
fn what_we_cannot_vouch_for_is_left_out() {
    let barred = ["verwijsindex", "vergewisplicht", "chat", "chatten"];
    check(NL, "leave it out: its standing differs by place and time", phrases(&every_text(), strings(&barred)));
}

#[test]
fn questions_hold_no_negation() {
    let questions: Vec<Text> = every_text()
        .into_iter()
        .filter(|text| ["ask", "a", "b"].iter().any(|field| text.at(&format!("questions.*.{field}"))))
        .collect();
    assert!(questions.len() >= questionnaire().count());
    check(
        NL,
        "ask it without a negation",
        phrases(&questions, strings(&["niet", "geen", "nooit", "niets", "niemand"])),
    );
}

// --- How long it is

#[test]
fn questions_and_lessons_keep_to_their_lengths() {
    let (texts, dilemmas) = (every_text(), dilemmas());
    let limit = |text: &Text| match () {
        () if dilemmas.contains(&text.place) => Some(18),
        () if text.at("questions.*.ask") => Some(15),
        () if text.at("questions.*.a") || text.at("questions.*.b") => Some(8),
        () if text.at("lessons.*.idea") => Some(60),
        () => None,
    };
    let too_long = |text: &Text| {
        let (limit, count) = (limit(text)?, text.text.split_whitespace().count());
        (count > limit).then(|| format!("{count} words, at most {limit}: {}", text.text))
    };
    check(NL, "make it shorter", where_found(&texts, too_long));
    let items: Vec<usize> = texts
        .iter()
        .filter(|text| text.at("questions.*.ask") && !dilemmas.contains(&text.place))
        .map(|text| count(&text.text))
        .collect();
    let (sum, most) = (items.iter().sum::<usize>(), 11 * items.len());
    println!("questions other than dilemmas: {sum} words in {}, at most {most}", items.len());
    assert!(sum <= most, "the questions other than dilemmas have {sum} words: at most 11 on average");
}

#[test]
fn questions_hold_one_idea() {
    let questions: Vec<Text> = every_text().into_iter().filter(|text| text.at("questions.*.ask")).collect();
    let two: Vec<_> = phrases(&questions, strings(&["zowel", "en of"])).collect();
    assert!(two.is_empty(), "ask one thing at a time: {two:?}");
}

// --- The rules themselves

#[test]
fn a_rule_sees_every_kind_of_text() {
    let texts = every_text();
    for kind in [
        "words.*",
        "organisation.*",
        "scales.*.*",
        "parts.*.note",
        "questions.*.ask",
        "verdicts.*.watch",
        "steps.*.room",
        "lessons.*.idea",
        "doors.*.when",
        "method.*.paragraphs.*",
    ] {
        assert!(texts.iter().any(|text| text.at(kind) && !text.text.is_empty()), "no text at {kind}");
    }
    let text = Text { place: "lessons.a.idea".to_string(), text: String::new() };
    assert!(text.at("lessons.*.idea") && !text.at("lessons.*") && !text.at("lessons.*.idea.*"));
}

#[test]
#[should_panic(expected = "words.start: 'u' in: Start u?")]
fn a_broken_rule_names_the_place_and_the_text() {
    let text = Text { place: "words.start".to_string(), text: "Start u?".to_string() };
    check(NL, "write 'je'", phrases(&[text], strings(&["u"])));
}
