//! Keeping answers on this device: where the person wants it, until a date, and never more than one copy.
//!
//! Tabs share what is on the device. What lies there is what counts: a tab that did not write it begins again from it.

use crate::app::Config;
use crate::app::codes::nonce_key;
use crate::platform::{Platform, Shelf, Stored};
use scan::questionnaire::Questionnaire;
use scan::saved::{Saved, decode, encode};
use scan::session::Record;
use scan::text::fill;
use scan::texts::Texts;

const DAY: u64 = 24 * 60 * 60 * 1_000;

/// How long a text is of use on a shelf, in milliseconds.
fn life(shelf: Shelf) -> u64 {
    match shelf {
        Shelf::Tab => DAY,
        Shelf::Device => 7 * DAY,
    }
}

/// Where answers are kept, and how that goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keeping {
    /// Under which name; `None` where nothing may be kept.
    key: Option<String>,
    shelf: Option<Shelf>,
    /// Whether the person chose the shelf since the last sitting began.
    chosen: bool,
    until: u64,
    refused: bool,
    /// What lies on the shelf as far as this tab knows.
    known: Option<String>,
}

/// What an earlier sitting left.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Its answers, when they are of use.
    pub record: Option<Record>,
    /// Whether there was something that cannot be used any more, and not because its time was over.
    pub unusable: bool,
}

impl Keeping {
    /// Looks what is there under the key of `config`, the tab first. What is of no use is removed.
    ///
    /// Where something is found, there it stays: the person chose that place before.
    pub fn open(platform: &dyn Platform, questionnaire: &Questionnaire, config: &Config) -> (Keeping, Found) {
        let now = platform.now();
        let key = (!config.never).then(|| config.key.clone());
        let shelf = config.keep;
        let mut keeping = Keeping { key, shelf, chosen: false, until: 0, refused: false, known: None };
        let mut found = Found::default();
        if config.never {
            // Also what was kept before the page said so.
            for shelf in Shelf::ALL {
                platform.remove(shelf, &config.key);
                platform.remove(shelf, &nonce_key(&config.key));
            }
        }
        for shelf in Shelf::ALL {
            let Some(text) = keeping.there(platform, Some(shelf)) else { continue };
            match decode(questionnaire, &text) {
                // A clock that was set back may not lengthen the life of a text.
                Ok(Saved { record, until: Some(until) }) if now < until && until <= now + life(shelf) => {
                    if found.record.is_none() {
                        found.record = Some(record);
                        keeping.shelf = Some(shelf);
                        keeping.until = until;
                    }
                    continue;
                }
                Ok(_) => {}
                Err(_) => found.unusable = true,
            }
            keeping.remove(platform, shelf);
        }
        keeping.known = keeping.there(platform, keeping.shelf);
        (keeping, found)
    }

    /// Whether anything may be kept at all.
    pub fn allowed(&self) -> bool {
        self.key.is_some()
    }

    /// Where answers are kept.
    pub fn shelf(&self) -> Option<Shelf> {
        self.shelf
    }

    /// Whether the browser refused to keep them.
    pub fn refused(&self) -> bool {
        self.refused
    }

    /// Whether another tab wrote or wiped what lies on the device, and this one has not taken that over yet.
    pub fn overtaken(&self, platform: &dyn Platform) -> bool {
        self.shelf == Some(Shelf::Device) && self.there(platform, self.shelf) != self.known
    }

    /// Keeps the answers, if the person wants that.
    pub fn save(&mut self, platform: &dyn Platform, questionnaire: &Questionnaire, record: &Record) {
        let (Some(shelf), Some(key)) = (self.shelf, &self.key) else { return };
        self.until = platform.now() + life(shelf);
        let text = encode(questionnaire, &Saved { record: record.clone(), until: Some(self.until) });
        self.refused = platform.write(shelf, key, &text) == Stored::NotSaved;
        self.known = self.there(platform, self.shelf);
    }

