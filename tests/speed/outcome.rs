//! All runs of one bench, and what follows from them: figures, ratios, goals.

use crate::measures::{Figure, Measure, Run};
use crate::pages::{OURS, PAGES, Page, TO_BEAT, YARDSTICK};
use crate::walk::Mode;

/// All runs of one bench.
#[derive(Default)]
pub(crate) struct Outcome {
    runs: Vec<(Mode, &'static str, Run)>,
}

/// A goal of the widget, as a ratio in one bench, and whether it was met.
pub(crate) struct Goal {
    pub(crate) what: String,
    pub(crate) figure: String,
    pub(crate) met: bool,
}

impl Outcome {
    /// Adds a run.
    pub(crate) fn add(&mut self, mode: Mode, page: Page, run: Run) {
        self.runs.push((mode, page.key, run));
    }

    /// What a page was measured to be.
    pub(crate) fn figure(&self, mode: Mode, page: &str, measure: Measure) -> Figure {
        let runs = self.runs.iter().filter(|(of, key, _)| *of == mode && *key == page);
        measure.over(&runs.map(|(_, _, run)| *run).collect::<Vec<Run>>())
    }

    /// The widget's median as a multiple of that of another page.
    pub(crate) fn ratio(&self, mode: Mode, measure: Measure, to: &str) -> f64 {
        self.figure(mode, OURS, measure).median / self.figure(mode, to, measure).median
    }

    /// The peer with the least of something.
    pub(crate) fn best_peer(&self, mode: Mode, measure: Measure) -> Page {
        let peers = PAGES.into_iter().filter(|page| page.peer);
        let median = |page: &Page| self.figure(mode, page.key, measure).median;
        peers.min_by(|one, other| median(one).total_cmp(&median(other))).expect("there are peers")
    }

    /// Every goal, in each mode it was set for.
    pub(crate) fn goals(&self) -> Vec<Goal> {
        let mut goals = vec![self.at_most(1.1, Mode::Slow, Measure::First)];
        goals.extend(Mode::ALL.map(|mode| self.at_most(1.2, mode, Measure::Choosing)));
        goals.extend(Mode::ALL.map(|mode| self.at_most(2.5, mode, Measure::Memory)));
        goals.extend(Mode::ALL.map(|mode| self.better_in_every_row(mode)));
        goals
    }

    fn at_most(&self, limit: f64, mode: Mode, measure: Measure) -> Goal {
        let ratio = self.ratio(mode, measure, YARDSTICK);
        Goal {
            what: format!("{} at most {limit}x hand-written ({})", measure.title(), mode.key()),
            figure: format!("{ratio:.2}x"),
            // As it is printed: a ratio that reads as the limit is within it.
            met: (ratio * 100.0).round() <= limit * 100.0,
        }
    }

    fn better_in_every_row(&self, mode: Mode) -> Goal {
        let worse: Vec<String> = Measure::ROWS
            .into_iter()
            .flat_map(|measure| TO_BEAT.map(|peer| (measure, peer, self.ratio(mode, measure, peer))))
            .filter(|(_, _, ratio)| *ratio >= 1.0)
            .map(|(measure, peer, ratio)| format!("{} {ratio:.2}x {peer}", measure.title()))
            .collect();
        Goal {
            what: format!("every row better than SurveyJS and Formbricks ({})", mode.key()),
            figure: if worse.is_empty() { "all rows".to_string() } else { format!("but {}", worse.join(", ")) },
            met: worse.is_empty(),
        }
    }
}

impl Goal {
    /// In one line.
    pub(crate) fn line(&self) -> String {
        format!("{}: {} — {}", if self.met { "met" } else { "not met" }, self.what, self.figure)
    }
}
