//! The screens: each reads the state and writes a frame, nothing else.
//!
//! ```text
//! Leg cramps › None of these › None of these › At night     │  Bedtime
//!                                                           │
//!   What eases it?                                          │     (figure)
//!   ...                                                     │
//! › 1  Stretching it                                        │  Calf at the wall
//!   2  Moving about                                         │  2:50 in all
//!   0  Not sure                                             │  s  start
//!                                                           │
//! Enter choose   0 not sure   Left back   e danger signs   ? keys   q leave
//! ```

pub(crate) mod badge;
pub mod chrome;
pub mod diary;
pub mod digits;
pub mod exercise;
pub mod figure;
pub mod glyphs;
pub mod memo;
pub mod page;
pub(crate) mod panel;
pub mod preview;
pub mod rescue;
pub mod safety_gate;
pub(crate) mod text;
pub mod theme;
pub mod timer;

use ratatui::Frame;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};

use crate::app::layout::Area;
use crate::app::settings::ThemeChoice;
use crate::app::state::State;
use crate::app::view::View;
use glyphs::Glyphs;
use memo::Memo;
use theme::Theme;

/// Draws the screen. A frame depends on the state alone; what is kept only saves work.
#[derive(Debug, Default)]
pub struct Ui {
    preview: Memo<preview::Key>,
    figure: figure::FigureMemo,
}

/// What every part of a frame is drawn with.
#[derive(Debug, Clone, Copy)]
pub struct RenderContext<'a> {
    /// The program.
    pub state: &'a State,
    /// How everything looks.
    pub theme: &'a Theme,
    /// Signs that are not letters.
    pub glyphs: &'a Glyphs,
}

impl Ui {
    /// Draws the whole screen.
    pub fn draw(&mut self, state: &State, frame: &mut Frame<'_>) {
        let choice = match (state.overlays.last(), state.theme()) {
            // The dark room stays dark, whatever one reads in by day.
            (Some(View::Standby), ThemeChoice::Light | ThemeChoice::Dark) => ThemeChoice::Night,
            (_, choice) => choice,
        };
        let theme = Theme::of(choice, state.settings.depth);
        let context = RenderContext {
            state,
            theme: &theme,
            glyphs: Glyphs::of(state.settings.ascii),
        };
        let whole = frame.area();
        let buf = frame.buffer_mut();
        let mut blank = Cell::EMPTY;
        blank.set_style(theme.ground);
        buf.content.fill(blank);
        if whole.is_empty() || whole.width < state.size.width || whole.height < state.size.height {
            return;
        }
        let cursor = match state.overlays.last() {
            Some(View::Standby) => None,
            Some(View::Diary(charts)) => {
                exercise::diary(buf, context, charts);
                None
            }
            Some(View::Rescue(cramp)) => {
                exercise::rescue(buf, context, cramp);
                None
            }
            Some(View::Timer(timer)) if state.layout().pane.is_none() => {
                exercise::full(buf, context, timer, &mut self.figure);
                None
            }
            _ => self.guide(buf, context),
        };
        if let Some(cursor) = cursor {
            frame.set_cursor_position(cursor);
        }
    }

    /// The guide with what lies above it, and the timer pane where there is room.
    fn guide(&mut self, buf: &mut Buffer, context: RenderContext<'_>) -> Option<Position> {
        let RenderContext {
            state,
            theme,
            glyphs,
        } = context;
        let layout = state.layout();
        if let Some(area) = layout.trail {
            let far: [(&str, _); 0] = [];
            let crumbs = chrome::crumbs(state);
            chrome::header(area, buf, (theme, glyphs), &crumbs, &far);
        }
        let cursor = match state.overlays.last() {
            Some(View::SafetyGate(errand)) => {
                safety_gate::draw(layout.body, buf, state, errand, theme);
                None
            }
            _ => {
                let area = chrome::beside_notice(layout, state);
                let page = state.visible_page();
                // A session beside the page has the keys.
                let chooses = !matches!(state.overlays.last(), Some(View::Timer(_)));
                page::draw(area, buf, page, chooses, (theme, glyphs))
                    .or_else(|| page::field(area, page, state.context()))
            }
        };
        if let Some(pane) = layout.pane {
            let timer = state.overlays.iter().rev().find_map(|view| match view {
                View::Timer(timer) => Some(timer),
                _ => None,
            });
            match timer {
                Some(timer) => exercise::beside(pane.into(), buf, context, timer, &mut self.figure),
                None => preview::draw(pane.into(), buf, state, (theme, glyphs), &mut self.preview),
            }
        }
        chrome::below(layout, buf, state, theme);
        cursor
    }
}

impl From<Area> for Rect {
    fn from(area: Area) -> Self {
        Self {
            x: area.x,
            y: area.y,
            width: area.width,
            height: area.height,
        }
    }
}
