//! How a group spreads over the places of one question, guarded so that nobody can be found in it.

use crate::questionnaire::QuestionId;
use alloc::vec::Vec;
use core::cmp::Ordering;

/// The smallest group of which anything is shown, unless the trainer says otherwise; and of each question this many answers,
/// whatever the trainer says: a minimum that can be moved along would count who did not answer.
pub const GROUP: usize = 5;
/// Fewer people than this in one place are not told from none.
pub const CELL: usize = 3;
/// From so many people on there are five places to a dilemma, and counts.
pub const COUNTED: usize = 20;

/// What a spread is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// A dilemma or a statement.
    Question(QuestionId),
    /// A step of the meldcode, from 1.
    Step(u8),
}

/// How much of the group is in a cell; wide, so that one person more or less seldom shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Share {
    /// In each of these places nobody, or fewer than [`CELL`].
    Few,
    /// Less than two in five.
    Part,
    /// From two in five.
    Half,
    /// From two in three.
    Most,
    /// All but fewer than [`CELL`], or all.
    NearlyAll,
}

/// A place, or several next to each other that are few each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The first place, from 0.
    pub first: usize,
    /// The last place.
    pub last: usize,
    /// How much of the group.
    pub share: Share,
    /// About how many people: a multiple of [`CELL`], off by one at most. Only from [`COUNTED`] people on, and never where
    /// it is few or nearly all.
    pub about: Option<usize>,
}

impl Cell {
    /// Which of the places that every group has, 0 to 2, when it is of so many.
    pub fn side(&self, places: usize) -> usize {
        match (2 * self.first + 1).cmp(&places) {
            Ordering::Less => 0,
            Ordering::Equal => 1,
            Ordering::Greater => 2,
        }
    }
}

/// What the spread says, in one of the places that every group has: 0 to 2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pattern {
    /// Too few people answered, or they are so spread that no place has enough of them. One and the same: told apart, the
    /// second would say of five people that they are in every place.
    Hidden,
    /// Most are in this place of three.
    Agrees(usize),
    /// They are divided.
    Differs,
}

/// A guarded spread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spread {
    subject: Subject,
    cells: Vec<Cell>,
    pattern: Pattern,
}

impl Spread {
    /// What it is about.
    pub fn subject(&self) -> Subject {
        self.subject
    }

    /// The cells, from the first place to the last; empty when nothing can be shown.
    pub fn cells(&self) -> &[Cell] {
        &self.cells
    }

    /// What it says.
    pub fn pattern(&self) -> Pattern {
        self.pattern
    }

    /// Whether enough people to be shown are in the first place: they want hold, or do this seldom.
    pub fn low(&self) -> bool {
        self.cells.iter().any(|cell| (cell.first, cell.last) == (0, 0) && cell.share > Share::Few)
    }

    /// Five places, of which a group under [`COUNTED`] shows three: the two on each side together.
    pub(super) fn of_five(subject: Subject, counts: [usize; 5], people: usize) -> Spread {
        let [one, two, three, four, five] = counts;
        if people < COUNTED {
            return Spread::of_three(subject, [one + two, three, four + five], people);
        }
        Spread::of(subject, &counts, people)
    }

    /// Three places.
    pub(super) fn of_three(subject: Subject, counts: [usize; 3], people: usize) -> Spread {
        Spread::of(subject, &counts, people)
    }

    fn of(subject: Subject, counts: &[usize], people: usize) -> Spread {
        let cells = cells(counts, people);
        if counts.iter().sum::<usize>() < GROUP || cells.iter().all(|cell| cell.share == Share::Few) {
            return Spread { subject, cells: Vec::new(), pattern: Pattern::Hidden };
        }
        Spread { subject, pattern: pattern(&cells, counts.len(), people), cells }
    }
}

/// From the cells alone, so that it tells nothing that these do not.
fn pattern(cells: &[Cell], places: usize, people: usize) -> Pattern {
    let shown = || cells.iter().filter(|cell| cell.share > Share::Few);
    let most = |wanted: &usize| {
        let here = || shown().filter(|cell| cell.side(places) == *wanted);
        let about: usize = here().filter_map(|cell| cell.about).sum();
        here().any(|cell| cell.share >= Share::Most) || 3 * about >= 2 * people
    };
    (0..3).find(most).map_or(Pattern::Differs, Pattern::Agrees)
}

/// Merges each place that is too small with its neighbours that are so too, the empty ones among them. Not with a larger one:
/// nobody is moved to a place that they did not choose. Nor is said how many they are together: of two places that hold
/// at most two each, three people would mean that neither is empty.
fn cells(counts: &[usize], people: usize) -> Vec<Cell> {
    let mut cells: Vec<Cell> = Vec::new();
    for (place, count) in counts.iter().enumerate() {
        let share = share(*count, people);
        match cells.last_mut() {
            Some(before) if share == Share::Few && before.share == Share::Few => before.last = place,
            _ => {
                let counted = people >= COUNTED && !matches!(share, Share::Few | Share::NearlyAll);
                let about = counted.then_some((count + 1) / CELL * CELL);
                cells.push(Cell { first: place, last: place, share, about });
            }
        }
    }
    cells
}

fn share(count: usize, people: usize) -> Share {
    // Of a group of four or fewer even nearly all would be known to be all.
    if count < CELL || people < 5 {
        Share::Few
    } else if people - count < CELL {
        Share::NearlyAll
    } else if 3 * count >= 2 * people {
        Share::Most
    } else if 5 * count >= 2 * people {
        Share::Half
    } else {
        Share::Part
    }
}

#[cfg(test)]
mod tests {
    use super::{CELL, Pattern, Share, Spread, Subject};
    use crate::questionnaire::QuestionId;
    use alloc::collections::BTreeMap;
    use alloc::format;
    use alloc::string::String;
    use alloc::vec;
    use alloc::vec::Vec;
    use expect_test::{Expect, expect};

