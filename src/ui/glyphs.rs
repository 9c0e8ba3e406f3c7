//! The few signs that are not letters, each with a plain form.

/// One set of signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyphs {
    /// Before the selected item.
    pub mark: &'static str,
    /// Between the answers of the trail.
    pub arrow: &'static str,
    /// Where something was left out.
    pub more: &'static str,
    /// Text goes on above.
    pub up: &'static str,
    /// Text goes on below.
    pub down: &'static str,
    /// The line between two panes.
    pub wall: &'static str,
}

/// Signs found in every terminal font.
pub const UNICODE: Glyphs = Glyphs {
    mark: "›",
    arrow: " › ",
    more: "…",
    up: "↑",
    down: "↓",
    wall: "│",
};

/// Signs of ASCII.
pub const ASCII: Glyphs = Glyphs {
    mark: ">",
    arrow: " > ",
    more: "...",
    up: "^",
    down: "v",
    wall: "|",
};

impl Glyphs {
    /// The set in use.
    pub fn of(ascii: bool) -> &'static Self {
        if ascii { &ASCII } else { &UNICODE }
    }
}
