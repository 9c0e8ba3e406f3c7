//! A page in a window: which panels it takes, where they stand, and which lines are in them. Plain
//! arithmetic on page and size, so that keys and drawing agree.

use std::ops::Range;

use super::flow::{Flow, Medium, Spacing};
use super::{FlowLine, Item, Page, PageLines, PageSection, SectionKind};
use crate::app::layout::{AIR, Area, FRAME};
use crate::guide::raw::Care;

/// A page arranged for an area of the screen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ScreenPage {
    /// On a page about an emergency, the bar above everything else.
    pub bar: Option<WarningBar>,
    /// The panels, top to bottom: one for each section, or one in which all of them scroll.
    pub panels: Vec<PlacedPanel>,
    /// The lines of all panels.
    pub lines: Vec<FlowLine>,
    /// What can be chosen in them.
    pub items: Vec<Item>,
    /// How many of the lines, the first, are always seen.
    pub fixed: usize,
    /// How many of the others are seen at once.
    pub height: usize,
    /// Rows that are left below.
    pub rest: Option<Area>,
}

/// What to do now, over the full width.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WarningBar {
    /// Where it stands.
    pub area: Area,
    /// In a few words, for large letters.
    pub big: String,
    /// The same in the words of the care level.
    pub words: String,
}

/// A panel with its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedPanel {
    /// What its first section is for.
    pub kind: SectionKind,
    /// Its title.
    pub title: String,
    /// With its border.
    pub area: Area,
    /// Inside border and air.
    pub inner: Area,
    /// Its lines among those of the page.
    pub lines: Range<usize>,
}

/// Letters that stand in large ones beside the badge of the bar.
const LARGE_LETTERS: usize = 16;

/// How panels are drawn in a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Framing {
    /// Whether there is room for borders.
    pub(crate) framed: bool,
    /// Whether what is left below a short page is used for something else.
    pub(crate) keeps_rest: bool,
    /// Columns of the page and what stands beside it.
    pub(crate) whole: u16,
}

/// Arranges a page in an area: in panels with as much air as there is room for, else in one panel
/// that scrolls.
pub(crate) fn arrange(page: &Page, body: Area, framing: Framing) -> ScreenPage {
    let (bar, body) = bar(page, body, framing.whole);
    let first = page.sections.first();
    let without_bar = bar.is_none();
    let shown: Vec<&PageSection> = page
        .sections
        .iter()
        .filter(|section| without_bar || section.kind != SectionKind::Verdict(Care::Emergency))
        .collect();
    let title = first.map_or("", |section| section.title.as_str());
    let panels = if framing.framed {
        let tries = [Spacing::Roomy, Spacing::Close, Spacing::Tight];
        let mut fitting =
            tries.into_iter().filter_map(|spacing| in_panels(&shown, body, spacing, framing));
        let first = fitting.next();
        match first {
            Some(page) if framing.keeps_rest && page.rest.is_none() => {
                Some(fitting.find(|page| page.rest.is_some()).unwrap_or(page))
            }
            first => first,
        }
    } else {
        None
    };
    let panels = panels.or_else(|| {
        let is_verdict = matches!(first?.kind, SectionKind::Verdict(_)) && framing.framed;
        is_verdict.then(|| above_the_rest(&shown, body, framing))?
    });
    let mut out = panels.unwrap_or_else(|| {
        let mut out = ScreenPage::default();
        in_one(&mut out, &shown, title, body, framing);
        out
    });
    out.bar = bar;
    out
}

/// The bar of an emergency, and what is left below it.
fn bar(page: &Page, body: Area, whole: u16) -> (Option<WarningBar>, Area) {
    let Some(big) = &page.big else {
        return (None, body);
    };
    let in_letters = big.chars().count() <= LARGE_LETTERS;
    let rows = match body.height {
        0..4 => 1,
        4..16 => 2,
        16..26 if in_letters => 5,
        _ if in_letters => 6,
        16..26 => 2,
        _ => 5,
    };
    let bar = WarningBar {
        area: Area { height: rows.min(body.height), width: whole.max(body.width), ..body },
        big: big.clone(),
        words: page.urgency.clone().unwrap_or_default(),
    };
    let gap = u16::from(body.height >= 26);
    let taken = (rows + gap).min(body.height);
    let rest = Area { y: body.y + taken, height: body.height - taken, ..body };
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
        let mut flow =
            Flow::new(usize::from(body.width.saturating_sub(2 * FRAME)), Medium::Panel(spacing));
        flow.blocks(section);
        let lines = flow.finish();
        if lines.lines.is_empty() && sections.len() > 1 {
            // The header names the page already.
            continue;
        }
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
        out.rest = (left >= 6).then_some(Area { y, height: left, ..body });
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

/// The first sections in panels of their own, and below them all others in one that scrolls.
fn above_the_rest(sections: &[&PageSection], body: Area, framing: Framing) -> Option<ScreenPage> {
    let top = Area { height: body.height.checked_sub(LEAST_SCROLLED)?, ..body };
    let keeping = Framing { keeps_rest: true, ..framing };
    let (mut out, below) = (2..sections.len()).rev().find_map(|count| {
        let (above, below) = sections.split_at(count);
        let fitting = [Spacing::Close, Spacing::Tight]
            .into_iter()
            .find_map(|spacing| in_panels(above, top, spacing, keeping))?;
        Some((fitting, below))
    })?;
    let last = out.panels.last()?.area;
    let y = last.y + last.height;
    let area = Area { y, height: body.y + body.height - y, ..body };
    out.fixed = out.lines.len();
    out.rest = None;
    in_one(&mut out, below, &below.first()?.title, area, framing);
    Some(out)
}

/// Fewest rows of a panel that scrolls below others.
const LEAST_SCROLLED: u16 = 8;

/// Everything in one panel that scrolls, or without any where there is no room for borders.
fn in_one(
    out: &mut ScreenPage,
    sections: &[&PageSection],
    title: &str,
    body: Area,
    framing: Framing,
) {
    let inner = if framing.framed {
        inside(body, 0)
    } else {
        // The mark of the selected row stands before it.
        let mark = 2.min(body.width.saturating_sub(1));
        Area { x: body.x + mark, width: body.width - mark, ..body }
    };
    let mut flow = Flow::new(usize::from(inner.width), Medium::Panel(Spacing::Tight));
    for (index, section) in sections.iter().enumerate() {
        if index == 0 && framing.framed {
            flow.blocks(section);
        } else {
            flow.section(section);
        }
    }
    let from = out.lines.len();
    append(out, flow.finish());
    out.height = usize::from(inner.height);
    out.panels.push(PlacedPanel {
        kind: sections.first().map_or(SectionKind::Head, |section| section.kind),
        title: title.to_owned(),
        area: body,
        inner,
        lines: from..out.lines.len(),
    });
}

fn append(out: &mut ScreenPage, lines: PageLines) {
    let from = out.lines.len();
    out.lines.extend(lines.lines);
    out.items.extend(
        lines
            .items
            .into_iter()
            .map(|item| Item { lines: item.lines.start + from..item.lines.end + from, ..item }),
    );
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
