//! A config file of any content: read, or each mistake told in a line.

use std::path::Path;

use uncramp::app::settings::Settings;
use uncramp::config::{self, table};

use super::printed::is_safe;

/// Reads it as `uncramp` does at every start.
pub fn run(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    let mut settings = Settings::default();
    let mistakes = config::parse(text, Path::new("config.yaml"), &mut settings);
    for mistake in &mistakes {
        let told = mistake.to_string();
        let cleaned = uncramp::text::clean(&told);
        is_safe(&cleaned);
        assert!(told.starts_with("config.yaml"), "{told}");
        if let Some(line) = mistake.line {
            let lines = text.split(['\n', '\r']).count();
            assert!((1..=lines + 1).contains(&line), "{told}");
        }
    }
    // The example that `config init` writes never has a mistake.
    if text == table::example() {
        assert!(mistakes.is_empty(), "{mistakes:?}");
    }
    // Nothing is taken from a file that says nothing.
    if text.trim().is_empty() {
        assert_eq!(settings, Settings::default());
    }
}
