//! Keeps the machine awake, but not its display; and tells whether it runs on battery.

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use super::find::{self, WAKERS};
use crate::text::io_error;

/// Keeps the machine awake until it is dropped or this process ends, in whatever way: the outside
/// program waits for the end of a pipe, which the system closes even after `kill -9`.
#[derive(Debug)]
pub struct KeepAwake {
    child: Child,
    name: &'static str,
}

impl KeepAwake {
    /// Starts an outside program that keeps the machine awake.
    ///
    /// # Errors
    /// A sentence for the reader, when no program for it starts.
    pub fn start() -> Result<Self, String> {
        let Some((name, path)) = find::first(&WAKERS) else {
            return Err("This system has no program that keeps it awake.".to_owned());
        };
        let args: &[&str] = match name {
            // With `idle` some desktops would keep the display on.
            "systemd-inhibit" => {
                &["--what=sleep", "--who=uncramp", "--why=a session is running", "cat"]
            }
            // `-s` holds on mains power only.
            _ => &["-s", "cat"],
        };
        Command::new(path)
            .args(args)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map(|child| Self { child, name })
            .map_err(|error| format!("The computer is not kept awake: {}.", io_error::why(&error)))
    }

    /// A sentence for the reader if the outside program has ended by itself, as it does when its
    /// system service is missing.
    pub fn gave_up(&mut self) -> Option<String> {
        let ended = matches!(self.child.try_wait(), Ok(Some(_)));
        ended.then(|| format!("The computer is not kept awake: `{}` ended.", self.name))
    }
}

impl Drop for KeepAwake {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Where the machine's power comes from, as far as the system says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Power {
    /// It has no battery of its own.
    Mains,
    /// It has a battery, and does not run on it.
    Plugged,
    /// It runs on its battery.
    Battery,
}

impl Power {
    /// The present state.
    pub fn now() -> Self {
        Self::read(Path::new("/sys/class/power_supply"))
    }

    /// The state that a folder of the kernel's power supplies describes.
    fn read(folder: &Path) -> Self {
        let supplies = fs::read_dir(folder).into_iter().flatten().flatten();
        let (mut online, mut discharging, mut battery) = (false, false, false);
        for supply in supplies {
            let read = |name: &str| {
                let told = fs::read_to_string(supply.path().join(name));
                told.unwrap_or_default().trim().to_owned()
            };
            // The battery of a mouse or a headset.
            if read("scope") == "Device" {
                continue;
            }
            match read("type").as_str() {
                "Battery" | "UPS" => {
                    battery = true;
                    discharging |= read("status") == "Discharging";
                }
                // Mains, USB and its kinds: 1, or 2 where the voltage can be chosen.
                _ => online |= matches!(read("online").as_str(), "1" | "2"),
            }
        }
        match (battery, discharging && !online) {
            (_, true) => Self::Battery,
            (true, false) => Self::Plugged,
            (false, false) => Self::Mains,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What this system would be told: a folder a supply, with its files.
    fn told(supplies: &[&[(&str, &str)]]) -> Power {
        let folder = tempfile::tempdir().unwrap();
        for (index, files) in supplies.iter().enumerate() {
            let supply = folder.path().join(index.to_string());
            fs::create_dir(&supply).unwrap();
            for (name, text) in *files {
                fs::write(supply.join(name), format!("{text}\n")).unwrap();
            }
        }
        Power::read(folder.path())
    }

    const DISCHARGING: &[(&str, &str)] = &[("type", "Battery"), ("status", "Discharging")];

    #[test]
    fn a_machine_runs_on_battery_when_one_empties_and_nothing_feeds_it() {
        let unplugged = &[("type", "Mains"), ("online", "0")];
        assert_eq!(told(&[unplugged, DISCHARGING]), Power::Battery);
        assert_eq!(told(&[DISCHARGING]), Power::Battery);
        let ups: &[(&str, &str)] = &[("type", "UPS"), ("status", "Discharging")];
        assert_eq!(told(&[ups]), Power::Battery);
    }

    #[test]
    fn a_machine_that_is_plugged_in_does_not_even_if_its_battery_empties() {
        for (kind, online) in [("Mains", "1"), ("USB", "1"), ("USB", "2"), ("USB_PD", "1")] {
            let plugged = &[("type", kind), ("online", online)];
            assert_eq!(told(&[DISCHARGING, plugged]), Power::Plugged, "{kind}");
        }
        let full: &[(&str, &str)] = &[("type", "Battery"), ("status", "Full")];
        assert_eq!(told(&[full]), Power::Plugged);
    }

    #[test]
    fn the_battery_of_a_mouse_is_not_the_battery_of_the_machine() {
        let mouse = &[DISCHARGING[0], DISCHARGING[1], ("scope", "Device")];
        assert_eq!(told(&[mouse]), Power::Mains);
        assert_eq!(told(&[]), Power::Mains);
        assert_eq!(Power::read(Path::new("/no/such/folder")), Power::Mains);
    }
}
