//! What the screen says is logged is on the disk at that moment, whatever becomes of the program.

use rustix::process::Signal;
use uncramp::diary::store::Store;

use crate::terminal::{HOME, Start};

#[test]
fn what_the_screen_says_is_noted_survives_a_kill_at_once() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().to_str().unwrap();
    let ways: [(&[&str], &str, &str); 4] = [
        (&[], HOME, "ll"),
        (&["now"], "calf", "l"),
        (&[], HOME, "c\r"),
        (&["diary"], "Diary", "l"),
    ];
    for (round, (command, there, key)) in ways.into_iter().cycle().take(12).enumerate() {
        let args = [&["--data-dir", folder], command].concat();
        let mut window = Start::new(&args).until(there);
        window.send(key).wait_for("Cramp logged.");
        window.signal(Signal::KILL);
        assert_eq!(window.ending_signal(), Signal::KILL.as_raw());
        let entries = Store::open(home.path()).unwrap().entries().unwrap();
        assert_eq!(entries.len(), round + 1, "{command:?} {key:?}");
    }
}
