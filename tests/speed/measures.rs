//! What is measured, and how many runs become one figure.

/// Something that is measured; bench/README.md defines each.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Measure {
    /// What came over the line, compressed.
    Bytes,
    /// From navigation to the first question, painted and answerable.
    First,
    /// From choosing to the frame that shows it.
    Choosing,
    /// From pressing Volgende to the next question, painted and answerable.
    Next,
    /// From the last press to the result, painted.
    Result,
    /// What the main thread was busy in all.
    Thread,
    /// Heap and program memory at the result.
    Memory,
    /// The part of it that is the heap of JavaScript.
    Heap,
    /// The part of it that is the memory of programs.
    Program,
    /// What came over the line, unpacked.
    Unpacked,
    /// How many files that were, the page included.
    Files,
}

/// How a run went.
pub(crate) type Run = [f64; 11];

/// What a page was measured to be, over some runs.
#[derive(Clone, Copy)]
pub(crate) struct Figure {
    pub(crate) median: f64,
    pub(crate) least: f64,
    pub(crate) most: f64,
}

impl Measure {
    /// In the order of [`Run`].
    pub(crate) const ALL: [Measure; 11] = [
        Measure::Bytes,
        Measure::First,
        Measure::Choosing,
        Measure::Next,
        Measure::Result,
        Measure::Thread,
        Measure::Memory,
        Measure::Heap,
        Measure::Program,
        Measure::Unpacked,
        Measure::Files,
    ];

    /// The rows of the table; the others are details of these, in the JSON only.
    pub(crate) const ROWS: [Measure; 7] = [
        Measure::Bytes,
        Measure::First,
        Measure::Choosing,
        Measure::Next,
        Measure::Result,
        Measure::Thread,
        Measure::Memory,
    ];

    /// Its name in the JSON.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Measure::Bytes => "bytes",
            Measure::First => "first-question-ms",
            Measure::Choosing => "choosing-ms",
            Measure::Next => "next-question-ms",
            Measure::Result => "result-ms",
            Measure::Thread => "main-thread-ms",
            Measure::Memory => "memory-bytes",
            Measure::Heap => "js-heap-bytes",
            Measure::Program => "wasm-memory-bytes",
            Measure::Unpacked => "unpacked-bytes",
            Measure::Files => "files",
        }
    }

    /// What it is, in words.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Measure::Bytes => "loaded",
            Measure::First => "first question answerable",
            Measure::Choosing => "choosing to painted",
            Measure::Next => "Volgende to next question",
            Measure::Result => "last press to result",
            Measure::Thread => "main thread busy",
            Measure::Memory => "memory at the end",
            Measure::Heap => "JavaScript heap",
            Measure::Program => "wasm memory",
            Measure::Unpacked => "loaded, unpacked",
            Measure::Files => "files",
        }
    }

    /// The unit it is written in.
    pub(crate) fn unit(self) -> &'static str {
        match self {
            Measure::Bytes | Measure::Unpacked => "kB",
            Measure::Memory | Measure::Heap | Measure::Program => "MB",
            Measure::First | Measure::Choosing | Measure::Next | Measure::Result | Measure::Thread => "ms",
            Measure::Files => "",
        }
    }

    /// A figure in that unit.
    pub(crate) fn written(self, value: f64) -> String {
        match self {
            Measure::Bytes | Measure::Unpacked => format!("{:.1}", value / 1e3),
            Measure::Memory | Measure::Heap | Measure::Program => format!("{:.2}", value / 1e6),
            Measure::First | Measure::Thread => format!("{value:.0}"),
            Measure::Choosing | Measure::Next | Measure::Result => format!("{value:.1}"),
            Measure::Files => format!("{value:.0}"),
        }
    }

    fn of(self, run: &Run) -> f64 {
        Measure::ALL.iter().zip(run).find(|(measure, _)| **measure == self).map_or(f64::NAN, |(_, value)| *value)
    }

    /// Median and range over runs.
    pub(crate) fn over(self, runs: &[Run]) -> Figure {
        let mut values: Vec<f64> = runs.iter().map(|run| self.of(run)).collect();
        let median = median(&mut values);
        let at = |place: usize| values.get(place).copied().unwrap_or(f64::NAN);
        Figure { median, least: at(0), most: at(values.len().saturating_sub(1)) }
    }
}

/// The middle of these values, and the mean of the middle two of an even number; sorts them.
pub(crate) fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    let at = |place: usize| values.get(place).copied().unwrap_or(f64::NAN);
    (at(values.len().saturating_sub(1) / 2) + at(values.len() / 2)) / 2.0
}
