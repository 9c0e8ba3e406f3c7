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
        Finding::lacks(words::TERMINAL, words::NO_TERMINAL, words::FULL_SCREEN_NEEDS_ONE)
    } else if environment.is_dumb() {
        Finding::fine(words::TERMINAL, words::DUMB_TERMINAL)
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
        Some((columns, rows)) => {
            Finding::lacks(words::SIZE, words::size(columns, rows), words::MAKE_IT_LARGER)
        }
        None => Finding::lacks(words::SIZE, words::UNKNOWN_SIZE, words::TELL_THE_SIZE),
    }
}

fn colors(depth: ColorDepth) -> Finding {
    match depth {
        ColorDepth::None => Finding::fine(words::COLOURS, words::NO_COLOURS),
        ColorDepth::Basic => Finding::lacks(words::COLOURS, "16", words::SET_TERM),
        ColorDepth::Indexed => Finding::fine(words::COLOURS, "256"),
        ColorDepth::True => Finding::fine(words::COLOURS, words::COLOURS_24_BITS),
    }
}

fn characters(setup: &Setup) -> Finding {
    let environment = &setup.environment;
    if !setup.settings.ascii {
        return Finding::fine(words::CHARACTERS, words::BRAILLE);
    }
    if setup.flags.ascii || !environment.is_ascii() {
        return Finding::fine(words::CHARACTERS, words::PLAIN_BY_CHOICE);
    }
    let mend =
        if environment.term == "linux" { words::LEAVE_THE_CONSOLE } else { words::SET_A_LOCALE };
    Finding::lacks(words::CHARACTERS, words::PLAIN_ONLY, mend)
}

/// How the program would talk if it were started here.
fn mode(plain: bool, has_terminal: bool) -> Finding {
    match (plain, has_terminal) {
        (true, _) => Finding::fine(words::MODE, words::LINE_BY_LINE),
        (false, true) => Finding::fine(words::MODE, words::FULL_SCREEN),
        (false, false) => Finding::lacks(words::MODE, words::NO_SCREEN, words::PRINT_INSTEAD),
    }
}
