//! The names of keys in a script, and the keys that lead along pages.

use uncramp::app::key::{KeyName, KeyPress};
use uncramp::app::page::{Goal, node};
use uncramp::guide::{Guide, Trail};

pub fn named(name: &str) -> KeyPress {
    if let Some(letter) = name.strip_prefix("c-") {
        return KeyPress::ctrl(letter.chars().next().expect("a letter"));
    }
    if let Some(number) = name.strip_prefix('f')
        && let Ok(number) = number.parse()
    {
        return KeyPress::plain(KeyName::F(number));
    }
    KeyPress::plain(match name {
        "enter" => KeyName::Enter,
        "esc" => KeyName::Esc,
        "bs" => KeyName::Backspace,
        "tab" => KeyName::Tab,
        "left" => KeyName::Left,
        "right" => KeyName::Right,
        "up" => KeyName::Up,
        "down" => KeyName::Down,
        "home" => KeyName::Home,
        "del" => KeyName::Delete,
        "end" => KeyName::End,
        "pgup" => KeyName::PageUp,
        "pgdn" => KeyName::PageDown,
        "space" => KeyName::Char(' '),
        other => panic!("no key is named <{other}>"),
    })
}

/// The keys that lead along these pages from the first one, each of which is read. `0` where only
/// "not sure" leads on.
pub fn keys_along(guide: &Guide, pages: &[&str]) -> String {
    let mut trail = Trail::new(guide.start);
    let mut keys = String::new();
    for id in pages {
        let target = guide.find(id).unwrap_or_else(|| panic!("no page {id}"));
        let page = node::page(guide, &trail).lines(72);
        let item = page.items.iter().find_map(|item| {
            let Goal::Step(step) = item.goal else {
                return None;
            };
            let mut next = trail.clone();
            next.take_step(guide, step);
            (next.here() == target).then_some((item.key?, next))
        });
        let from = guide.name(trail.here());
        let (key, next) = item.unwrap_or_else(|| panic!("{from} does not lead to {id}"));
        keys.extend(["<wait>", key.encode_utf8(&mut [0; 4])]);
        trail = next;
    }
    keys
}
