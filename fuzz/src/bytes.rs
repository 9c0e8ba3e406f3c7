//! Any bytes from the keyboard: the keys do not depend on how the bytes are
//! cut, and no byte makes the program deaf.

use uncramp::app::key::Key;
use uncramp::app::keymap::{Context, resolve};
use uncramp::input::decode::Decoder;

/// Reads them whole and byte by byte.
pub fn run(data: &[u8]) {
    for key in decode(data) {
        let _ = resolve(Context::Guide, key);
        assert!(!key.to_string().is_empty());
    }
}

/// The keys that these bytes are.
pub fn decode(bytes: &[u8]) -> Vec<Key> {
    let mut keys = Vec::new();
    let mut decoder = Decoder::default();
    decoder.feed(bytes, &mut keys);
    let mut cut = Vec::new();
    let mut other = Decoder::default();
    for byte in bytes {
        other.feed(&[*byte], &mut cut);
    }
    assert_eq!(keys, cut);
    decoder.give_up(&mut keys);
    assert!(!decoder.is_waiting());
    assert!(keys.len() <= bytes.len() + 1);
    let heard = keys.len();
    decoder.feed(b"e", &mut keys);
    assert_eq!(keys[heard..], [Key::char('e')]);
    keys.truncate(heard);
    keys
}
