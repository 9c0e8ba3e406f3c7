//! A page in a window: which panels it takes, where they stand, and which lines are in them. Plain
//! arithmetic on page and size, so that keys and drawing agree.

use std::ops::Range;

use super::flow::{Flow, Medium, Spacing};
use super::{Item, Line, Page, PageLines, PageSection, SectionKind};
use crate::app::layout::{AIR, Area, FRAME};
use crate::guide::raw::Care;

/// A page arranged for an area of the screen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct ScreenPage {
    /// On a page about an emergency, the bar above everything else.
    pub(crate) bar: Option<WarningBar>,
    /// The panels, top to bottom: one for each section, or one in which all of them scroll.
    pub(crate) panels: Vec<PlacedPanel>,
    /// The lines of all panels.
    pub(crate) lines: Vec<Line>,
    /// What can be chosen in them.
    pub(crate) items: Vec<Item>,
    /// How many lines are seen at once.
    pub(crate) height: usize,
    /// Rows that are left below.
    pub(crate) rest: Option<Area>,
}

/// What to do now, over the full width.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct WarningBar {
    /// Where it stands.
    pub(crate) area: Area,
    /// In a few words, for large letters.
    pub(crate) big: String,
    /// The same in the words of the care level.
    pub(crate) words: String,
}

/// A panel with its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PlacedPanel {
    /// What its first section is for.
    pub(crate) kind: SectionKind,
    /// Its title.
    pub(crate) title: String,
    /// With its border.
    pub(crate) area: Area,
    /// Inside border and air.
    pub(crate) inner: Area,
    /// Its lines among those of the page.
    pub(crate) lines: Range<usize>,
}

/// How panels are drawn in a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Framing {
    /// Whether there is room for borders.
    pub(crate) framed: bool,
    /// Whether what is left below a short page is used for something else.
    pub(crate) keeps_rest: bool,
}

/// Arranges a page in an area: in panels with as much air as there is room for, else in one panel
/// that scrolls.
pub(crate) fn arrange(page: &Page, body: Area, framing: Framing) -> ScreenPage {
    let (bar, body) = bar(page, body);
    let first = page.sections.first();
    let without_bar = bar.is_none();
    let shown: Vec<&PageSection> = page
        .sections
        .iter()
        .filter(|section| without_bar || section.kind != SectionKind::Verdict(Care::Emergency))
        .collect();
    let title = first.map_or("", |section| section.title.as_str());
    let panels = if framing.framed {
        [Spacing::Roomy, Spacing::Close, Spacing::Tight]
            .into_iter()
            .find_map(|spacing| in_panels(&shown, body, spacing, framing))
    } else {
        None
    };
    let arranged = panels.unwrap_or_else(|| in_one(&shown, title, body, framing));
    ScreenPage { bar, ..arranged }
}

/// The bar of an emergency, and what is left below it.
fn bar(page: &Page, body: Area) -> (Option<WarningBar>, Area) {
    let Some(big) = &page.big else {
        return (None, body);
    };
    let rows = match body.height {
        0..4 => 1,
        4..16 => 2,
        16..26 => 5,
        _ => 6,
    };
    let bar = WarningBar {
        area: Area {
            height: rows.min(body.height),
            ..body
        },
        big: big.clone(),
        words: page.urgency.clone().unwrap_or_default(),
    };
    let gap = u16::from(body.height >= 26);
    let taken = (rows + gap).min(body.height);
    let rest = Area {
        y: body.y + taken,
        height: body.height - taken,
        ..body
    };
    (Some(bar), rest)
}

/// Each section in a panel of its own, where all of them fit.
fn in_panels(
    sections: &[&PageSection],
    body: Area,
    spacing: Spacing,
    framing: Framing,
) -> Option<ScreenPage> {
    let roomy = spacing == Spacing::Roomy;
    let air = if spacing == Spacing::Tight { 0 } else { AIR };
    let gap = u16::from(roomy);
    let mut out = ScreenPage::default();
    let mut y = body.y;
    for section in sections {
        let mut flow = Flow::new(
            usize::from(body.width.saturating_sub(2 * FRAME)),
            Medium::Panel(spacing),
        );
        flow.blocks(section);
        let lines = flow.finish();
        let count = u16::try_from(lines.lines.len()).ok()?;
        let height = count + 2 + 2 * air;
        if y + height > body.y + body.height {
            return None;
        }
        let area = Area { y, height, ..body };
        let from = out.lines.len();
        append(&mut out, lines);
        out.panels.push(PlacedPanel {
            kind: section.kind,
            title: section.title.clone(),
            area,
            inner: inside(area, air),
            lines: from..out.lines.len(),
        });
        y += height + gap;
    }
    let left = (body.y + body.height).saturating_sub(y);
    if framing.keeps_rest {
        out.rest = (left >= 7).then_some(Area {
            y,
            height: left,
            ..body
        });
    }
    if out.rest.is_none()
        && let Some(last) = out.panels.last_mut()
    {
        last.area.height = body.y + body.height - last.area.y;
        last.inner = inside(last.area, air);
    }
    out.height = out.lines.len().max(1);
    Some(out)
}

/// Everything in one panel that scrolls, or without any where there is no room for borders.
fn in_one(sections: &[&PageSection], title: &str, body: Area, framing: Framing) -> ScreenPage {
    let inner = if framing.framed {
        inside(body, 0)
    } else {
        // The mark of the selected row stands before it.
        let mark = 2.min(body.width.saturating_sub(1));
        Area {
            x: body.x + mark,
            width: body.width - mark,
            ..body
        }
    };
    let mut flow = Flow::new(usize::from(inner.width), Medium::Panel(Spacing::Tight));
    for (index, section) in sections.iter().enumerate() {
        if index == 0 && framing.framed {
            flow.blocks(section);
        } else {
            flow.section(section);
        }
    }
    let lines = flow.finish();
    let mut out = ScreenPage {
        height: usize::from(inner.height),
        ..ScreenPage::default()
    };
    append(&mut out, lines);
    out.panels.push(PlacedPanel {
        kind: sections
            .first()
            .map_or(SectionKind::Head, |section| section.kind),
        title: title.to_owned(),
        area: body,
        inner,
        lines: 0..out.lines.len(),
    });
    out
}

fn append(out: &mut ScreenPage, lines: PageLines) {
    let from = out.lines.len();
    out.lines.extend(lines.lines);
    out.items.extend(lines.items.into_iter().map(|item| Item {
        lines: item.lines.start + from..item.lines.end + from,
        ..item
    }));
}

/// The part of a panel inside its border and air.
fn inside(area: Area, air: u16) -> Area {
    Area {
        x: area.x + FRAME,
        y: area.y + 1 + air,
        width: area.width.saturating_sub(2 * FRAME),
        height: area.height.saturating_sub(2 + 2 * air),
    }
}
