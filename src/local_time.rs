//! The time on the wall, in the zone of this machine.
//!
//! One file is read, that of the zone itself: a database of zones lists the whole
//! system first, and that takes longer than everything else until the first frame.

use std::env;
use std::fs;
use std::path::Path;

use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

/// Where the system keeps its zones.
const ZONES: &str = "/usr/share/zoneinfo";
/// The zone of this machine; nearly always a link to the file of a named one.
const LOCAL: &str = "/etc/localtime";

/// This moment. Without a readable zone it is told in UTC.
pub fn now() -> Zoned {
    let zone = match env::var("TZ") {
        Ok(name) => meant_by(&name),
        Err(_) => of_the_machine(Path::new(LOCAL)),
    };
    Timestamp::now().to_zoned(zone.unwrap_or(TimeZone::UTC))
}

/// The zone that `TZ` means: a name, a file, or a rule written out.
fn meant_by(name: &str) -> Option<TimeZone> {
    let name = name.strip_prefix(':').unwrap_or(name);
    if matches!(name, "" | "UTC" | "UTC0") {
        return Some(TimeZone::UTC);
    }
    // An absolute path replaces the folder.
    let file = Path::new(ZONES).join(name);
    read(&file, name_of(&file)).or_else(|| TimeZone::posix(name).ok())
}

fn of_the_machine(local: &Path) -> Option<TimeZone> {
    let target = fs::read_link(local).unwrap_or_default();
    read(local, name_of(&target))
}

/// The name in the path of a zone's file, empty where it has none.
fn name_of(file: &Path) -> &str {
    let path = file.to_str().unwrap_or_default();
    path.rsplit_once("zoneinfo/").map_or("", |(_, name)| name)
}

fn read(file: &Path, name: &str) -> Option<TimeZone> {
    TimeZone::tzif(name, &fs::read(file).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_written_out_is_understood_and_nonsense_is_not() {
        let noon = Timestamp::from_second(12 * 3600).unwrap();
        let zone = meant_by("XYZ-3").unwrap();
        assert_eq!(zone.to_datetime(noon).hour(), 15);
        assert_eq!(zone.iana_name(), None);
        assert!(meant_by("no such zone").is_none());
    }

    #[test]
    fn a_named_zone_keeps_its_name_and_its_summer_time() {
        let Some(zone) = meant_by(":Europe/Berlin") else {
            assert!(!Path::new(ZONES).join("Europe/Berlin").exists());
            return;
        };
        assert_eq!(zone.iana_name(), Some("Europe/Berlin"));
        let hour = |day: &str| {
            let noon: Timestamp = format!("{day}T12:00:00Z").parse().unwrap();
            zone.to_datetime(noon).hour()
        };
        assert_eq!((hour("2026-01-15"), hour("2026-07-15")), (13, 14));
    }

    #[test]
    fn the_machine_s_zone_has_the_name_that_its_link_says() {
        assert_eq!(name_of(Path::new("/usr/share/zoneinfo/Etc/UTC")), "Etc/UTC");
        assert_eq!(
            name_of(Path::new("/var/db/timezone/zoneinfo/Asia/Tokyo")),
            "Asia/Tokyo"
        );
        assert_eq!(name_of(Path::new("/etc/some-copy")), "");
        assert!(of_the_machine(Path::new("/no/such/file")).is_none());
    }
}
