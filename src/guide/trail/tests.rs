use super::*;
use crate::guide::built_in::built_in;

/// Reads on, between two pages, until everything before is forgotten.
fn read_on_and_on(trail: &mut Trail, guide: &Guide) {
    for _ in 0..2 * MOST_VISITS {
        for page in [guide.start, guide.danger.unwrap()] {
            trail.take_step(guide, Step::Link(page));
        }
    }
}

/// Every question of the danger screen answered "none of these".
fn cleared(guide: &Guide) -> Trail {
    let mut trail = Trail::new(guide.start);
    for question in &guide.danger_questions {
        trail.take_step(guide, Step::Link(*question));
        let options = &guide.node(*question).options;
        let clear = options.iter().position(|option| option.clear).unwrap();
        trail.take_step(guide, Step::Option(clear));
    }
    trail
}

#[test]
fn a_trail_without_end_stays_small_and_begins_where_it_began() {
    let guide = built_in().unwrap();
    let mut trail = Trail::new(guide.start);
    read_on_and_on(&mut trail, &guide);
    assert!(trail.visits().len() <= MOST_VISITS);
    assert_eq!(trail.first(), guide.start);
    assert_eq!(trail.here(), guide.danger.unwrap());
    while trail.back() {}
    assert_eq!(trail.here(), guide.start);
}

#[test]
fn an_answer_counts_until_its_page_is_forgotten() {
    let guide = built_in().unwrap();
    let mut trail = cleared(&guide);
    assert!(trail.is_cleared(&guide));
    assert!(trail.carry_over(&guide, &guide).is_cleared(&guide));
    read_on_and_on(&mut trail, &guide);
    assert!(!trail.is_cleared(&guide));
}

#[test]
fn a_danger_sign_answered_again_shows_its_warning_and_not_what_was_read_after_it() {
    let guide = built_in().unwrap();
    let mut trail = Trail::new(guide.start);
    trail.take_step(&guide, Step::Link(guide.danger_questions[0]));
    trail.take_step(&guide, Step::Option(0));
    let warning = trail.here();
    trail.take_step(&guide, Step::Link(guide.danger.unwrap()));
    trail.reopen(1);
    trail.take_step(&guide, Step::Option(0));
    assert_eq!(trail.here(), warning);
}
