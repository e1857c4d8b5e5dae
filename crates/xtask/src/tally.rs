//! Counts tests, from the lines in which test programs sum up what they did.

use std::fmt;
use std::ops::AddAssign;

/// How many tests went well, and how many did not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
    /// Tests that say themselves that they are not to be run.
    pub(crate) ignored: usize,
}

impl Tally {
    /// One test.
    pub(crate) fn one(passed: bool) -> Tally {
        if passed { Tally { passed: 1, ..Tally::default() } } else { Tally { failed: 1, ..Tally::default() } }
    }

    /// What a whole test command amounts to: `lines` of sums, each as [`Tally::read`] gave it.
    ///
    /// A command that summed nothing up, or that went wrong without a test that failed, counts
    /// as one more failure: tests that did not run are never taken for tests that passed.
    pub(crate) fn of_command(lines: &[Tally], ended_well: bool) -> Tally {
        let mut sum = Tally::default();
        for line in lines {
            sum += *line;
        }
        if lines.is_empty() || (!ended_well && sum.failed == 0) {
            sum.failed += 1;
        }
        sum
    }

    /// Reads a line such as `test result: ok. 5 passed; 0 failed; 1 ignored; ...`.
    pub(crate) fn read(line: &str) -> Option<Tally> {
        let rest = line.trim().strip_prefix("test result: ")?;
        let (_, counts) = rest.split_once(". ")?;
        let count = |name: &str| {
            let (number, _) =
                counts.split("; ").find_map(|part| part.split_once(' ').filter(|(_, what)| *what == name))?;
            number.parse::<usize>().ok()
        };
        Some(Tally { passed: count("passed")?, failed: count("failed")?, ignored: count("ignored")? })
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Tally) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.ignored += other.ignored;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[track_caller]
    fn check(line: &str, expected: Option<(usize, usize, usize)>) {
        let expected = expected.map(|(passed, failed, ignored)| Tally { passed, failed, ignored });
        assert_eq!(Tally::read(line), expected);
    }

    #[test]
    fn sums_are_read() {
        check(
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.01s",
            Some((12, 0, 1)),
        );
        check("test result: FAILED. 2 passed; 40 failed; 0 ignored; 0 measured; 0 filtered out", Some((2, 40, 0)));
    }

    #[test]
    fn other_lines_are_not() {
        check("test it ... ok", None);
        check("12 passed, 0 failed", None);
        check("test result: ok.", None);
        check("test result: ok. many passed; 0 failed; 0 ignored", None);
        check("the test result: ok. 1 passed; 0 failed; 0 ignored", None);
    }

    #[test]
    fn a_command_adds_up_its_lines() {
        let line = Tally { passed: 3, failed: 1, ignored: 1 };
        let sum = Tally { passed: 6, failed: 2, ignored: 2 };
        assert_eq!(Tally::of_command(&[line, line], false), sum);
    }

    #[test]
    fn a_command_without_a_sum_failed() {
        assert_eq!(Tally::of_command(&[], true), Tally::one(false));
        assert_eq!(Tally::of_command(&[], false), Tally::one(false));
    }

    #[test]
    fn a_command_that_broke_off_failed() {
        let line = Tally { passed: 3, failed: 0, ignored: 0 };
        assert_eq!(Tally::of_command(&[line], false).failed, 1);
        assert_eq!(Tally::of_command(&[line], true).failed, 0);
    }
}
