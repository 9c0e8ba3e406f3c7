//! The full screen on a system that lacks much: it says so in a line, does the
//! rest, and gives the terminal back.

use std::process::{Command, Stdio};

use crate::before::assert_restored;
use crate::terminal::{HOME, Start, Window};

/// Guide, rescue, a session and the diary, a note, and out; `told` is what is said of the note.
fn does_everything(start: Start, told: &str) -> Window {
    let mut window = start.until(HOME);
    window.send("2").wait_for("emergency sign?");
    window.send("\x7f").wait_for(HOME);
    window.send("ll").wait_for(told);
    // The diary is shown, or the same is said once more.
    window.send("d").settle();
    // A letter right behind Esc would be another key.
    window.send("\x1b").settle().wait_for(HOME);
    window.send("s").wait_for("none of these");
    window.send("\r").wait_for("Get ready");
    window.send("n").wait_for("Hold");
    window.send("c").wait_for("it has let go");
    window.send("\r").wait_for("After a cramp");
    window.send([3]);
    assert_eq!(window.exit_code(), 130);
    assert_restored(&mut window);
    window
}

#[test]
fn without_a_home_and_whatever_else_is_usual_everything_works_but_the_diary() {
    // The system may know a home all the same: nothing is to be left there.
    let bare = Start::new(&["--no-save"]).without("HOME");
    does_everything(bare, "Not saved (--no-save");
    let bare = Start::new(&["--no-save"]).without("HOME").without("TZ");
    does_everything(bare.without("LANG").without("PATH"), "Not saved (--no-save");
}

#[test]
fn a_home_that_cannot_be_written_costs_nothing_but_the_diary() {
    // Nobody can make a folder there, not even root.
    let window = does_everything(
        Start::new(&[]).env("HOME", "/proc/1/no-such-home"),
        "Not logged: the diary's folder",
    );
    let files = std::fs::read_dir(window.home.path()).unwrap().count();
    assert_eq!(files, 0);
}

/// Whether this system lets anybody make a world like this.
fn permits(under: &[&str]) -> bool {
    let mut command = Command::new(under[0]);
    command.args(&under[1..]).arg("true").stderr(Stdio::null());
    let permits = command.status().is_ok_and(|status| status.success());
    if !permits {
        eprintln!("passed over: this system permits no {}", under.join(" "));
    }
    permits
}

#[test]
fn without_a_network_the_full_screen_does_all() {
    for under in [&["unshare", "-n"][..], &["unshare", "-rn"]] {
        if permits(under) {
            does_everything(Start::new(&[]).under(under), "Cramp logged");
            return;
        }
    }
}

/// Everything read-only, the home too.
const READ_ONLY: &str = "folder=$(mktemp -d); mount --rbind / $folder && \
    mount --options-source=disable -o remount,bind,ro $folder || exit 99; \
    cd $folder; PATH=$PATH:/usr/sbin:/sbin; exec chroot $folder \"$0\" \"$@\"";

#[test]
fn a_system_on_which_nothing_can_be_written_costs_nothing_but_the_diary() {
    let under = ["unshare", "-rm", "sh", "-c", READ_ONLY];
    if permits(&under) {
        does_everything(Start::new(&[]).under(&under), "Read-only file system");
    }
}

/// A file system of a few pages under the diary, as full as it can be.
const FULL: &str = "mkdir -p data && mount -t tmpfs -o size=64k tmpfs data || exit 99; \
    dd if=/dev/zero of=data/filler bs=1k 2>/dev/null; exec \"$0\" \"$@\"";

#[test]
fn a_full_disk_costs_nothing_but_the_diary() {
    let under = ["unshare", "-rm", "sh", "-c", FULL];
    if permits(&["unshare", "-rm", "sh", "-c", "mount -t tmpfs tmpfs /mnt && exec true"]) {
        does_everything(Start::new(&["--data-dir", "data"]).under(&under), "the disk is full");
    }
}