    /// Keeps the answers elsewhere from now on, and takes them away where they were.
    pub fn choose(
        &mut self,
        platform: &dyn Platform,
        questionnaire: &Questionnaire,
        shelf: Option<Shelf>,
        record: Option<&Record>,
    ) {
        self.wipe(platform);
        self.shelf = shelf;
        self.chosen = true;
        self.refused = false;
        if let Some(record) = record {
            self.save(platform, questionnaire, record);
        }
    }

    /// Another sitting begins: what was kept of the former one goes. Where it is kept, the person chose for this one,
    /// or the page says: nobody keeps where the former person did.
    pub fn begin(&mut self, platform: &dyn Platform, config: &Config) {
        if self.chosen {
            self.wipe(platform);
            self.chosen = false;
        } else {
            self.end(platform, config);
        }
    }

    /// A sitting is over, and nothing of it stays.
    pub fn end(&mut self, platform: &dyn Platform, config: &Config) {
        self.wipe(platform);
        self.shelf = config.keep;
        self.chosen = false;
        self.refused = false;
    }

    fn wipe(&mut self, platform: &dyn Platform) {
        for shelf in Shelf::ALL {
            self.remove(platform, shelf);
        }
        self.known = None;
    }

    fn there(&self, platform: &dyn Platform, shelf: Option<Shelf>) -> Option<String> {
        platform.read(shelf?, self.key.as_deref()?)
    }

    fn remove(&self, platform: &dyn Platform, shelf: Shelf) {
        if let Some(key) = &self.key {
            platform.remove(shelf, key);
        }
    }

    /// The line that says where the answers are and until when.
    pub fn line(&self, platform: &dyn Platform, texts: &Texts) -> String {
        let words = texts.words();
        let line = match self.shelf {
            None => return words.kept_none.to_string(),
            Some(_) if self.refused => return words.not_kept.to_string(),
            Some(Shelf::Tab) => &words.kept_tab,
            Some(Shelf::Device) => &words.kept_device,
        };
        fill(line, &[("date", &platform.date(self.until, &texts.language()))])
    }
}

#[cfg(test)]
mod tests {
    use super::{DAY, Found, Keeping};
    use crate::app::{Config, Content};
    use crate::platform::{Memory, Shelf};
    use scan::answers::{Answer, Answers};
    use scan::session::Record;

    fn content() -> Content {
        Content::load()
    }

    /// A record with the first question skipped.
    fn record(content: &Content) -> Record {
        let first = content.questionnaire.at(0).unwrap();
        Record { answers: Answers::from_iter([(first, Answer::Skipped)]), action: None }
    }

    fn config() -> Config {
        Config { key: "key".to_owned(), keep: Some(Shelf::Tab), ..Config::default() }
    }

    fn open(world: &Memory, content: &Content) -> (Keeping, Found) {
        Keeping::open(world, &content.questionnaire, &config())
    }

    #[test]
    fn what_was_kept_is_found_again_where_it_was_kept() {
        let (world, content) = (Memory::default(), content());
        let (mut keeping, _) = open(&world, &content);
        let record = record(&content);
        keeping.choose(&world, &content.questionnaire, Some(Shelf::Device), Some(&record));
        let (keeping, found) = open(&world, &content);
        assert_eq!((found.record, keeping.shelf()), (Some(record), Some(Shelf::Device)));
    }

    #[test]
    fn choosing_another_place_leaves_nothing_behind() {
        let (world, content) = (Memory::default(), content());
        let (mut keeping, _) = open(&world, &content);
        keeping.save(&world, &content.questionnaire, &record(&content));
        assert!(world.on(Shelf::Tab).is_some());
        keeping.choose(&world, &content.questionnaire, Some(Shelf::Device), Some(&record(&content)));
        assert!(world.on(Shelf::Tab).is_none() && world.on(Shelf::Device).is_some());
        keeping.choose(&world, &content.questionnaire, None, Some(&record(&content)));
        assert!(world.kept.borrow().is_empty());
    }

