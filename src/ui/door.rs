//! The one-line check before a routine.

use ratatui::buffer::Buffer;

use super::lettering::write;
use super::theme::Theme;
use crate::app::layout::Area;
use crate::app::state::State;
use crate::app::view::Errand;
use crate::guide::markup;
use crate::wrap::wrap_plain;

/// Draws the check of who must not stretch, and what is about to start.
pub fn draw(area: Area, buf: &mut Buffer, state: &State, errand: &Errand, theme: &Theme) {
    let (verb, id) = match errand {
        Errand::Start(id) => ("start", id.as_str()),
        Errand::GoOn => {
            let waiting = state.waiting_session();
            let id = waiting.map_or("", |session| &session.plan().routine);
            ("go on with", id)
        }
    };
    let title = state.guide.routine_title(id);
    let check = state.guide.safety();
    let start = format!("Enter: none of these, {verb} \"{title}\"");
    let lines = [
        (check, theme.warning),
        ("", theme.text),
        (start.as_str(), theme.strong),
        ("e: danger signs", theme.text),
        ("Esc: back", theme.quiet),
    ];
    let mut rows = Vec::new();
    for (text, style) in lines {
        let wrapped = wrap_plain(&markup::clean(text), usize::from(area.width));
        if wrapped.is_empty() {
            rows.push((String::new(), style));
        }
        rows.extend(wrapped.into_iter().map(|row| (row, style)));
    }
    // A quarter down, or as much higher as it takes to show all of it.
    let spare = usize::from(area.height).saturating_sub(rows.len());
    let top = area.y + u16::try_from(spare).map_or(0, |spare| spare.min(area.height / 4));
    for (y, (row, style)) in (top..area.y + area.height).zip(rows) {
        write(buf, (area.x, y), &row, usize::from(area.width), style);
    }
}
