//! Lengths of time as a guide file writes them.

use std::fmt;
use std::time::Duration;

use serde::{Deserialize, Serialize};

/// A length of time, whole milliseconds, written `90`, `90s`, `1m30s` or `1:30`.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(try_from = "String", into = "String")]
pub struct Length(pub Duration);

impl Length {
    /// Reads `90`, `90s`, `1m30s`, `1:30`, `2h`, `0.5s`.
    ///
    /// # Errors
    /// A sentence saying what is accepted, when the text is none of these.
    pub fn parse(text: &str) -> Result<Self, String> {
        let time = text.trim();
        let read = if time.contains(':') { Self::from_clock(time) } else { Self::from_units(time) };
        read.ok_or_else(|| {
            format!("`{text}` is not a length of time; write 90, 90s, 1m30s or 1:30")
        })
    }

    fn from_units(text: &str) -> Option<Self> {
        if !text.bytes().all(|byte| byte.is_ascii_digit() || b".hms".contains(&byte)) {
            return None;
        }
        let (mut total, mut rest) = (0.0, text);
        for (unit, seconds) in [('h', 3600.0), ('m', 60.0), ('s', 1.0)] {
            if let Some((number, after)) = rest.split_once(unit) {
                total += number.parse::<f64>().ok()? * seconds;
                rest = after;
            }
        }
        // Only a single number may have no unit.
        match rest {
            "" if !text.is_empty() => Self::from_seconds(total),
            _ if rest == text => Self::from_seconds(rest.parse().ok()?),
            _ => None,
        }
    }

    /// Reads minutes and seconds, or hours, minutes and seconds, as a clock shows them.
    fn from_clock(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split(':').collect();
        let is_number = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
        let follows = |part: &&str| part.len() == 2 && *part < "60";
        if parts.len() > 3 || !parts.iter().all(is_number) || !parts[1..].iter().all(follows) {
            return None;
        }
        let seconds = parts.iter().try_fold(0_u32, |seconds, part| {
            seconds.checked_mul(60)?.checked_add(part.parse().ok()?)
        })?;
        Self::from_seconds(f64::from(seconds))
    }

    fn from_seconds(seconds: f64) -> Option<Self> {
        // No routine is longer than a day, and the conversion cannot panic within it.
        let is_short = (0.0..=86_400.0).contains(&seconds);
        let length = is_short.then(|| Duration::from_secs_f64(seconds))?;
        let millis = length.as_micros().div_ceil(1000);
        Some(Self(Duration::from_millis(u64::try_from(millis).ok()?)))
    }
}

impl fmt::Display for Length {
    /// Seconds, as [`Length::parse`] reads them back.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}s", self.0.as_secs_f64())
    }
}

impl TryFrom<String> for Length {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::parse(&text)
    }
}

impl From<Length> for String {
    fn from(length: Length) -> Self {
        length.to_string()
    }
}

#[cfg(test)]
impl schemars::JsonSchema for Length {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Length".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A length of time: 90, 90s, 1m30s or 1:30.",
            "anyOf": [
                { "type": "number", "minimum": 0 },
                { "type": "string", "pattern": "^\\s*([0-9.]+|([0-9.]+h)?([0-9.]+m)?([0-9.]+s)?|[0-9]+(:[0-5][0-9]){1,2})\\s*$" }
            ]
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_is_read_in_every_written_form() {
        for (text, ms) in [
            ("90", 90_000),
            ("90s", 90_000),
            ("1m30s", 90_000),
            ("10m", 600_000),
            ("1:30", 90_000),
            ("0:05", 5_000),
            ("1:00:00", 3_600_000),
            ("0.5s", 500),
            ("2h", 7_200_000),
        ] {
            assert_eq!(Length::parse(text), Ok(Length(Duration::from_millis(ms))), "{text}");
        }
    }

    #[test]
    fn a_length_that_is_not_one_says_what_is_accepted() {
        for text in [
            "",
            "s",
            "1x",
            "30s1m",
            "-1",
            "1m30",
            "1e9",
            "99999999",
            "1s1s",
            "1.2.3",
            "1:3",
            "1:60",
            ":30",
            "1:30:",
            "1:30s",
            "-1:30",
            "1:00:00:00",
        ] {
            let error = Length::parse(text).expect_err(text);
            assert!(error.contains("1m30s"), "{error}");
        }
    }

    #[test]
    fn a_length_prints_in_a_form_that_reads_back() {
        for ms in [0, 1, 500, 10_000, 60_000, 90_000, 61_250, 3_600_000] {
            let length = Length(Duration::from_millis(ms));
            assert_eq!(Length::parse(&length.to_string()), Ok(length));
        }
    }
}
