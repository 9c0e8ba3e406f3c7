//! What the terminal can do, and how the program would talk in it.

use super::Finding;
use crate::app::settings::ColorDepth;
use crate::commands::setup::Setup;

/// Terminal, size, colours, characters and mode. What does not matter here is left out.
pub(super) fn findings(setup: &Setup) -> Vec<Finding> {
    let environment = &setup.environment;
    let mut findings = vec![if !environment.has_terminal() {
        Finding::lacks(
            "terminal",
            "standard input or output is not a terminal",
            "the full screen needs one; --plain does not",
        )
    } else if environment.is_dumb() {
        Finding::fine("terminal", "TERM=dumb, which prints lines and no more")
    } else {
        Finding::fine("terminal", format!("TERM={}", environment.term))
    }];
    if environment.has_terminal() && !setup.plain {
        findings.push(window(size()));
        findings.push(colors(setup.settings.depth));
        findings.push(characters(setup));
    }
    findings.push(mode(setup.plain, environment.has_terminal()));
    findings
}

/// Columns and rows of the window, where there is one that says them.
fn size() -> Option<(u16, u16)> {
    let size = rustix::termios::tcgetwinsize(std::io::stdout()).ok()?;
    (size.ws_col > 0 && size.ws_row > 0).then_some((size.ws_col, size.ws_row))
}

fn window(size: Option<(u16, u16)>) -> Finding {
    match size {
        Some((columns, rows)) if columns >= 40 && rows >= 10 => {
            Finding::fine("size", format!("{columns} columns, {rows} rows"))
        }
        Some((columns, rows)) => Finding::lacks(
            "size",
            format!("{columns} columns, {rows} rows"),
            "make the window at least 40 by 10; 80 by 24 is comfortable",
        ),
        None => Finding::lacks(
            "size",
            "unknown",
            "the terminal does not say its size; `stty cols 80 rows 24` tells it",
        ),
    }
}

fn colors(depth: ColorDepth) -> Finding {
    match depth {
        ColorDepth::None => Finding::fine("colours", "none, as NO_COLOR or --color never asks for"),
        ColorDepth::Basic => Finding::lacks(
            "colours",
            "16",
            "if the terminal has 256 colours, set TERM=xterm-256color",
        ),
        ColorDepth::Indexed => Finding::fine("colours", "256"),
        ColorDepth::True => Finding::fine("colours", "24 bits"),
    }
}

fn characters(setup: &Setup) -> Finding {
    let environment = &setup.environment;
    if !setup.settings.ascii {
        return Finding::fine(
            "characters",
            "UTF-8 with Braille figures; --ascii if they look wrong",
        );
    }
    if setup.flags.ascii || !environment.is_ascii() {
        return Finding::fine("characters", "plain only, as `ascii` asks for");
    }
    let mend = if environment.term == "linux" {
        "the console's font has no figures; a terminal in a window shows them"
    } else {
        "a UTF-8 locale such as LANG=C.UTF-8 brings figures; `ascii: off` forces them"
    };
    Finding::lacks("characters", "plain only", mend)
}

/// How the program would talk if it were started here.
fn mode(plain: bool, has_terminal: bool) -> Finding {
    match (plain, has_terminal) {
        (true, _) => Finding::fine("mode", "line by line"),
        (false, true) => Finding::fine("mode", "full screen; --plain is line by line"),
        (false, false) => Finding::lacks(
            "mode",
            "none here: the full screen cannot open",
            "--plain works line by line; `uncramp now` prints its steps all the same",
        ),
    }
}