    const SUBJECT: Subject = Subject::Question(QuestionId(0));

    /// Every way in which `people` can be over `places` and not answering, which comes last.
    fn worlds(people: usize, places: usize) -> Vec<Vec<usize>> {
        if places == 0 {
            return vec![vec![people]];
        }
        let mut all = Vec::new();
        for count in 0..=people {
            for rest in worlds(people - count, places - 1) {
                all.push([vec![count], rest].concat());
            }
        }
        all
    }

    fn view(world: &[usize], people: usize) -> Spread {
        match world {
            [one, two, three, _] => Spread::of_three(SUBJECT, [*one, *two, *three], people),
            [one, two, three, four, five, _] => Spread::of_five(SUBJECT, [*one, *two, *three, *four, *five], people),
            _ => panic!("three or five places"),
        }
    }

    /// Plays somebody who sees the view, knows the rule and the size of the group, and how they themselves answered.
    fn reconstruct(people: usize, places: usize) -> usize {
        let mut views: BTreeMap<String, Vec<Vec<usize>>> = BTreeMap::new();
        for world in worlds(people, places) {
            views.entry(format!("{:?}", view(&world, people))).or_default().push(world);
        }
        for (view, worlds) in &views {
            for place in 0..places {
                let counts = || worlds.iter().map(|world| world[place]);
                let (fewest, most) = (counts().min().unwrap_or_default(), counts().max().unwrap_or_default());
                assert!(fewest == 0 || most >= CELL, "{people}: surely some, surely under {CELL} at {place}: {view}");
                assert!(fewest < people, "{people}: surely everyone at {place}: {view}");
                // Who is at a place, and would then know that all others are together somewhere.
                let mine: Vec<_> = worlds.iter().filter(|world| world[place] > 0).collect();
                for other in 0..places {
                    let own = usize::from(other == place);
                    let all_others = |world: &&Vec<usize>| world[other] - own == people - 1;
                    assert!(mine.is_empty() || !mine.iter().all(all_others), "{people}: from {place}: {view}");
                }
            }
        }
        views.len()
    }

    #[test]
    fn no_view_of_three_places_leads_back_to_a_person() {
        for people in 3..=19 {
            reconstruct(people, 3);
        }
        assert!(reconstruct(12, 3) > 10, "a view that says nothing would pass too");
    }

    #[test]
    fn no_view_of_five_places_with_counts_leads_back_to_a_person() {
        for people in [20, 22] {
            assert!(reconstruct(people, 5) > 100);
        }
    }

    #[test]
    fn nothing_in_a_small_group_tells_all_from_nearly_all() {
        for people in 5..40 {
            let all = view(&[0, 0, people, 0, 0, 0], people);
            for (rules, silent) in [(1, 0), (2, 0), (1, 1), (0, 2)] {
                let nearly = view(&[rules, 0, people - rules - silent, 0, 0, silent], people);
                if people - silent >= 5 && people - rules - silent >= CELL {
                    assert_eq!(nearly, all, "{people}");
                }
            }
        }
    }

    #[track_caller]
    fn check(counts: &[usize], expected: Expect) {
        let people: usize = counts.iter().sum();
        let world = [counts, &[0]].concat();
        let spread = view(&world, people);
        let cells: Vec<String> = spread
            .cells()
            .iter()
            .map(|cell| {
                let about = cell.about.map_or(String::new(), |about| format!(" ~{about}"));
                format!("{}-{} {:?}{about}", cell.first, cell.last, cell.share)
            })
            .collect();
        expected.assert_eq(&format!("{people}: {} => {:?}", cells.join(", "), spread.pattern()));
    }

    #[test]
    fn small_cells_are_few_and_large_ones_a_share() {
        check(&[2, 2, 1], expect!["5:  => Hidden"]);
        check(&[5, 0, 0], expect!["5: 0-0 NearlyAll, 1-2 Few => Agrees(0)"]);
        check(&[1, 0, 4], expect!["5: 0-1 Few, 2-2 NearlyAll => Agrees(2)"]);
        check(&[3, 0, 3], expect!["6: 0-0 Half, 1-1 Few, 2-2 Half => Differs"]);
        check(&[4, 1, 4], expect!["9: 0-0 Half, 1-1 Few, 2-2 Half => Differs"]);
        check(&[2, 3, 7], expect!["12: 0-0 Few, 1-1 Part, 2-2 Half => Differs"]);
        check(&[3, 3, 3, 3, 0], expect!["12: 0-0 Half, 1-1 Part, 2-2 Part => Differs"]);
        check(&[12, 9, 0, 0, 0], expect!["21: 0-0 Half ~12, 1-1 Half ~9, 2-4 Few => Agrees(0)"]);
        check(&[0, 2, 18, 1, 0], expect!["21: 0-1 Few, 2-2 Most ~18, 3-4 Few => Agrees(1)"]);
        check(&[1, 2, 2, 1, 14], expect!["20: 0-3 Few, 4-4 Most ~15 => Agrees(2)"]);
        check(&[2, 2, 0], expect!["4:  => Hidden"]);
    }

    #[test]
    fn too_few_answers_say_nothing() {
        let spread = Spread::of_three(SUBJECT, [4, 0, 0], 12);
        assert_eq!((spread.cells(), spread.pattern(), spread.low()), (&[][..], Pattern::Hidden, false));
        assert!(Spread::of_three(SUBJECT, [3, 0, 5], 8).low());
        assert!(!Spread::of_three(SUBJECT, [2, 0, 6], 8).low());
        assert!(Share::Few < Share::Part && Share::Most < Share::NearlyAll);
    }
}
