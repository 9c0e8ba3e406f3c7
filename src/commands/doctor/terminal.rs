//! What the terminal can do, and how the program would talk in it.

use super::Finding;
use crate::app::settings::ColorDepth;
use crate::commands::setup::Setup;
use crate::runtime::platform;
use crate::text::messages::doctor as words;

/// Terminal, size, colours, characters and mode. What does not matter here is left out.
pub(super) fn findings(setup: &Setup) -> Vec<Finding> {
    let environment = &setup.environment;
    let mut findings = vec![if !environment.has_terminal() {
        Finding::lacks(
            words::TERMINAL,
            "standard input or output is not a terminal",
            "the full screen needs one; --plain does not",
        )
    } else if environment.is_dumb() {
        Finding::fine(words::TERMINAL, "TERM=dumb, which can only print lines")
    } else {
        Finding::fine(words::TERMINAL, format!("TERM={}", environment.term))
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
    let size = platform::window_size(std::io::stdout());
    size.filter(|(columns, rows)| *columns > 0 && *rows > 0)
}

fn window(size: Option<(u16, u16)>) -> Finding {
    match size {
        Some((columns, rows)) if columns >= 40 && rows >= 10 => {
            Finding::fine(words::SIZE, words::size(columns, rows))
        }
        Some((columns, rows)) => Finding::lacks(
            words::SIZE,
            words::size(columns, rows),
            "make the window at least 40 by 10; 80 by 24 is comfortable",
        ),
        None => Finding::lacks(
            words::SIZE,
            "unknown",
            "the terminal does not say its size; `stty cols 80 rows 24` tells it",
        ),
    }
}

fn colors(depth: ColorDepth) -> Finding {
    match depth {
        ColorDepth::None => {
            Finding::fine(words::COLOURS, "none, because of NO_COLOR or --color never")
        }
        ColorDepth::Basic => Finding::lacks(
            words::COLOURS,
            "16",
            "if the terminal has 256 colours, set TERM=xterm-256color",
        ),
        ColorDepth::Indexed => Finding::fine(words::COLOURS, "256"),
        ColorDepth::True => Finding::fine(words::COLOURS, "24 bits"),
    }
}

fn characters(setup: &Setup) -> Finding {
    let environment = &setup.environment;
    if !setup.settings.ascii {
        return Finding::fine(words::CHARACTERS, "UTF-8; use --ascii if figures look wrong");
    }
    if setup.flags.ascii || !environment.is_ascii() {
        return Finding::fine(words::CHARACTERS, "plain only, because `ascii` is on");
    }
    let mend = if environment.term == "linux" {
        "the console's font cannot show figures; a terminal in a window can"
    } else {
        "set a UTF-8 locale such as LANG=C.UTF-8 for figures; `ascii: off` forces them"
    };
    Finding::lacks(words::CHARACTERS, "plain only", mend)
}

/// How the program would talk if it were started here.
fn mode(plain: bool, has_terminal: bool) -> Finding {
    match (plain, has_terminal) {
        (true, _) => Finding::fine(words::MODE, "line by line"),
        (false, true) => Finding::fine(words::MODE, "full screen; --plain is line by line"),
        (false, false) => Finding::lacks(
            words::MODE,
            "none: the full screen cannot open here",
            "use --plain to work line by line; `uncramp now` still prints its steps",
        ),
    }
}
