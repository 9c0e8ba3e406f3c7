//! Where things stand in a window of a given size; plain arithmetic, used by
//! `update` to wrap and clamp and by `ui` to draw, so that both agree.

/// Size of the window in cells.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Size {
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

/// A rectangle of cells.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Area {
    /// Leftmost column.
    pub x: u16,
    /// Topmost row.
    pub y: u16,
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

/// From this width on the timer pane stands beside the guide.
pub const WIDE: u16 = 100;

/// Widest line of reading text, in cells.
pub const MEASURE: u16 = 72;

/// Narrowest timer pane, in cells.
const PANE_MIN: u16 = 42;

/// Where the parts of the guide's screen stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    /// The trail of answers, where there is room for it.
    pub trail: Option<Area>,
    /// The page.
    pub body: Area,
    /// The timer pane on a wide screen.
    pub pane: Option<Area>,
    /// A notice, when there is one.
    pub notice: Area,
    /// The keys that matter here.
    pub footer: Option<Area>,
}

impl Layout {
    /// Parts of a window of this size, with or without the timer pane.
    pub fn of(size: Size, with_pane: bool) -> Self {
        let pane_width = if with_pane && size.width >= WIDE {
            PANE_MIN
                .max(size.width.saturating_sub(MEASURE + 6))
                .min(size.width / 2)
        } else {
            0
        };
        let width = size.width - pane_width;
        let margin = match width {
            0..44 => 0,
            44..60 => 1,
            _ => 2,
        };
        let inner = width.saturating_sub(2 * margin);
        let has_footer = size.height >= 4;
        let has_trail = size.height >= 6;
        let roomy = size.height >= 16;
        let top = match (has_trail, roomy) {
            (true, true) => 2,
            (true, false) => 1,
            _ => 0,
        };
        let bottom = match (has_footer, roomy) {
            (true, true) => 2,
            (true, false) => 1,
            _ => 0,
        };
        let row = |y: u16| Area {
            x: margin,
            y,
            width: inner,
            height: 1.min(size.height),
        };
        Self {
            trail: has_trail.then(|| row(0)),
            body: Area {
                x: margin,
                y: top,
                // The sign that text goes on below stands beside it, with a blank between.
                width: inner
                    .min(width.saturating_sub(2 + margin))
                    .clamp(1, MEASURE)
                    .min(inner),
                height: size.height.saturating_sub(top + bottom),
            },
            pane: (pane_width > 0).then(|| Area {
                x: width,
                y: 0,
                width: pane_width,
                height: size.height.saturating_sub(u16::from(has_footer)),
            }),
            notice: row(size.height.saturating_sub(if roomy { 2 } else { 1 })),
            footer: has_footer.then(|| Area {
                // The keys stand below the pane too.
                width: size.width.saturating_sub(2 * margin),
                ..row(size.height - 1)
            }),
        }
    }
}
