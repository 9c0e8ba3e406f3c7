use super::*;

fn key(code: KeyCode, modifiers: KeyModifiers) -> Event {
    Event::Key(KeyEvent::new(code, modifiers))
}

fn char(c: char) -> Event {
    key(KeyCode::Char(c), KeyModifiers::NONE)
}

#[test]
fn a_key_means_the_same_in_each_of_the_forms_in_which_terminals_send_it() {
    use KeyModifiers as M;
    for (code, modifiers, meant) in [
        (KeyCode::Char('a'), M::NONE, KeyPress::char('a')),
        (KeyCode::Char('A'), M::SHIFT, KeyPress::char('A')),
        (KeyCode::Char('a'), M::SHIFT, KeyPress::char('A')),
        (KeyCode::Char('ß'), M::SHIFT, KeyPress::char('ß')),
        (KeyCode::Char('c'), M::CONTROL, KeyPress::ctrl('c')),
        (KeyCode::Char('C'), M::CONTROL | M::SHIFT, KeyPress::ctrl('c')),
        (KeyCode::Char('j'), M::CONTROL, KeyPress::plain(KeyName::Enter)),
        (KeyCode::Char('h'), M::CONTROL, KeyPress::plain(KeyName::Backspace)),
        (KeyCode::Char('a'), M::ALT, KeyPress::plain(KeyName::Other)),
        (KeyCode::Up, M::SHIFT, KeyPress::plain(KeyName::Up)),
        (KeyCode::Insert, M::NONE, KeyPress::plain(KeyName::Other)),
    ] {
        let Some(Message::Pressed(key)) = message(key(code, modifiers)) else { panic!("{code:?}") };
        assert_eq!(key, meant);
    }
}

#[test]
fn a_letter_typed_with_alt_gr_is_that_letter_and_begins_no_reply() {
    let alt_gr = KeyModifiers::CONTROL | KeyModifiers::ALT;
    for c in ['@', 'ł', ']', '{', '^'] {
        let event = without_alt_gr(key(KeyCode::Char(c), alt_gr));
        assert!(!ReplyFilter::default().skips(&event), "{c}");
        assert!(matches!(message(event), Some(Message::Pressed(key)) if key == KeyPress::char(c)));
    }
    let event = without_alt_gr(key(KeyCode::Char('q'), alt_gr));
    assert!(matches!(message(event), Some(Message::Pressed(key)) if key.code == KeyName::Other));
}

#[test]
fn a_key_that_is_let_go_is_no_key() {
    let release =
        KeyEvent::new_with_kind(KeyCode::Enter, KeyModifiers::NONE, KeyEventKind::Release);
    assert!(message(Event::Key(release)).is_none());
}

#[test]
fn a_late_answer_of_the_terminal_is_no_keys_and_the_next_key_is_one() {
    let answer = |filter: &mut ReplyFilter| {
        assert!(filter.skips(&key(KeyCode::Char(']'), KeyModifiers::ALT)));
        assert!("11;rgb:0000/0000/0000".chars().all(|c| filter.skips(&char(c))));
    };
    let ends = [
        key(KeyCode::Char('g'), KeyModifiers::CONTROL),
        key(KeyCode::Char('\\'), KeyModifiers::ALT),
    ];
    for end in ends {
        let mut filter = ReplyFilter::default();
        answer(&mut filter);
        assert!(filter.skips(&end));
        assert!(!filter.skips(&char('q')));
    }
    let mut filter = ReplyFilter::default();
    answer(&mut filter);
    assert!(!filter.skips(&key(KeyCode::Char('c'), KeyModifiers::CONTROL)));
    answer(&mut filter);
    std::thread::sleep(SAME_REPLY);
    assert!(!filter.skips(&char('q')));
}
