//! What is measured of a guide.

use std::hint::black_box;
use std::sync::Arc;
use std::time::Duration;

use granit_parser::Parser;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use uncramp::app::key::{KeyName, KeyPress};
use uncramp::app::layout::Size;
use uncramp::app::message::Message;
use uncramp::app::settings::Settings;
use uncramp::app::state::State;
use uncramp::app::time::Now;
use uncramp::app::update::update;
use uncramp::guide::check::check;
use uncramp::guide::search::Index;
use uncramp::guide::{Guide, load, raw};
use uncramp::ui::Ui;

use super::{best, grown};

/// Does it with a guide of so many nodes; `None` when it is nothing of a guide.
pub fn measure(what: &str, nodes: usize) -> Option<Duration> {
    let runs = if nodes < 50_000 { 7 } else { 3 };
    let text = || grown::guide(nodes);
    Some(match what {
        "bare" => {
            let text = text();
            best(runs, || bare(&text))
        }
        "check" => {
            let text = text();
            best(runs, || {
                let checked = check("grown.yaml", black_box(text.as_bytes()));
                assert!(checked.problems.list.is_empty());
            })
        }
        "load" => {
            let text = text();
            best(runs, || loaded(&text))
        }
        "index" => {
            let guide = loaded(&text());
            best(runs, || Index::new(&guide))
        }
        "search" => {
            let index = Index::new(&loaded(&text()));
            best(20, || index.search(black_box("question numb"), 50))
        }
        "draw" => draw(loaded(&text())),
        _ => return None,
    })
}

/// The two parses that checking cannot do without.
fn bare(text: &str) -> raw::RawGuide {
    for event in Parser::new_from_str(black_box(text)) {
        black_box(event.expect("it is YAML"));
    }
    serde_yaml::from_str(black_box(text)).expect("it is a guide")
}

fn loaded(text: &str) -> Guide {
    load::parse("grown.yaml", black_box(text.as_bytes())).expect("it is whole")
}

/// A key to another page and its frame; then back, unmeasured.
fn draw(guide: Guide) -> Duration {
    let size = Size { width: 120, height: 40 };
    let mut state = State::new(Arc::new(guide), Settings::default(), size);
    let mut terminal = Terminal::new(TestBackend::new(120, 40)).expect("a screen in memory");
    let ui = Ui::default();
    let mut press = |key: KeyPress| {
        best(1, || {
            update(&mut state, Message::Pressed(key), Now::default());
            terminal.draw(|frame| ui.draw(&state, frame)).expect("a screen in memory");
        })
    };
    let there = |press: &mut dyn FnMut(KeyPress) -> Duration| {
        let time = press(KeyPress::char('2'));
        press(KeyPress::plain(KeyName::Left));
        time
    };
    (0..200).map(|_| there(&mut press)).min().expect("a run")
}
