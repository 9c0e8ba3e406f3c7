//! A page in a window: which panels it takes, where they stand, and which lines are in them. Plain
//! arithmetic on page and size, so that keys and drawing agree.

use std::ops::Range;

use super::flow::{Flow, Medium, Spacing, names_beside_badge};
use super::{FlowLine, Item, Page, PageBlock, PageLines, PageSection, SectionKind};
use crate::app::layout::{AIR, Area, FRAME, inside};
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
    /// What the page is there for.
    pub(crate) purpose: PagePurpose,
    /// Columns of the page and what stands beside it.
    pub(crate) whole: u16,
}

/// What a page is there for, which decides what becomes of rows that are left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PagePurpose {
    /// It is read, and its text has all rows.
    Reading,
    /// Something else stands below it.
    AboveOthers,
    /// It lists what a search found.
    Search,
    /// It lies over another page, of which it covers no more than it needs.
    Overlay,
}

/// How close together panels and their lines stand.
#[derive(Clone, Copy)]
struct Density {
    spacing: Spacing,
    /// Empty rows inside a border.
    air: u16,
}

/// Arranges a page in an area: in panels with as much air as there is room for, else in one panel
/// that scrolls.
pub(crate) fn arrange(page: &Page, body: Area, framing: Framing) -> ScreenPage {
    let first = page.sections.first();
    let in_bar = SectionKind::Verdict(Care::Emergency);
    let is_shown = |section: &&PageSection| page.big.is_none() || section.kind != in_bar;
    let shown: Vec<&PageSection> = page.sections.iter().filter(is_shown).collect();
    let bars = bar_rows(page, body.height);
    let is_list = framing.purpose == PagePurpose::Search && body.height >= HIGH;
    if framing.framed && !is_list {
        for rows in bars {
            let (bar, body) = bar(page, body, framing.whole, *rows);
            if let Some(placed) = panels(page, &shown, body, framing) {
                return ScreenPage { bar, ..placed };
            }
        }
    }
    let least = bars.last().copied().unwrap_or(0);
    let (bar, body) = bar(page, body, framing.whole, least);
    let is_verdict = matches!(first.map(|first| first.kind), Some(SectionKind::Verdict(_)));
    let scrolls = framing.framed && is_verdict && !is_list;
    let scrolling = scrolls.then(|| above_the_rest(&shown, body, framing)).flatten();
    let out = scrolling.unwrap_or_else(|| {
        let title = first.map_or("", |section| section.title.as_str());
        let spacing = if framing.framed && is_list { Spacing::Roomy } else { Spacing::Tight };
        let mut out = ScreenPage::default();
        in_one(&mut out, &shown, title, body, spacing, framing);
        out
    });
    ScreenPage { bar, ..out }
}

/// Rows from which on the hits of a search have free rows between them.
const HIGH: u16 = 18;

/// Each section in a panel of its own, with as much air as there is room for, also for what stands
/// below them.
fn panels(page: &Page, shown: &[&PageSection], body: Area, framing: Framing) -> Option<ScreenPage> {
    let (least, wished) = match &page.sources {
        _ if framing.purpose == PagePurpose::AboveOthers => (LEAST_REST, body.height / 4 + 1),
        // In an emergency air between the steps is worth more.
        _ if page.big.is_some() => (0, 0),
        Some(sources) => (3, 2 + u16::try_from(sources.blocks.len()).unwrap_or(3).min(3)),
        None => (0, 0),
    };
    let tries = [
        Density { spacing: Spacing::Roomy, air: AIR },
        Density { spacing: Spacing::Roomy, air: 0 },
        Density { spacing: Spacing::Airy, air: AIR },
        Density { spacing: Spacing::Close, air: AIR },
        Density { spacing: Spacing::Close, air: 0 },
        Density { spacing: Spacing::Tight, air: 0 },
        Density { spacing: Spacing::Dense, air: 0 },
    ];
    let tries = tries.iter().filter(|density| match (density.spacing, framing.purpose) {
        // Fields that are typed in stand apart.
        (Spacing::Roomy, purpose) => density.air > 0 || purpose == PagePurpose::Overlay,
        (Spacing::Dense, purpose) => purpose == PagePurpose::AboveOthers,
        _ => true,
    });
    let mut fitting = Vec::new();
    for density in tries {
        if let Some((out, rest)) = in_panels(shown, body, *density) {
            let is_enough = rest.height >= wished;
            fitting.push((out, rest, density.spacing));
            if is_enough {
                break;
            }
        }
    }
    let found = [wished, least, 0]
        .into_iter()
        .find_map(|rows| fitting.iter().position(|(_, rest, _)| rest.height >= rows))?;
    let (mut out, rest, spacing) = fitting.swap_remove(found);
    if framing.purpose == PagePurpose::AboveOthers {
        out.rest = (rest.height >= LEAST_REST).then_some(rest);
    } else if let Some(all) = &page.sources {
        sources(&mut out, all, rest, spacing);
    }
    if framing.purpose == PagePurpose::Overlay {
        let used = out.panels.last().map_or(0, |last| last.area.y + last.area.height - body.y);
        for panel in &mut out.panels {
            panel.area.y += (body.height - used) / 2;
            panel.inner.y += (body.height - used) / 2;
        }
    } else if out.rest.is_none() {
        fill(&mut out.panels, body);
    }
    Some(out)
}

