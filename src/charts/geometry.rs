//! Where things stand in the balance picture. Pure arithmetic.

use scan::questionnaire::{Thresholds, Verdict};
use scan::report::Mark;

/// Radius of a marker in pixels: 28 across, above the 24 that a finger needs at least.
pub const RADIUS: i32 = 14;
/// From one marker of a stack to the next.
const LEVEL: i32 = 32;
/// Room above and below the markers.
const AIR: i32 = 8;
/// The ends of the beam, in percent of the width.
pub const ENDS: (i32, i32) = (10, 90);

/// A marker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The number of the dilemma.
    pub number: usize,
    /// Across, in percent.
    pub x: i32,
    /// Down, in pixels.
    pub y: i32,
}

/// The whole picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beam {
    /// Height in pixels.
    pub height: i32,
    /// Where the beam is, in pixels from the top.
    pub y: i32,
    /// The markers; those that coincide stand on top of each other.
    pub spots: Vec<Spot>,
    /// The stretch that the verdict is about, from and to in percent; `None` when there is no verdict.
    pub band: Option<(i32, i32)>,
}

/// Lays out the answers on the beam.
pub fn beam(marks: &[Mark], verdict: Verdict, thresholds: Thresholds) -> Beam {
    let answered: Vec<(usize, i8)> = marks.iter().filter_map(|mark| Some((mark.number, mark.value?))).collect();
    let level =
        |place: usize, value: i8| answered.iter().take(place).filter(|(_, other)| *other == value).count() as i32;
    let highest = answered.iter().enumerate().map(|(place, (_, value))| level(place, *value)).max().unwrap_or(0);
    let y = AIR + RADIUS + highest * LEVEL;
    let spots = answered.iter().enumerate().map(|(place, (number, value))| Spot {
        number: *number,
        x: across(i32::from(*value) * 10),
        y: y - level(place, *value) * LEVEL,
    });
    Beam { height: y + RADIUS + AIR, y, spots: spots.collect(), band: band(&answered, verdict, thresholds) }
}

/// From tenths of the mean (-20 to 20) to percent of the width.
fn across(tenths: i32) -> i32 {
    50 + tenths * 2
}

/// The stretch that belongs to a verdict. When answers even out there is no such stretch, so it is
/// the one they cover.
fn band(answered: &[(usize, i8)], verdict: Verdict, thresholds: Thresholds) -> Option<(i32, i32)> {
    let (near, lean, end) = (i32::from(thresholds.near), i32::from(thresholds.lean), 20);
    let (from, to) = match verdict {
        Verdict::Missing => return None,
        Verdict::Rules => (-end, -lean),
        Verdict::TowardRules => (-lean, -near),
        Verdict::Middle => (-near, near),
        Verdict::TowardLeeway => (near, lean),
        Verdict::Leeway => (lean, end),
        Verdict::Mixed => {
            let values = || answered.iter().map(|(_, value)| i32::from(*value) * 10);
            (values().min()?, values().max()?)
        }
    };
    Some((across(from), across(to)))
}

#[cfg(test)]
mod tests {
    use super::{AIR, LEVEL, RADIUS, beam};
    use scan::questionnaire::{Thresholds, Verdict};
    use scan::report::Mark;
    use scan::text::Text;

    const THRESHOLDS: Thresholds = Thresholds { least_answered: 3, near: 5, lean: 12 };

    fn marks(values: &[Option<i8>]) -> Vec<Mark> {
        let mark = |(value, number): (&Option<i8>, usize)| Mark {
            number,
            value: *value,
            label: Text::EMPTY,
            answer: Text::EMPTY,
            way: String::new(),
        };
        values.iter().zip(1..).map(mark).collect()
    }

    #[test]
    fn answers_that_coincide_stand_on_top_of_each_other() {
        let beam = beam(&marks(&[Some(0), Some(0), Some(2), None, Some(0)]), Verdict::Middle, THRESHOLDS);
        let places: Vec<(usize, i32, i32)> =
            beam.spots.iter().map(|spot| (spot.number, spot.x, beam.y - spot.y)).collect();
        assert_eq!(places, [(1, 50, 0), (2, 50, LEVEL), (3, 90, 0), (5, 50, 2 * LEVEL)]);
        assert_eq!(beam.height, 2 * LEVEL + 2 * (RADIUS + AIR));
    }

    #[test]
    fn the_band_is_where_the_verdict_lies() {
        let all = |value| marks(&[Some(value); 5]);
        assert_eq!(beam(&all(-2), Verdict::Rules, THRESHOLDS).band, Some((10, 26)));
        assert_eq!(beam(&all(0), Verdict::Middle, THRESHOLDS).band, Some((40, 60)));
        assert_eq!(beam(&all(1), Verdict::TowardLeeway, THRESHOLDS).band, Some((60, 74)));
        let mixed = marks(&[Some(-2), Some(-1), Some(1), Some(2), None]);
        assert_eq!(beam(&mixed, Verdict::Mixed, THRESHOLDS).band, Some((10, 90)));
        assert_eq!(beam(&marks(&[None; 5]), Verdict::Missing, THRESHOLDS).band, None);
    }
}
