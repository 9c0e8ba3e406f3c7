//! A guide file of any content: refused with problems that have a place, or
//! used without a fault.

use std::sync::Arc;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use uncramp::app::key::KeyPress;
use uncramp::app::layout::Size;
use uncramp::app::message::Message;
use uncramp::app::settings::Settings;
use uncramp::app::state::State;
use uncramp::app::time::Now;
use uncramp::app::update::update;
use uncramp::guide::check::check;
use uncramp::guide::problem::{Problems, text};
use uncramp::guide::{Guide, graph, load, paths, search};
use uncramp::ui::Ui;

use super::printed::is_safe;

/// Checks it as `uncramp check` does, and opens it when it has no error.
pub fn run(data: &[u8]) {
    has_places(&check("fuzz.yaml", data).problems);
    match load::parse("fuzz.yaml", data) {
        Ok(guide) => open(guide),
        Err(problems) => assert!(problems.errors() > 0, "refused without a reason"),
    }
}

fn has_places(problems: &Problems) {
    for problem in &problems.list {
        assert!(problem.line > 0 && problem.column > 0, "{problem:?}");
        assert!(problem.span.end <= problems.text.len(), "{problem:?}");
        assert!(problems.text.get(problem.span.clone()).is_some(), "{problem:?}");
    }
    is_safe(&problems.to_string());
    is_safe(&text::render(problems, false));
    assert!(problems.document()["problems"].is_array());
}

/// Everything that reads a guide.
fn open(guide: Guide) {
    let mut drawn = Vec::new();
    graph::text(&guide, &mut drawn).expect("memory takes all");
    graph::dot(&guide, &mut drawn).expect("memory takes all");
    is_safe(std::str::from_utf8(&drawn).expect("text"));
    let _ = paths::count(&guide);
    assert!(paths::list(&guide).take(20).count() > 0, "no way at all");
    let _ = search::Index::new(&guide).search("a", 5);
    let size = Size { width: 80, height: 24 };
    let mut state = State::new(Arc::new(guide), Settings::default(), size);
    let mut terminal = Terminal::new(TestBackend::new(80, 24)).expect("a screen in memory");
    let ui = Ui::default();
    for key in ['1', 's', '2', '0', 'c', 'e', '1', 'i', 'q'] {
        update(&mut state, Message::Pressed(KeyPress::char(key)), Now::default());
        let drawn = terminal.draw(|frame| ui.draw(&state, frame));
        let drawn = drawn.expect("a screen in memory");
        for cell in &drawn.buffer.content {
            is_safe(cell.symbol());
        }
    }
    is_safe(&state.exit_text());
}
