//! What stands below the menu of the first page: the last nights of the diary, and in a narrow
//! window the stretches of tonight.

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};

use super::RenderContext;
use super::badge::badge;
use super::diary::last_nights;
use super::panel::Panel;
use super::preview::start;
use super::strip;
use super::text::Column;
use crate::app::page::node;
use crate::guide::markup;
use crate::stretch::plan::{Options, Plan};
use crate::text::messages::charts as words;

/// Draws what fits below the menu.
pub(crate) fn below(area: Rect, buf: &mut Buffer, context: RenderContext<'_>) {
    let state = context.state;
    let is_wide = state.layout().pane.is_some();
    match (state.has_last_nights(), is_wide) {
        (true, true) => nights(area, buf, context),
        (false, true) => {}
        (false, false) => tonight(area, buf, context),
        (true, false) => {
            let halves = Layout::horizontal([Constraint::Fill(1); 2]).spacing(1);
            let [left, right] = halves.areas(area);
            tonight(left, buf, context);
            nights(right, buf, context);
        }
    }
}

fn nights(area: Rect, buf: &mut Buffer, context: RenderContext<'_>) {
    let RenderContext { state, theme, glyphs } = context;
    let panel = Panel { title: words::LAST_NIGHTS, right: words::KEY_DIARY, ..Panel::default() };
    panel.draw(area, buf, (theme, glyphs));
    let inner = Rect {
        x: area.x + 3,
        y: area.y + 1,
        width: area.width.saturating_sub(6),
        height: area.height.saturating_sub(2),
    };
    last_nights(inner, buf, state.diary_status.compared(), (theme, glyphs));
}

/// The stretches of tonight.
fn tonight(area: Rect, buf: &mut Buffer, context: RenderContext<'_>) {
    let RenderContext { state, theme, glyphs } = context;
    let Some(id) = state.fitting_routine() else {
        return;
    };
    let Some(routine) = state.guide.routines.get(id) else {
        return;
    };
    let length = node::length(&state.guide, id);
    let panel = Panel { title: &markup::clean(&routine.title), right: &length, ..Panel::default() };
    let inner = panel.draw(area, buf, (theme, glyphs));
    let mut column = Column::new(inner, buf);
    column.text(state.guide.safety(), theme.warning);
    let options = Options { first: state.settings.first_leg, ..Options::default() };
    if let Ok(plan) = Plan::new(id, routine, options)
        && column.left() >= 4
    {
        column.skip(1);
        let row = column.take(strip::ROWS);
        strip::draw(row, column.buf(), &plan.phases, None, (theme, glyphs));
    }
    if let Some(starts) = start(state, id) {
        let spare = column.left().saturating_sub(1).min(1);
        column.skip(spare);
        let row = column.take(1);
        if row.height > 0 {
            badge(column.buf(), (row.x, row.y), starts, theme.accent, theme);
        }
    }
}
