//! A workshop: what the board collects, and of whom a picture was shown.
//!
//! A picture is of the codes that are in when the trainer asks for it, and stays so. The next one must differ from every
//! earlier one by nobody or by three people, coming and going each: so no two pictures tell what one person chose.

mod saved;

pub use saved::{Unreadable, read, whole, write};

use crate::code::Code;
use crate::group::{CELL, GROUP, LEAST_GROUP};
use alloc::string::String;
use alloc::vec::Vec;

/// What the trainer set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// What it is called.
    pub title: String,
    /// How many people are expected.
    pub size: usize,
    /// Below how many nothing is shown; [`LEAST_GROUP`] or more.
    pub least: usize,
    /// Where the scan is, for the link.
    pub address: String,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings { title: String::new(), size: 12, least: GROUP, address: String::new() }
    }
}

/// A workshop.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Workshop {
    /// What the trainer set.
    pub settings: Settings,
    /// The pair of keys with which sealed codes open, as text; empty where the browser makes none.
    pub keys: String,
    /// The two moments that can be compared; the second stays empty when there is one.
    moments: [Moment; 2],
}

/// Before, or after.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Moment {
    /// In the order in which they came.
    codes: Vec<Code>,
    /// Each as it was shown, in the order in which they were; the last is the one on show.
    /// Its codes in order, so that two are compared by going along both.
    pictures: Vec<Vec<Code>>,
}

/// The place of a moment: the first or the second.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Round {
    /// The first.
    #[default]
    First,
    /// The second.
    Second,
}

/// What became of a code that was handed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Added {
    /// It counts.
    New,
    /// It counted already, at this moment or the other.
    Twice,
}

/// Whether a picture of everybody who is in may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Showing {
    /// It may.
    Ready,
    /// So many people more, or the group is too small.
    TooFew(usize),
    /// It is on show already.
    Shown,
    /// It differs too little from a picture that was shown: so many changes more.
    Wait(usize),
}

impl Workshop {
    /// A workshop without codes.
    pub fn new(settings: Settings, keys: String) -> Workshop {
        let least = settings.least.max(LEAST_GROUP);
        Workshop { settings: Settings { least, ..settings }, keys, ..Workshop::default() }
    }

    fn moment(&self, round: Round) -> &Moment {
        let [first, second] = &self.moments;
        if round == Round::First { first } else { second }
    }

    fn moment_mut(&mut self, round: Round) -> &mut Moment {
        let [first, second] = &mut self.moments;
        if round == Round::First { first } else { second }
    }

    /// How many people are in.
    pub fn count(&self, round: Round) -> usize {
        self.moment(round).codes.len()
    }

    /// Adds codes, and says of each what became of it.
    pub fn add(&mut self, round: Round, codes: &[Code]) -> Vec<Added> {
        let known = sorted(self.moments.iter().flat_map(|moment| &moment.codes));
        // Each once with where it stands first: of the same code that one counts.
        let mut places: Vec<(Code, usize)> = codes.iter().copied().zip(0..).collect();
        places.sort_unstable();
        places.dedup_by_key(|(code, _)| *code);
        let first = |code: &Code, place: usize| match places.binary_search_by_key(code, |(code, _)| *code) {
            Ok(found) => places.get(found).is_some_and(|(_, at)| *at == place),
            Err(_) => false,
        };
        let add = |(place, code): (usize, &Code)| match known.binary_search(code).is_err() && first(code, place) {
            true => Added::New,
            false => Added::Twice,
        };
        let added: Vec<Added> = codes.iter().enumerate().map(add).collect();
        let new = codes.iter().zip(&added).filter(|(_, added)| **added == Added::New);
        self.moment_mut(round).codes.extend(new.map(|(code, _)| *code));
        added
    }

    /// Takes out the code that came last. `false` when there is none.
    pub fn remove_last(&mut self, round: Round) -> bool {
        self.moment_mut(round).codes.pop().is_some()
    }

    /// Whether a picture of everybody who is in may be shown.
    pub fn showing(&self, round: Round) -> Showing {
        let moment = self.moment(round);
        let missing = self.settings.least.saturating_sub(moment.codes.len());
        if missing > 0 {
            return Showing::TooFew(missing);
        }
        let now = sorted(&moment.codes);
        if moment.pictures.last() == Some(&now) {
            return Showing::Shown;
        }
        // Those of the other moment too: the same codes there would tell as much.
        let pictures = self.moments.iter().flat_map(|moment| &moment.pictures);
        let short = pictures.map(|picture| short(&now, picture)).max().unwrap_or_default();
        if short == 0 { Showing::Ready } else { Showing::Wait(short) }
    }

