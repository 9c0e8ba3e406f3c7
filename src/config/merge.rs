//! The settings in effect: a flag wins over the environment, the environment over the config
//! file, the config file over the default. Only `ascii` in the file wins over the locale.

use std::path::Path;

use clap::ColorChoice;

use super::{EnvironmentVariables, Mistake};
use crate::app::settings::{ColorDepth, Settings};
use crate::cli::GlobalFlags;
use crate::config;

/// The settings in effect, and what cannot be used in the config file. A file that was named by
/// a flag must exist.
pub fn settings(
    flags: &GlobalFlags,
    environment: &EnvironmentVariables,
    file: Option<&Path>,
) -> (Settings, Vec<Mistake>) {
    let mut settings = Settings {
        depth: color_depth(flags, environment),
        ascii: environment.is_ascii(),
        ..Settings::default()
    };
    let mistakes = file
        .map_or_else(Vec::new, |file| config::read(file, flags.config.is_some(), &mut settings));
    settings.reduced_motion |= environment.reduced_motion;
    settings.guide = flags.guide.clone().or(settings.guide);
    settings.theme = flags.theme.unwrap_or(settings.theme);
    settings.notify = flags.notify.unwrap_or(settings.notify);
    settings.sound = flags.sound.clone().unwrap_or(settings.sound);
    settings.voice = flags.voice.clone().unwrap_or(settings.voice);
    settings.ascii |= flags.ascii;
    settings.reduced_motion |= flags.reduced_motion;
    settings.window_background = flags.window_background;
    settings.no_save = flags.no_save;
    (settings, mistakes)
}

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
fn color_depth(flags: &GlobalFlags, environment: &EnvironmentVariables) -> ColorDepth {
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
    use crate::app::settings::{CueChoice, ThemeChoice};

    fn xterm() -> EnvironmentVariables {
        EnvironmentVariables {
            term: "xterm-256color".to_owned(),
            locale: "en_GB.UTF-8".to_owned(),
            stdin_is_terminal: true,
            stdout_is_terminal: true,
            ..EnvironmentVariables::default()
        }
    }

    #[test]
    fn a_flag_wins_over_the_config_file() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("config.yaml");
        std::fs::write(&file, "theme: light\nsound: bell\nnotify: on\nguide: a.yaml\n").unwrap();
        let flags = GlobalFlags {
            theme: Some(ThemeChoice::Night),
            sound: Some(CueChoice::Off),
            notify: Some(false),
            guide: Some("b.yaml".into()),
            ..GlobalFlags::default()
        };
        let (merged, _) = settings(&flags, &xterm(), Some(&file));
        assert_eq!(merged.theme, ThemeChoice::Night);
        assert_eq!(merged.sound, CueChoice::Off);
        assert_eq!(merged.guide, flags.guide);
        assert!(!merged.notify);
        let (merged, _) = settings(&GlobalFlags::default(), &xterm(), Some(&file));
        assert_eq!(merged.theme, ThemeChoice::Light);
        assert_eq!(merged.guide, Some(folder.path().join("a.yaml")));
        assert!(merged.notify);
    }

    #[test]
    fn no_color_counts_unless_a_flag_says_always() {
        let quiet = EnvironmentVariables { no_color: true, force_color: true, ..xterm() };
        let always = GlobalFlags { color: Some(ColorChoice::Always), ..GlobalFlags::default() };
        let depth = |flags: &GlobalFlags| settings(flags, &quiet, None).0.depth;
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
    fn a_locale_without_utf_8_gets_plain_characters_unless_the_config_says_otherwise() {
        let latin = EnvironmentVariables { locale: "de_DE.ISO-8859-1".to_owned(), ..xterm() };
        let folder = tempfile::tempdir().unwrap();
        let fancy = folder.path().join("config.yaml");
        std::fs::write(&fancy, "ascii: off\n").unwrap();
        let ascii = |environment: &EnvironmentVariables, file| {
            settings(&GlobalFlags::default(), environment, file).0.ascii
        };
        assert!(ascii(&latin, None));
        assert!(!ascii(&latin, Some(fancy.as_path())));
        assert!(!ascii(&xterm(), None));
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
