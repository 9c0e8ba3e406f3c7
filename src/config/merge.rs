//! The settings in effect: a flag wins over the environment, the environment over the config
//! file, the config file over the default. Only `ascii` in the file wins over the locale.

use std::path::Path;

use super::terminal::color_depth;
use super::{EnvironmentVariables, Mistake};
use crate::app::settings::Settings;
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
}