    /// Makes the picture of everybody who is in, if that may be shown.
    pub fn show(&mut self, round: Round) -> Showing {
        let showing = self.showing(round);
        if showing == Showing::Ready {
            let moment = self.moment_mut(round);
            moment.pictures.push(sorted(&moment.codes));
        }
        showing
    }

    /// Of whom the picture on show is, in an order that tells nothing; empty when none was shown.
    pub fn shown(&self, round: Round) -> impl Iterator<Item = &Code> {
        self.moment(round).pictures.last().into_iter().flatten()
    }

    /// How many people the picture on show is of; 0 when none was shown.
    pub fn in_picture(&self, round: Round) -> usize {
        self.moment(round).pictures.last().map_or(0, Vec::len)
    }

    /// Takes the codes back to how they were. What was shown stays: nobody forgets it.
    pub fn back_to(&mut self, before: Workshop) {
        for (now, before) in self.moments.iter_mut().zip(before.moments) {
            now.codes = before.codes;
        }
    }

    /// Takes over the codes and pictures of another board; its settings only where there are none here. Nobody counts twice,
    /// and a code that the two have at different moments counts at the first.
    pub fn merge(&mut self, other: Workshop) {
        if self.settings.title.is_empty() {
            self.settings.title = other.settings.title;
        }
        if self.keys.is_empty() {
            self.keys = other.keys;
        }
        for (own, other) in self.moments.iter_mut().zip(other.moments) {
            let known = sorted(&own.codes);
            own.codes.extend(other.codes.into_iter().filter(|code| known.binary_search(code).is_err()));
            // What is on show here stays on show, so the others go before it.
            let mut pictures: Vec<_> = other.pictures.into_iter().filter(|one| !own.pictures.contains(one)).collect();
            if own.pictures.is_empty() {
                own.pictures = pictures;
            } else {
                pictures.append(&mut own.pictures);
                own.pictures = pictures;
            }
        }
        let [first, second] = &mut self.moments;
        let known = sorted(&first.codes);
        second.codes.retain(|code| known.binary_search(code).is_err());
    }
}

fn sorted<'a>(codes: impl IntoIterator<Item = &'a Code>) -> Vec<Code> {
    let mut codes: Vec<Code> = codes.into_iter().copied().collect();
    codes.sort_unstable();
    codes
}

/// How many changes these two differ too little by, coming and going each.
fn short(now: &[Code], picture: &[Code]) -> usize {
    let lacking = |changes: usize| if changes == 0 { 0 } else { CELL.saturating_sub(changes) };
    lacking(missing(now, picture)).max(lacking(missing(picture, now)))
}

/// How many of the first are not in the second, which is in order.
fn missing(these: &[Code], those: &[Code]) -> usize {
    these.iter().filter(|code| those.binary_search(code).is_err()).count()
}

#[cfg(test)]
mod tests {
    use super::{Added, Round, Settings, Showing, Unreadable, Workshop, read, write};
    use crate::code::Code;
    use alloc::format;
    use alloc::string::{String, ToString};
    use alloc::vec::Vec;
    use expect_test::expect;

    fn codes(numbers: core::ops::Range<u8>) -> Vec<Code> {
        numbers.filter_map(|number| Code::from_bytes(&[0, 0, 0, 0, 0, 0, 0, 0, number, 1])).collect()
    }

    fn workshop(count: u8) -> Workshop {
        let mut workshop = Workshop::new(Settings::default(), String::new());
        workshop.add(Round::First, &codes(0..count));
        workshop
    }

    #[test]
    fn nothing_is_shown_below_the_least_group() {
        let mut workshop = workshop(4);
        assert_eq!(workshop.show(Round::First), Showing::TooFew(1));
        assert_eq!(workshop.in_picture(Round::First), 0);
        workshop.add(Round::First, &codes(4..5));
        assert_eq!(workshop.show(Round::First), Showing::Ready);
        assert_eq!((workshop.in_picture(Round::First), workshop.showing(Round::First)), (5, Showing::Shown));
    }

    #[test]
    fn the_least_group_never_goes_below_three() {
        let workshop = Workshop::new(Settings { least: 0, ..Settings::default() }, String::new());
        assert_eq!(workshop.settings.least, 3);
    }

    #[test]
    fn the_next_picture_waits_for_three() {
        let mut workshop = workshop(6);
        workshop.show(Round::First);
        workshop.add(Round::First, &codes(6..7));
        assert_eq!(workshop.show(Round::First), Showing::Wait(2));
        assert_eq!(workshop.in_picture(Round::First), 6, "the picture stays as it is");
        workshop.add(Round::First, &codes(7..9));
        assert_eq!(workshop.show(Round::First), Showing::Ready);
        assert_eq!(workshop.in_picture(Round::First), 9);
    }

