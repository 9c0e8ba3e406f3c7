//! One answer from four voices: flag wins over environment, environment over
//! config file, config file over the default.

use super::{Config, Environment};
use crate::app::settings::{ColorDepth, Settings};
use crate::cli::{ColorChoice, Global, Switch};

/// The settings in effect.
pub fn settings(flags: &Global, environment: &Environment, config: &Config) -> Settings {
    let default = Settings::default();
    Settings {
        theme: flags.theme.or(config.theme).unwrap_or(default.theme),
        depth: depth(flags.color, environment),
        ascii: flags.ascii || config.ascii.unwrap_or_else(|| environment.is_ascii()),
        reduced_motion: flags.reduced_motion
            || environment.reduced_motion
            || config.reduced_motion.unwrap_or(default.reduced_motion),
        emergency_number: config.emergency_number.clone(),
        first_leg: config.first_leg.unwrap_or(default.first_leg),
        bedtime: config.bedtime.clone(),
        sound: flags
            .sound
            .clone()
            .or_else(|| config.sound.clone())
            .unwrap_or_default(),
        voice: flags
            .voice
            .clone()
            .or_else(|| config.voice.clone())
            .unwrap_or_default(),
        notify: flags
            .notify
            .map(|notify| notify == Switch::On)
            .or(config.notify)
            .unwrap_or(default.notify),
        keep_awake: config.keep_awake.unwrap_or(default.keep_awake),
        window_background: flags.window_background,
        save: !flags.no_save,
        note_sessions: default.note_sessions,
    }
}

/// Whether the program talks line by line.
pub fn is_plain(flags: &Global, environment: &Environment) -> bool {
    flags.plain || environment.accessible || environment.is_dumb()
}

/// Whether printed lines may carry colour.
pub fn colors_lines(flags: &Global, environment: &Environment) -> bool {
    match flags.color {
        Some(ColorChoice::Always) => true,
        Some(ColorChoice::Never) => false,
        Some(ColorChoice::Auto) | None => {
            !environment.no_color
                && !environment.is_dumb()
                && (environment.force_color || environment.stdout_is_terminal)
        }
    }
}

fn depth(choice: Option<ColorChoice>, environment: &Environment) -> ColorDepth {
    let never = match choice {
        Some(ColorChoice::Never) => true,
        Some(ColorChoice::Always) => false,
        Some(ColorChoice::Auto) | None => environment.no_color,
    };
    if never {
        ColorDepth::None
    } else {
        terminal_depth(environment)
    }
}

/// How many colours the terminal says it has. It is never asked: some answer
/// late, or not at all.
fn terminal_depth(environment: &Environment) -> ColorDepth {
    const TRUE_TERMS: [&str; 6] = ["direct", "kitty", "alacritty", "foot", "ghostty", "wezterm"];
    let term = environment.term.as_str();
    if matches!(environment.colorterm.as_str(), "truecolor" | "24bit")
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
    use crate::app::settings::{Sound, ThemeChoice};

    fn xterm() -> Environment {
        Environment {
            term: "xterm-256color".to_owned(),
            locale: "en_GB.UTF-8".to_owned(),
            stdin_is_terminal: true,
            stdout_is_terminal: true,
            ..Environment::default()
        }
    }

    #[test]
    fn a_flag_wins_over_the_config_file() {
        let config = Config {
            theme: Some(ThemeChoice::Light),
            sound: Some(Sound::Bell),
            notify: Some(true),
            ..Config::default()
        };
        let flags = Global {
            theme: Some(ThemeChoice::Night),
            sound: Some(Sound::Off),
            notify: Some(Switch::Off),
            ..Global::default()
        };
        let merged = settings(&flags, &xterm(), &config);
        assert_eq!(merged.theme, ThemeChoice::Night);
        assert_eq!(merged.sound, Sound::Off);
        assert!(!merged.notify);
        let merged = settings(&Global::default(), &xterm(), &config);
        assert_eq!(merged.theme, ThemeChoice::Light);
        assert!(merged.notify);
    }

    #[test]
    fn no_color_counts_unless_a_flag_says_always() {
        let quiet = Environment {
            no_color: true,
            force_color: true,
            ..xterm()
        };
        let always = Global {
            color: Some(ColorChoice::Always),
            ..Global::default()
        };
        let depth = |flags: &Global| settings(flags, &quiet, &Config::default()).depth;
        assert_eq!(depth(&Global::default()), ColorDepth::None);
        assert_eq!(depth(&always), ColorDepth::Indexed);
        assert!(!colors_lines(&Global::default(), &quiet));
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
            let environment = Environment {
                term: term.to_owned(),
                colorterm: colorterm.to_owned(),
                ..xterm()
            };
            assert_eq!(terminal_depth(&environment), depth, "{term}");
        }
    }

    #[test]
    fn a_locale_without_utf_8_gets_plain_characters_unless_the_config_says_otherwise() {
        let latin = Environment {
            locale: "de_DE.ISO-8859-1".to_owned(),
            ..xterm()
        };
        let fancy = Config {
            ascii: Some(false),
            ..Config::default()
        };
        let ascii = |environment: &Environment, config: &Config| {
            settings(&Global::default(), environment, config).ascii
        };
        assert!(ascii(&latin, &Config::default()));
        assert!(!ascii(&latin, &fancy));
        assert!(!ascii(&xterm(), &Config::default()));
    }

    #[test]
    fn a_dumb_terminal_and_an_accessible_wish_mean_line_by_line() {
        let dumb = Environment {
            term: "dumb".to_owned(),
            ..xterm()
        };
        let accessible = Environment {
            accessible: true,
            ..xterm()
        };
        assert!(is_plain(&Global::default(), &dumb));
        assert!(is_plain(&Global::default(), &accessible));
        assert!(!is_plain(&Global::default(), &xterm()));
    }
}
