//! Keeps the machine from falling asleep by itself, never the display, never on battery.

use std::fs;
use std::process::{Child, Command, Stdio};

use crate::os_words;
use crate::programs::{self, WAKERS};

/// Held while the machine is to stay awake; lets go when dropped, and when this
/// process ends in whatever way: the outside program waits for the end of a pipe
/// of ours, which the system closes even after `kill -9`.
#[derive(Debug)]
pub struct KeepAwake {
    child: Child,
    name: &'static str,
}

impl KeepAwake {
    /// Starts keeping awake.
    ///
    /// # Errors
    /// A sentence for the reader: on battery, or no program for it.
    pub fn start() -> Result<Self, String> {
        if on_battery() {
            return Err("On battery the computer is not kept awake.".to_owned());
        }
        let Some((name, path)) = programs::first(&WAKERS) else {
            return Err("This system has nothing to keep it awake.".to_owned());
        };
        let args: &[&str] = match name {
            // Not `idle`: some desktops would keep the display on for it.
            "systemd-inhibit" => &[
                "--what=sleep",
                "--who=uncramp",
                "--why=a session runs",
                "cat",
            ],
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
            .map_err(|error| {
                let why = os_words::why(&error);
                format!("The computer is not kept awake: {why}.")
            })
    }

    /// Whether the outside program has given up by itself, as it does where it is installed but
    /// has no system to talk to: a sentence for the reader.
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

/// Whether a battery alone feeds this machine, where the system says so.
fn on_battery() -> bool {
    let Ok(supplies) = fs::read_dir("/sys/class/power_supply") else {
        return false;
    };
    let read = |path: std::path::PathBuf| fs::read_to_string(path).unwrap_or_default();
    let (mut mains, mut battery) = (false, false);
    for supply in supplies.flatten() {
        match read(supply.path().join("type")).trim() {
            "Mains" | "USB" => mains |= read(supply.path().join("online")).trim() == "1",
            "Battery" => battery |= read(supply.path().join("status")).trim() == "Discharging",
            _ => {}
        }
    }
    battery && !mains
}