    #[test]
    fn somebody_who_leaves_is_not_told_by_the_next_picture() {
        let mut workshop = workshop(8);
        workshop.show(Round::First);
        workshop.remove_last(Round::First);
        assert_eq!(workshop.showing(Round::First), Showing::Wait(2));
        // Three others do not make up for one who left.
        workshop.add(Round::First, &codes(20..23));
        assert_eq!(workshop.showing(Round::First), Showing::Wait(2));
    }

    #[test]
    fn a_picture_is_held_against_every_earlier_one_of_both_moments() {
        let mut workshop = workshop(8);
        workshop.show(Round::First);
        workshop.add(Round::First, &codes(8..11));
        workshop.show(Round::First);
        for _ in 0..4 {
            workshop.remove_last(Round::First);
        }
        // Four fewer than the second, and one fewer than the first.
        assert_eq!(workshop.showing(Round::First), Showing::Wait(2));
    }

    #[test]
    fn a_code_counts_once_in_the_whole_workshop() {
        let mut workshop = workshop(5);
        assert_eq!(workshop.add(Round::Second, &codes(4..6)), [Added::Twice, Added::New]);
        assert_eq!(workshop.add(Round::Second, &codes(5..6)), [Added::Twice]);
        assert_eq!((workshop.count(Round::First), workshop.count(Round::Second)), (5, 1));
    }

    #[test]
    fn a_workshop_reads_back_with_what_was_shown_and_taken_out() {
        let mut workshop = workshop(7);
        workshop.settings.title = "Team = Oost\n".into();
        workshop.keys = "abc".into();
        workshop.show(Round::First);
        for _ in 0..3 {
            workshop.remove_last(Round::First);
        }
        workshop.add(Round::Second, &codes(30..32));
        let text = write(&workshop);
        workshop.settings.title = "Team = Oost".into();
        assert_eq!(read(&text), Ok(workshop));
        expect![[r#"
            ruimtebord 1
            title = Team = Oost 
            size = 12
            least = 5
            address = 
            keys = abc
            moment
            0000-0000-0000-0014-WVAJ
            0000-0000-0000-08VF-TYME
            0000-0000-0000-0JN1-PDGJ
            0000-0000-0000-0WGJ-KVCP
            out
            0000-0000-0000-16AX-98RE
            0000-0000-0000-1G5F-6PMJ
            0000-0000-0000-1T01-35GP
            picture = 0-6
            moment
            0000-0000-0000-93VJ-4XVA
            0000-0000-0000-9DN4-1CPF
            out
            end = 1
        "#]]
        .assert_eq(&text);
    }

    #[test]
    fn what_is_no_workshop_says_why() {
        let text = write(&workshop(5));
        assert_eq!(read(""), Err(Unreadable::Foreign));
        assert_eq!(read("ruimtescan 1\n"), Err(Unreadable::Foreign));
        assert_eq!(read(&text.replacen("bord 1", "bord 2", 1)), Err(Unreadable::OtherForm));
        assert_eq!(read("ruimtebord 1"), Err(Unreadable::Damaged(2)));
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(read(&lines[..lines.len() - 1].join("\n")), Err(Unreadable::Damaged(lines.len())));
        assert_eq!(read(&text.replacen("size = 12", "size = veel", 1)), Err(Unreadable::Damaged(3)));
        let twice = [&lines[..9], &lines[8..]].concat().join("\n");
        assert_eq!(read(&twice), Err(Unreadable::Damaged(13)));
        assert_eq!(read(&format!("{text}\nmeer")), Err(Unreadable::Damaged(lines.len() + 2)));
        assert!(read(&text.replace("out", "picture = 0-99\nout")).is_err());
        assert_eq!(read(&text.replace('\n', "\r\n").to_string()), Ok(workshop(5)));
    }

    #[test]
    fn merging_counts_nobody_twice_and_keeps_what_is_on_show() {
        let (mut one, mut two) = (workshop(6), Workshop::new(Settings::default(), String::new()));
        two.add(Round::First, &codes(3..9));
        two.show(Round::First);
        one.show(Round::First);
        let before: Vec<Code> = one.shown(Round::First).copied().collect();
        one.merge(two.clone());
        assert_eq!(one.count(Round::First), 9);
        assert!(one.shown(Round::First).eq(&before));
        let once = one.clone();
        one.merge(two);
        assert_eq!(one, once);
    }
}
