//! Every screen of the program: how to get there, and how to leave it by choice.

use std::sync::Mutex;

use crate::terminal::{HOME, Start, Window};

/// One screen.
pub struct Screen {
    /// What it is called in a message.
    pub name: &'static str,
    args: &'static [&'static str],
    size: (u16, u16),
    /// Keys to press, each with words to wait for.
    way: &'static [(&'static str, &'static str)],
    /// Keys that leave the program with 0, pressed one by one.
    pub out: &'static [&'static str],
    /// Nothing on it changes by itself.
    pub is_still: bool,
}

const SCREEN: Screen = Screen {
    name: "guide",
    args: &["--no-save"],
    size: (80, 24),
    way: &[("", HOME)],
    out: &["q"],
    is_still: true,
};

const TIMER: Screen = Screen {
    args: &["--no-save", "stretch", "--ready", "60", "--hold", "60"],
    is_still: false,
    ..SCREEN
};

/// All of them, the middle of a hold among them.
pub const SCREENS: &[Screen] = &[
    SCREEN,
    Screen { name: "question", way: &[("", HOME), ("2", "emergency sign?")], ..SCREEN },
    Screen { name: "warning", way: &[("", HOME), ("2", "sign?"), ("3", "emergency")], ..SCREEN },
    Screen {
        name: "danger signs",
        way: &[("", HOME), ("e", "fit, get help now")],
        out: &["q", "q"],
        ..SCREEN
    },
    Screen { name: "keys", way: &[("", HOME), ("?", "PgDn")], out: &["q", "q"], ..SCREEN },
    Screen {
        name: "sources",
        way: &[("", HOME), ("i", "Sources, evidence")],
        out: &["q", "q"],
        ..SCREEN
    },
    Screen {
        name: "glossary",
        way: &[("", HOME), ("i", "All words"), ("\r", "Achilles")],
        out: &["q", "q", "q"],
        ..SCREEN
    },
    Screen {
        name: "answers",
        way: &[("", HOME), ("\t", "No question has been")],
        out: &["q", "q"],
        ..SCREEN
    },
    Screen {
        name: "search",
        way: &[("", HOME), ("/mag", "agnesium")],
        out: &["\x1b", "q"],
        ..SCREEN
    },
    Screen {
        name: "safety check",
        way: &[("", HOME), ("s", "none of these: start")],
        out: &["q", "q"],
        ..SCREEN
    },
    Screen { name: "guide and pane", size: (120, 40), way: &[("", HOME), ("", "│")], ..SCREEN },
    Screen { name: "getting ready", way: &[("", "Get ready")], ..TIMER },
    Screen { name: "middle of a hold", way: &[("", "Get ready"), ("n", "Hold")], ..TIMER },
    Screen {
        name: "hold beside the guide",
        size: (120, 40),
        way: &[("", "Get ready"), ("n", "Hold"), ("f", "not a diagnosis")],
        ..TIMER
    },
    Screen {
        name: "change of legs",
        way: &[("", "Get ready"), ("n", "Hold"), ("zn", "Change legs")],
        ..TIMER
    },
    Screen { name: "pause", way: &[("", "Get ready"), (" ", "aused")], is_still: true, ..TIMER },
    Screen {
        name: "summary",
        args: &["--no-save", "stretch", "--repeat", "1"],
        // With a key that does nothing between them, because a key that comes so fast again is held down.
        way: &[("", "Get ready"), ("nznznznznznznznz", "holds done")],
        is_still: true,
        ..TIMER
    },
    Screen { name: "timer of one line", size: (40, 2), way: &[("", "left")], ..TIMER },
    Screen { name: "cramp", args: &["--no-save", "now"], way: &[("", "it has let go")], ..TIMER },
    Screen {
        name: "after a cramp",
        way: &[("", HOME), ("c", "it has let go"), ("\r", "After a cramp")],
        // What it says about the diary goes away with the next key.
        is_still: false,
        ..SCREEN
    },
    Screen { name: "standby", args: &["standby"], way: &[], ..SCREEN },
    Screen { name: "diary", args: &["diary"], way: &[("", "Begin here")], ..SCREEN },
    Screen { name: "one cell", size: (1, 1), way: &[], ..SCREEN },
];

impl Screen {
    /// How it is started.
    pub fn start(&self) -> Start {
        Start::new(self.args).sized(self.size.0, self.size.1)
    }

    /// Opens it, started this way.
    pub fn open(&self, start: Start) -> Window {
        let mut window = start.open();
        self.reach(&mut window);
        window
    }

    /// Goes there in a window that was just opened.
    pub fn reach(&self, window: &mut Window) {
        window.until(self.name, |window| {
            assert!(!window.has_ended(), "it ended: {}", window.said());
            window.screen().alternate_screen()
        });
        for (keys, words) in self.way {
            // One by one, so that none is still on its way when the screen is there: the terminal
            // would show it after the program has given it back.
            for key in keys.chars() {
                window.send(key.to_string()).settle();
            }
            window.wait_for(words);
        }
        window.until("a frame", |window| window.bytes().ends_with(crate::traces::END));
    }
}

/// Tries every screen, four at once: mostly the terminal is waited for.
pub fn on_every_screen(then: impl Fn(&Screen) + Sync) {
    let next = Mutex::new(SCREENS.iter());
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                loop {
                    let screen = next.lock().unwrap().next();
                    let Some(screen) = screen else { return };
                    eprintln!("on the screen: {}", screen.name);
                    then(screen);
                }
            });
        }
    });
}