    #[test]
    fn after_its_time_it_is_gone_without_a_word() {
        for (shelf, days) in [(Shelf::Tab, 1), (Shelf::Device, 7)] {
            let (world, content) = (Memory::default(), content());
            let (mut keeping, _) = open(&world, &content);
            keeping.choose(&world, &content.questionnaire, Some(shelf), Some(&record(&content)));
            world.now.set(days * DAY - 1);
            assert!(open(&world, &content).1.record.is_some());
            world.now.set(days * DAY);
            assert_eq!(open(&world, &content).1, Found::default());
            assert!(world.kept.borrow().is_empty());
        }
    }

    #[test]
    fn what_cannot_be_read_is_said_and_removed() {
        let (world, content) = (Memory::default(), content());
        let (mut keeping, _) = open(&world, &content);
        keeping.save(&world, &content.questionnaire, &record(&content));
        for (_, _, text) in world.kept.borrow_mut().iter_mut() {
            text.truncate(20);
        }
        assert_eq!(open(&world, &content).1, Found { record: None, unusable: true });
        assert!(world.kept.borrow().is_empty());
    }

    #[test]
    fn where_it_was_kept_goes_with_the_sitting_unless_it_was_chosen_for_the_next() {
        let (world, content) = (Memory::default(), content());
        let (mut keeping, _) = open(&world, &content);
        let device = Some(Shelf::Device);
        keeping.choose(&world, &content.questionnaire, device, None);
        keeping.begin(&world, &config());
        assert_eq!(keeping.shelf(), device, "chosen for the sitting that began");
        keeping.save(&world, &content.questionnaire, &record(&content));
        keeping.begin(&world, &config());
        assert_eq!(keeping.shelf(), Some(Shelf::Tab), "the next person chose nothing");
        assert!(world.kept.borrow().is_empty());
        keeping.choose(&world, &content.questionnaire, device, None);
        keeping.end(&world, &config());
        assert_eq!(keeping.shelf(), Some(Shelf::Tab));
    }

    #[test]
    fn where_nothing_may_be_kept_nothing_stays_either() {
        let (world, content) = (Memory::default(), content());
        let (mut keeping, _) = open(&world, &content);
        keeping.save(&world, &content.questionnaire, &record(&content));
        let never = Config { never: true, keep: None, ..config() };
        let (mut keeping, found) = Keeping::open(&world, &content.questionnaire, &never);
        assert_eq!((found, keeping.shelf(), keeping.allowed()), (Found::default(), None, false));
        keeping.choose(&world, &content.questionnaire, Some(Shelf::Device), Some(&record(&content)));
        assert!(world.kept.borrow().is_empty(), "also what was there before the page said so");
    }

    #[test]
    fn what_another_tab_does_with_what_is_on_the_device_is_seen() {
        let (world, content) = (Memory::default(), content());
        let (mut first, _) = open(&world, &content);
        first.choose(&world, &content.questionnaire, Some(Shelf::Device), Some(&record(&content)));
        let (mut second, found) = open(&world, &content);
        assert!(found.record.is_some() && !first.overtaken(&world) && !second.overtaken(&world));
        world.now.set(1);
        second.save(&world, &content.questionnaire, &record(&content));
        assert!(first.overtaken(&world) && !second.overtaken(&world));
        first = open(&world, &content).0;
        assert!(!first.overtaken(&world));
        second.end(&world, &config());
        assert!(first.overtaken(&world), "a wipe is seen as well");
    }

    #[test]
    fn where_keeping_is_refused_the_line_says_so() {
        let (world, content) = (Memory::default(), content());
        world.closed.set(true);
        let (mut keeping, found) = open(&world, &content);
        assert_eq!(found, Found::default());
        keeping.save(&world, &content.questionnaire, &record(&content));
        assert_eq!(keeping.line(&world, &content.texts), content.texts.words().not_kept.get());
    }
}
