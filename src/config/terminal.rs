//! How the terminal is used: line by line or as a screen, and with how many colours.

use clap::ColorChoice;

use super::EnvironmentVariables;
use crate::app::settings::ColorDepth;
use crate::cli::GlobalFlags;

/// Whether the program talks line by line.
pub fn is_plain(flags: &GlobalFlags, environment: &EnvironmentVariables) -> bool {
    flags.plain || environment.accessible || environment.is_dumb()
}

/// Whether printed lines may carry colour.
pub fn colors_lines(flags: &GlobalFlags, environment: &EnvironmentVariables) -> bool {
    let by_itself = !environment.no_color
        && !environment.is_dumb()
        && (environment.force_color || environment.stdout_is_terminal);
    has_color(flags, by_itself)
}

/// Whether there is colour, where it is decided `by_itself` unless a flag says so.
fn has_color(flags: &GlobalFlags, by_itself: bool) -> bool {
    match flags.color {
        Some(ColorChoice::Always) => true,
        Some(ColorChoice::Never) => false,
        Some(ColorChoice::Auto) | None => by_itself,
    }
}

/// How many colours the screen may have, by the environment variables. The terminal is not asked
/// itself, because some terminals answer late or not at all.
pub(super) fn color_depth(flags: &GlobalFlags, environment: &EnvironmentVariables) -> ColorDepth {
    const TRUE_TERMS: [&str; 6] = ["direct", "kitty", "alacritty", "foot", "ghostty", "wezterm"];
    let term = environment.term.as_str();
    if !has_color(flags, !environment.no_color) {
        ColorDepth::None
    } else if matches!(environment.colorterm.as_str(), "truecolor" | "24bit")
        || TRUE_TERMS.iter().any(|name| term.contains(name))
    {
        ColorDepth::True
    } else if term.contains("256") {
        ColorDepth::Indexed
    } else {
        ColorDepth::Basic
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn xterm() -> EnvironmentVariables {
        EnvironmentVariables { term: "xterm-256color".to_owned(), ..Default::default() }
    }

    #[test]
    fn no_color_counts_unless_a_flag_says_always() {
        let quiet = EnvironmentVariables { no_color: true, force_color: true, ..xterm() };
        let always = GlobalFlags { color: Some(ColorChoice::Always), ..GlobalFlags::default() };
        let depth = |flags: &GlobalFlags| color_depth(flags, &quiet);
        assert_eq!(depth(&GlobalFlags::default()), ColorDepth::None);
        assert_eq!(depth(&always), ColorDepth::Indexed);
        assert!(!colors_lines(&GlobalFlags::default(), &quiet));
        assert!(colors_lines(&always, &quiet));
    }

    #[test]
    fn the_depth_follows_what_the_terminal_says() {
        for (term, colorterm, depth) in [
            ("xterm", "", ColorDepth::Basic),
            ("linux", "", ColorDepth::Basic),
            ("tmux-256color", "", ColorDepth::Indexed),
            ("xterm-256color", "truecolor", ColorDepth::True),
            ("xterm-kitty", "", ColorDepth::True),
        ] {
            let environment = EnvironmentVariables {
                term: term.to_owned(),
                colorterm: colorterm.to_owned(),
                ..xterm()
            };
            assert_eq!(color_depth(&GlobalFlags::default(), &environment), depth, "{term}");
        }
    }

    #[test]
    fn a_dumb_terminal_and_an_accessible_wish_mean_line_by_line() {
        let dumb = EnvironmentVariables { term: "dumb".to_owned(), ..xterm() };
        let accessible = EnvironmentVariables { accessible: true, ..xterm() };
        assert!(is_plain(&GlobalFlags::default(), &dumb));
        assert!(is_plain(&GlobalFlags::default(), &accessible));
        assert!(!is_plain(&GlobalFlags::default(), &xterm()));
    }
}
