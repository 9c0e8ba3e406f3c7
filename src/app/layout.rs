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

impl Size {
    /// Whether so many columns and rows have room for it.
    pub(crate) fn fits(self, width: u16, height: u16) -> bool {
        self.width <= width && self.height <= height
    }
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

/// A smaller window has room for one line of a timer or a cramp only.
pub const SMALLEST: Size = Size { width: 40, height: 10 };

/// Widest line of reading text, in cells.
pub const MEASURE: u16 = 72;

/// Border and air at each side of a panel, in columns.
pub(crate) const FRAME: u16 = 3;

/// Empty rows above and below what a panel says, where there is room.
pub(crate) const AIR: u16 = 1;

/// Below this the screens have no borders.
const FRAMED: Size = Size { width: 80, height: 20 };

/// From this height on a row is left empty below the header and above the footer.
const AIRY: u16 = 30;

/// Where the parts of the guide's screen stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    /// Where one is, where there is room for it.
    pub header: Option<Area>,
    /// The page.
    pub body: Area,
    /// The timer pane on a wide screen.
    pub pane: Option<Area>,
    /// The last line of a notice, when there is one.
    pub notice: Area,
    /// The row at which everything but the notice and the footer ends.
    pub end: u16,
    /// The keys that matter here.
    pub footer: Option<Area>,
    /// What is opened over a page.
    pub overlay: Area,
    /// Whether there is room for borders.
    pub framed: bool,
}

impl Layout {
    /// Parts of a window of this size, with or without the timer pane, and with so many rows for a
    /// notice. Without borders it lies over the page, because rows are few.
    pub fn of(size: Size, with_pane: bool, notice_rows: usize) -> Self {
        let framed = FRAMED.fits(size.width, size.height);
        let airy = framed && size.height >= AIRY;
        let margin = u16::from(size.width >= 44);
        let has_footer = size.height >= 4;
        let has_header = size.height >= 6;
        let top = u16::from(has_header) + u16::from(airy);
        let bottom = u16::from(has_footer) + u16::from(airy);
        let inner = size.width.saturating_sub(2 * margin);
        let row = |y: u16| Area { x: 0, y, width: size.width, height: 1.min(size.height) };
        let whole = Area {
            x: margin,
            y: top.min(size.height),
            width: inner,
            height: size.height.saturating_sub(top + bottom),
        };
        let with_pane = with_pane && size.width >= WIDE && framed;
        let left = if with_pane { (inner * 63 / 100).min(MEASURE + 2 * FRAME) } else { inner };
        let rows = if framed { u16::try_from(notice_rows).unwrap_or(0) } else { 0 };
        let end = size.height.saturating_sub(u16::from(has_footer) + rows);
        let above = Area { height: whole.height.min(end.saturating_sub(whole.y)), ..whole };
        let body = Area { width: left, ..above };
        let pane =
            with_pane.then(|| Area { x: body.x + left + 1, width: inner - left - 1, ..above });
        Self {
            header: has_header.then(|| row(0)),
            body,
            pane,
            notice: row(size.height.saturating_sub(1 + u16::from(has_footer))),
            end,
            footer: has_footer.then(|| row(size.height - 1)),
            overlay: overlay(whole, framed),
            framed,
        }
    }
}

/// The check before a session.
#[derive(Debug, Clone, Copy)]
pub(crate) struct GateArea {
    /// The panel, where there is room for borders.
    pub(crate) panel: Option<Area>,
    /// What is said stands in here.
    pub(crate) inside: Area,
    /// Rows of the sentence that says who must not.
    pub(crate) check_rows: u16,
}

impl GateArea {
    /// Its place in a window of this size, for a sentence with so many lines at a width.
    pub(crate) fn of(size: Size, lines_at: impl Fn(u16) -> usize) -> Self {
        let Layout { overlay, framed, .. } = Layout::of(size, false, 0);
        let rows = |width| u16::try_from(lines_at(width)).unwrap_or(u16::MAX);
        if !framed {
            let check_rows = rows(overlay.width);
            return Self { panel: None, inside: overlay, check_rows };
        }
        let check_rows = rows(inside(overlay, AIR).width);
        let height = check_rows.saturating_add(GATE_KEYS + 2 + 2 * AIR).min(overlay.height);
        let panel = Area { y: overlay.y + (overlay.height - height) / 2, height, ..overlay };
        Self { panel: Some(panel), inside: inside(panel, AIR), check_rows }
    }

    /// Rows that are left where the sentence can be read whole; `None` where it cannot.
    pub(crate) fn spare_rows(&self) -> Option<u16> {
        self.inside.height.checked_sub(self.check_rows)
    }
}

/// Rows of its keys, and the empty one above them.
const GATE_KEYS: u16 = 4;

/// The part of a panel inside its border and air.
pub(crate) fn inside(area: Area, air: u16) -> Area {
    Area {
        x: area.x + FRAME,
        y: area.y + 1 + air,
        width: area.width.saturating_sub(2 * FRAME),
        height: area.height.saturating_sub(2 + 2 * air),
    }
}

/// What is opened over a page leaves some of it in sight.
fn overlay(whole: Area, framed: bool) -> Area {
    if !framed {
        return whole;
    }
    let width = (MEASURE + 2 * FRAME + 6).min(whole.width - 4);
    Area { x: whole.x + (whole.width - width) / 2, y: whole.y + 1, width, height: whole.height - 2 }
}
