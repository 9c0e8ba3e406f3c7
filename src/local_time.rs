//! The hour on the wall, for choosing a theme.
//!
//! Asks for one zone only: listing all zones of the system, as looking one up by
//! name does, takes longer than everything else until the first frame.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::tz::TimeZone;

/// Where the system keeps its zones.
const ZONES: &str = "/usr/share/zoneinfo";
/// The zone of this machine.
const LOCAL: &str = "/etc/localtime";

/// The local hour, 0 to 23. Without a readable zone it is that of UTC.
pub fn hour() -> i8 {
    let zone = match env::var("TZ") {
        Ok(name) => named(&name),
        Err(_) => read(Path::new(LOCAL)),
    };
    let zone = zone.unwrap_or(TimeZone::UTC);
    zone.to_datetime(Timestamp::now()).hour()
}

/// The zone that `TZ` means: a file, a name, or a rule written out.
fn named(name: &str) -> Option<TimeZone> {
    let name = name.strip_prefix(':').unwrap_or(name);
    if matches!(name, "" | "UTC" | "UTC0") {
        return Some(TimeZone::UTC);
    }
    let file: PathBuf = Path::new(ZONES).join(name);
    read(&file).or_else(|| TimeZone::posix(name).ok())
}

fn read(file: &Path) -> Option<TimeZone> {
    TimeZone::tzif("local", &fs::read(file).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_written_out_is_understood_and_nonsense_is_not() {
        let noon = Timestamp::from_second(12 * 3600).unwrap();
        let zone = named("XYZ-3").unwrap();
        assert_eq!(zone.to_datetime(noon).hour(), 15);
        assert!(named("no such zone").is_none());
    }

    #[test]
    fn the_hour_is_one_of_the_day() {
        assert!((0..24).contains(&hour()));
    }
}