/// As many sources as have room below the page.
fn sources(out: &mut ScreenPage, all: &PageSection, rest: Area, spacing: Spacing) {
    let rows = |air| usize::from(rest.height.saturating_sub(2 + 2 * air)).min(all.blocks.len());
    let air = if rows(AIR) == rows(0) { AIR } else { 0 };
    if rows(air) > 0 {
        let shown = PageSection { blocks: all.blocks[..rows(air)].to_vec(), ..all.clone() };
        let _ = place(out, &shown, rest, Density { spacing, air });
        out.height = out.lines.len();
    }
}

/// Rows of the bar of an emergency, as many as there is room for.
fn bar_rows(page: &Page, height: u16) -> &'static [u16] {
    let Some(big) = &page.big else { return &[0] };
    let in_letters = big.chars().count() <= LARGE_LETTERS;
    match height {
        0..4 => &[1],
        4..16 => &[2],
        16..26 if in_letters => &[5],
        _ if in_letters => &[6],
        16..26 => &[3, 2],
        _ => &[5],
    }
}

/// The bar of an emergency, and what is left below it.
fn bar(page: &Page, body: Area, whole: u16, rows: u16) -> (Option<WarningBar>, Area) {
    let Some(big) = &page.big else { return (None, body) };
    let bar = WarningBar {
        area: Area { height: rows.min(body.height), width: whole.max(body.width), ..body },
        big: big.clone(),
        words: page.urgency.clone().unwrap_or_default(),
    };
    let gap = u16::from(body.height >= 20);
    let taken = (rows + gap).min(body.height);
    let rest = Area { y: body.y + taken, height: body.height - taken, ..body };
    (Some(bar), rest)
}

/// Each section in a panel of its own, where all of them fit, and what is left below them.
fn in_panels(shown: &[&PageSection], body: Area, density: Density) -> Option<(ScreenPage, Area)> {
    let mut out = ScreenPage::default();
    let mut rest = body;
    for section in shown {
        // The header names the page already.
        if section.blocks.is_empty() && shown.len() > 1 {
            continue;
        }
        let height = place(&mut out, section, rest, density)?;
        let taken = (height + u16::from(density.spacing == Spacing::Roomy)).min(rest.height);
        rest = Area { y: rest.y + taken, height: rest.height - taken, ..rest };
    }
    out.height = out.lines.len().max(1);
    Some((out, rest))
}

/// A section in a panel at the top of an area; gives back its height. `None` where it does not fit.
fn place(out: &mut ScreenPage, section: &PageSection, rest: Area, density: Density) -> Option<u16> {
    let width = usize::from(rest.width.saturating_sub(2 * FRAME));
    let Density { spacing, air } = density;
    let spacing = match (section.kind, spacing) {
        // Evidence is not part of the sentence above it; what is urgent needs the rows.
        (SectionKind::Verdict(Care::SelfCare | Care::Routine), Spacing::Close | Spacing::Tight) => {
            Spacing::Airy
        }
        _ => spacing,
    };
    let mut flow = Flow::new(width, Medium::Panel(spacing));
    flow.blocks(section);
    let lines = flow.finish();
    // A single line is worth less air than steps that stand apart.
    let air = if spacing == Spacing::Airy && lines.lines.len() == 1 { 0 } else { air };
    let height = u16::try_from(lines.lines.len()).ok()? + 2 + 2 * air;
    if height > rest.height {
        return None;
    }
    let area = Area { height, ..rest };
    let (kind, title) = (section.kind, section.title.clone());
    add(out, PlacedPanel { kind, title, area, inner: inside(area, air), lines: 0..0 }, lines);
    Some(height)
}

