//! The names of keys in a script.

use uncramp::app::key::{Code, Key};

pub fn named(name: &str) -> Key {
    if let Some(letter) = name.strip_prefix("c-") {
        return Key::ctrl(letter.chars().next().expect("a letter"));
    }
    if let Some(number) = name.strip_prefix('f')
        && let Ok(number) = number.parse()
    {
        return Key::plain(Code::F(number));
    }
    Key::plain(match name {
        "enter" => Code::Enter,
        "esc" => Code::Esc,
        "bs" => Code::Backspace,
        "tab" => Code::Tab,
        "left" => Code::Left,
        "right" => Code::Right,
        "up" => Code::Up,
        "down" => Code::Down,
        "home" => Code::Home,
        "end" => Code::End,
        "pgup" => Code::PageUp,
        "pgdn" => Code::PageDown,
        "space" => Code::Char(' '),
        other => panic!("no key is named <{other}>"),
    })
}
