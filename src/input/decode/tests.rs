use super::*;

fn keys(bytes: &[u8]) -> Vec<Key> {
    let mut keys = Vec::new();
    let mut decoder = Decoder::default();
    decoder.feed(bytes, &mut keys);
    decoder.give_up(&mut keys);
    keys
}

fn codes(bytes: &[u8]) -> Vec<Code> {
    keys(bytes).into_iter().map(|key| key.code).collect()
}

#[test]
fn arrows_come_in_both_cursor_modes() {
    assert_eq!(codes(b"\x1b[A\x1bOB"), [Code::Up, Code::Down]);
    assert_eq!(codes(b"\x1b[1;5C"), [Code::Right]);
}

#[test]
fn function_keys_come_in_every_dialect() {
    assert_eq!(
        codes(b"\x1bOP\x1b[11~\x1b[[A\x1b[24~\x1b[1;2P"),
        [Code::F(1), Code::F(1), Code::F(1), Code::F(12), Code::F(1)]
    );
}

#[test]
fn letters_beyond_ascii_are_one_key() {
    let text = "éε€🦵";
    let all: Vec<Code> = text.chars().map(Code::Char).collect();
    assert_eq!(codes(text.as_bytes()), all);
}

#[test]
fn bytes_that_are_no_text_are_skipped_and_the_next_key_counts() {
    assert_eq!(codes(b"\xff\xc0\xe2\x82q\xe2\x1b[A"), codes(b"q\x1b[A"));
}

#[test]
fn ctrl_c_is_ctrl_and_c_even_inside_a_sequence() {
    let ctrl_c = Key::ctrl('c');
    for begun in [
        "",
        "\x1b[",
        "\x1b[1;",
        "\x1bO",
        "\x1b]2;title",
        "\x1bPx",
        "\u{e9}",
    ] {
        let mut bytes = begun.as_bytes().to_vec();
        bytes.push(3);
        assert_eq!(keys(&bytes).last(), Some(&ctrl_c), "{begun:?}");
    }
}

#[test]
fn escape_alone_is_esc_and_twice_is_two() {
    assert_eq!(codes(b"\x1b"), [Code::Esc]);
    assert_eq!(codes(b"\x1b\x1b"), [Code::Esc, Code::Esc]);
}

#[test]
fn alt_and_a_key_means_nothing_and_takes_no_other_key_along() {
    for begun in ["\x1b]", "\x1bP", "\x1b[", "\x1bO", "\x1bx", "\x1b_"] {
        let mut keys = Vec::new();
        let mut decoder = Decoder::default();
        decoder.feed(begun.as_bytes(), &mut keys);
        decoder.give_up(&mut keys);
        decoder.feed(b"q", &mut keys);
        assert_eq!(keys.last(), Some(&Key::char('q')), "{begun:?}");
        assert!(
            keys[..keys.len() - 1]
                .iter()
                .all(|key| key.code == Code::Other)
        );
    }
}

#[test]
fn a_late_answer_to_somebody_elses_question_is_no_key() {
    assert_eq!(codes(b"\x1b]11;rgb:0000/0000/0000\x1b\\q"), codes(b"q"));
    assert_eq!(codes(b"\x1b]11;rgb:0000/0000/0000\x07q"), codes(b"q"));
    assert_eq!(codes(b"\x1b[24;80R"), [Code::Other]);
    assert_eq!(codes(b"\x1b[?62;4c"), [Code::Other]);
}

#[test]
fn a_sequence_may_come_in_two_reads() {
    let mut keys = Vec::new();
    let mut decoder = Decoder::default();
    decoder.feed(b"\x1b", &mut keys);
    assert!(decoder.is_waiting() && keys.is_empty());
    decoder.feed(b"[5", &mut keys);
    assert!(decoder.is_waiting());
    decoder.feed(b"~", &mut keys);
    assert!(!decoder.is_waiting());
    assert_eq!(keys, [Key::plain(Code::PageUp)]);
}

#[test]
fn both_backspace_bytes_are_backspace() {
    assert_eq!(codes(b"\x7f\x08"), [Code::Backspace, Code::Backspace]);
}

proptest::proptest! {
    #[test]
    fn after_any_bytes_the_next_key_is_heard(bytes: Vec<u8>) {
        let mut keys = Vec::new();
        let mut decoder = Decoder::default();
        decoder.feed(&bytes, &mut keys);
        decoder.give_up(&mut keys);
        decoder.feed(b"\x03", &mut keys);
        proptest::prop_assert_eq!(keys.last(), Some(&Key::ctrl('c')));
    }

    #[test]
    fn how_the_bytes_are_cut_does_not_matter(bytes: Vec<u8>, cut: usize) {
        let cut = cut % (bytes.len() + 1);
        let mut in_two = Vec::new();
        let mut decoder = Decoder::default();
        decoder.feed(&bytes[..cut], &mut in_two);
        decoder.feed(&bytes[cut..], &mut in_two);
        decoder.give_up(&mut in_two);
        proptest::prop_assert_eq!(in_two, keys(&bytes));
    }
}