/// Gives the rows that are left to the panel with the text, else to the last.
fn fill(panels: &mut [PlacedPanel], body: Area) {
    let Some(last) = panels.last().map(|panel| panel.area) else { return };
    let spare = (body.y + body.height).saturating_sub(last.y + last.height);
    let find = |kind| panels.iter().rposition(|panel| panel.kind == kind);
    let text = find(SectionKind::Text).or_else(|| find(SectionKind::Head));
    let (_, from) = panels.split_at_mut(text.unwrap_or(panels.len() - 1));
    let [taller, below @ ..] = from else { return };
    taller.area.height += spare;
    taller.inner.height += spare;
    for panel in below {
        panel.area.y += spare;
        panel.inner.y += spare;
    }
}

/// Fewest rows below a short page that are used for something else.
const LEAST_REST: u16 = 5;

/// The first sections in panels of their own, and below them all others in one that scrolls.
fn above_the_rest(sections: &[&PageSection], body: Area, framing: Framing) -> Option<ScreenPage> {
    (2..sections.len()).rev().find_map(|count| {
        let mut fitting = [(Spacing::Close, AIR), (Spacing::Tight, 0)]
            .map(|(spacing, air)| Density { spacing, air })
            .into_iter()
            .filter_map(|density| {
                split(&sections[..count], &sections[count..], body, density, framing)
            });
        let first = fitting.next()?;
        // Where not all of the text is seen, rows are worth more to it than air above it.
        let is_whole = first.lines.len() - first.fixed <= first.height;
        Some(if is_whole { first } else { fitting.next().unwrap_or(first) })
    })
}

fn split(
    above: &[&PageSection],
    below: &[&PageSection],
    body: Area,
    density: Density,
    framing: Framing,
) -> Option<ScreenPage> {
    let top = Area { height: body.height.checked_sub(LEAST_SCROLLED)?, ..body };
    let (mut out, _) = in_panels(above, top, density)?;
    let last = out.panels.last()?.area;
    let y = last.y + last.height;
    let area = Area { y, height: body.y + body.height - y, ..body };
    out.fixed = out.lines.len();
    in_one(&mut out, below, &below.first()?.title, area, Spacing::Tight, framing);
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
    spacing: Spacing,
    framing: Framing,
) {
    let mut inner = if framing.framed {
        inside(body, 0)
    } else {
        // The mark of the selected row stands before it.
        let mark = 2.min(body.width.saturating_sub(1));
        Area { x: body.x + mark, width: body.width - mark, ..body }
    };
    let flow = |spacing| {
        let mut flow = Flow::new(usize::from(inner.width), Medium::Panel(spacing));
        for (index, section) in sections.iter().enumerate() {
            if index == 0 && framing.framed {
                flow.blocks(section);
            } else {
                flow.section(section);
            }
        }
        flow.finish()
    };
    let mut lines = flow(spacing);
    let mut blocks = sections.iter().take(1).flat_map(|section| &section.blocks);
    let is_list = blocks.any(|block| matches!(block, PageBlock::Choice(_)));
    if is_list && body.height < LOW && lines.lines.len() > usize::from(body.height) {
        lines = flow(Spacing::Bare);
    }
    let fits_with_air = lines.lines.len() + 2 * usize::from(AIR) <= usize::from(inner.height);
    if framing.framed && (fits_with_air || spacing == Spacing::Roomy) {
        inner = inside(body, AIR);
    }
    out.height = usize::from(inner.height);
    let kind = sections.first().map_or(SectionKind::Head, |section| section.kind);
    add(out, PlacedPanel { kind, title: title.to_owned(), area: body, inner, lines: 0..0 }, lines);
}

/// In fewer rows a list that does not fit has no empty rows, and a menu no hints.
const LOW: u16 = 14;

/// Adds a panel with these lines.
fn add(out: &mut ScreenPage, mut panel: PlacedPanel, PageLines { lines, items }: PageLines) {
    let from = out.lines.len();
    out.lines.extend(lines);
    panel.lines = from..out.lines.len();
    let moved = |lines: &Range<usize>| lines.start + from..lines.end + from;
    out.items.extend(items.into_iter().map(|item| Item { lines: moved(&item.lines), ..item }));
    let is_verdict = matches!(panel.kind, SectionKind::Verdict(_));
    if is_verdict && names_beside_badge(panel.inner.width.into()) {
        panel.title.clear();
    }
    out.panels.push(panel);
}
