//! The screens: each reads the state and writes a frame, nothing else.

mod bar;
pub(crate) mod chrome;
pub mod diary;
pub(crate) mod digits;
pub mod figure;
pub mod glyphs;
pub(crate) mod letters;
pub(crate) mod page;
pub(crate) mod panel;
pub(crate) mod preview;
pub(crate) mod rescue;
pub(crate) mod safety_gate;
pub(crate) mod search;
pub(crate) mod standby;
pub(crate) mod text;
pub mod theme;
pub(crate) mod timeline;
pub(crate) mod timer;

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::footer;
use crate::app::layout::Area;
use crate::app::page::arrange::ScreenPage;
use crate::app::settings::ThemeChoice;
use crate::app::state::State;
use crate::app::view::View;
use crate::guide::trail::PagePlace;
use figure::FigureMemo;
use page::PageLook;
use theme::Theme;

/// Draws the screen. A frame depends on the state alone; the last figure is kept to save work.
#[derive(Debug, Default)]
pub struct Ui {
    figure: FigureMemo,
}

/// What every part of a frame is drawn with.
#[derive(Debug, Clone, Copy)]
pub struct RenderContext<'a> {
    /// The program.
    pub state: &'a State,
    /// How everything looks.
    pub theme: &'a Theme,
    /// The last drawing of the body.
    pub figure: &'a FigureMemo,
}

impl Ui {
    /// Draws the whole screen.
    pub fn draw(&self, state: &State, frame: &mut Frame<'_>) {
        let choice = match (state.overlays.last(), state.theme()) {
            // Standby is for a dark room, whatever the theme by day.
            (Some(View::Standby { .. }), ThemeChoice::Light | ThemeChoice::Dark) => {
                ThemeChoice::Night
            }
            (_, choice) => choice,
        };
        let theme = Theme::of(choice, state.settings.depth, state.settings.ascii);
        let context = RenderContext { state, theme: &theme, figure: &self.figure };
        let whole = frame.area();
        let buf = frame.buffer_mut();
        panel::fill(whole, buf, theme.ground);
        if whole.is_empty() || whole.width < state.size.width || whole.height < state.size.height {
            return;
        }
        let is_whole = state.overlays.last().is_some_and(|view| whole_screen(buf, context, view));
        if !is_whole && let Some(cursor) = Self::guide(buf, context) {
            frame.set_cursor_position(cursor);
        }
    }

    /// The guide with what lies above it, and the timer pane where there is room.
    fn guide(buf: &mut Buffer, context: RenderContext<'_>) -> Option<Position> {
        let RenderContext { state, theme, .. } = context;
        let layout = state.layout();
        let over = state.overlays.last();
        let below = state.overlays.iter().rev().find(|view| !view.lies_over());
        let covers = over.is_some_and(View::lies_over) && layout.framed;
        let is_whole = covers && below.is_some_and(|view| whole_screen(buf, context, view));
        if let Some(area) = layout.header.filter(|_| !is_whole) {
            let right = chrome::header_right(context);
            chrome::header(area, buf, theme, &chrome::crumbs(state), &right);
        }
        let (page, place) = state.visible_page();
        let cursor = match over {
            Some(View::SafetyGate(_) | View::ListOverlay(_) | View::Form(_)) => {
                if covers && !is_whole {
                    let below = (&state.page_below(), PagePlace::UNSELECTED);
                    Self::page(buf, context, below, false);
                }
                if covers {
                    chrome::dim(buf, theme);
                }
                if let Some(View::SafetyGate(pending)) = over {
                    safety_gate::draw(buf, context, pending);
                    None
                } else {
                    let room = usize::from(layout.overlay.width).saturating_sub(20);
                    let keys = footer::fitting(state, Some((&page, place)), room);
                    let look = PageLook { chooses: true, keys: &keys };
                    page::draw(buf, context, (&page, place), look)
                }
            }
            Some(View::Search(search)) => {
                let field = search::draw(buf, context, search);
                let cursor = Self::page(buf, context, (&page, place), true);
                search::words_below(buf, context, &page);
                search::highlight(buf, context, search.query.text());
                field.or(cursor)
            }
            // The keys belong to a session that runs beside the page.
            Some(View::Timer(_)) => Self::page(buf, context, (&page, place), false),
            _ => Self::page(buf, context, (&page, place), true),
        };
        chrome::notice_and_keys(buf, context, Some((&page, place)));
        cursor
    }

    /// A page, and beside it what the cursor is on or the session that runs.
    fn page(
        buf: &mut Buffer,
        context: RenderContext<'_>,
        (page, place): (&ScreenPage, PagePlace),
        chooses: bool,
    ) -> Option<Position> {
        let state = context.state;
        let look = PageLook { chooses, ..PageLook::default() };
        let cursor = page::draw(buf, context, (page, place), look);
        if let Some(rest) = page.rest {
            preview::below_menu(rest.into(), buf, context);
        }
        if let Some(pane) = state.layout().pane {
            // A bar over the whole width stands above the pane too.
            let bar = page.bar.as_ref().zip(page.panels.first());
            let bar = bar.filter(|(bar, first)| bar.area.width > first.area.width);
            let rows = bar.map_or(0, |(_, first)| first.area.y.saturating_sub(pane.y));
            let beside = text::below(pane.into(), rows);
            let item = page.selected(place).and_then(|at| page.items.get(at));
            match state.timer() {
                Some(timer) => timer::beside(beside, buf, context, timer),
                None => preview::draw(beside, buf, context, item),
            }
        }
        cursor
    }
}

/// Draws a view that needs the whole screen. `false` for one that belongs to the guide.
fn whole_screen(buf: &mut Buffer, context: RenderContext<'_>, view: &View) -> bool {
    match view {
        View::Standby { since } => standby::draw(buf, context, *since),
        View::Diary(view) => diary::draw(buf, context, view),
        View::Rescue(rescue) => rescue::screen(buf, context, rescue),
        View::Timer(timer) if context.state.layout().pane.is_none() => {
            timer::screen(buf, context, timer);
        }
        _ => return false,
    }
    true
}

impl From<Area> for Rect {
    fn from(area: Area) -> Self {
        Self { x: area.x, y: area.y, width: area.width, height: area.height }
    }
}
