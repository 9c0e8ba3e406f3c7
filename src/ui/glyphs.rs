//! The few signs that are not letters, each with a plain form.

use ratatui::symbols::{bar, border};

use super::panel::ASCII_BORDER;

/// One set of signs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glyphs {
    /// At the left edge of the selected row.
    pub mark: &'static str,
    /// Between the answers of the trail.
    pub arrow: &'static str,
    /// Where something was left out.
    pub more: &'static str,
    /// The border of a panel.
    pub border: border::Set<'static>,
    /// The scroll mark on a border.
    pub thumb: &'static str,
    /// A filled dot.
    pub dot: &'static str,
    /// An empty one.
    pub empty_dot: &'static str,
    /// What was answered, or needs nothing more.
    pub check: &'static str,
    /// What something is not.
    pub cross: &'static str,
    /// A night without a cramp, and other small marks.
    pub point: &'static str,
    /// Under a night with a stretch.
    pub under: &'static str,
    /// What is left of a phase.
    pub line: &'static str,
    /// Above what runs, and before what is less than it was.
    pub marker: &'static str,
    /// A cell filled from below, in eighths.
    pub heights: bar::Set<'static>,
    /// A hold of the left leg and of the right, in one row.
    pub legs: [&'static str; 2],
    /// Beside a night with stretches.
    pub beside: &'static str,
}

/// Signs found in every terminal font.
pub(crate) const UNICODE: Glyphs = Glyphs {
    mark: "▌",
    arrow: " › ",
    more: "…",
    border: border::ROUNDED,
    thumb: "┃",
    dot: "●",
    empty_dot: "○",
    check: "✓",
    cross: "×",
    point: "·",
    under: "▔",
    line: "━",
    marker: "▼",
    legs: ["▀", "▄"],
    heights: bar::NINE_LEVELS,
    beside: "▏",
};

/// Signs of ASCII.
pub(crate) const ASCII: Glyphs = Glyphs {
    mark: ">",
    arrow: " > ",
    more: "...",
    border: ASCII_BORDER,
    thumb: "#",
    dot: "*",
    empty_dot: ".",
    check: "+",
    cross: "x",
    point: ".",
    under: "=",
    line: "=",
    marker: "v",
    legs: ["L", "R"],
    heights: bar::Set {
        one_eighth: " ",
        one_quarter: " ",
        three_eighths: ".",
        half: ".",
        five_eighths: "-",
        three_quarters: "-",
        seven_eighths: "=",
        ..bar::NINE_LEVELS
    },
    beside: "+",
};
