//! Every path of answers through the shipped guide, walked one by one.

#![expect(clippy::expect_used, reason = "a test may fail loudly")]

use uncramp::guide::model::Target;
use uncramp::guide::paths::{self, AnswerPath};
use uncramp::guide::raw::Kind;
use uncramp::guide::{Guide, Trail, built_in};

fn guide() -> Guide {
    built_in().expect("the shipped guide is whole")
}

/// Follows a path as a reader would; where it ends, and how many questions it answered.
fn walk<'g>(guide: &'g Guide, path: &AnswerPath) -> (&'g str, Trail) {
    let mut trail = Trail::new(guide.start);
    for choice in &path.choices {
        let mut choices = guide.choices(trail.here()).into_iter();
        let taken = choices.find(|one| one.key == *choice);
        let step = taken.map(|choice| choice.step);
        let step = step.unwrap_or_else(|| panic!("{:?} has no choice {choice}", path.choices));
        match trail.take_step(guide, step) {
            Some(Target::Node(_)) => {}
            Some(Target::Rescue) => return (Target::Rescue.name(guide), trail),
            None => panic!("{:?} has no choice {choice}", path.choices),
        }
    }
    (guide.name(trail.here()), trail)
}

#[test]
fn every_listed_path_leads_where_it_says() {
    let guide = guide();
    for path in paths::list(&guide) {
        let (end, _) = walk(&guide, &path);
        assert_eq!(end, path.end.name(&guide), "{:?}", path.choices);
    }
}

#[test]
fn the_listed_paths_are_as_many_and_as_long_as_those_counted() {
    let guide = guide();
    let summary = paths::count(&guide);
    let mut answers: Vec<usize> =
        paths::list(&guide).map(|path| walk(&guide, &path).1.answers(&guide).count()).collect();
    assert_eq!(answers.len() as u128, summary.paths);
    answers.retain(|count| *count > 0);
    answers.sort_unstable();
    assert_eq!(answers.len() as u128, summary.answered);
    assert_eq!(answers.last(), Some(&summary.longest));
    assert_eq!(answers[(answers.len() - 1) / 2], summary.median);
}

#[test]
fn the_shipped_guide_asks_at_most_seven_questions_and_five_in_the_median() {
    let summary = paths::count(&guide());
    assert!(summary.longest <= 7, "{}", summary.longest);
    assert!(summary.median <= 5, "{}", summary.median);
}

#[test]
fn no_path_of_answers_reaches_a_cause_or_relief_unscreened() {
    let guide = guide();
    let mut reached = 0;
    for path in paths::list(&guide) {
        let (_, trail) = walk(&guide, &path);
        let advice = matches!(guide.node(trail.here()).kind, Kind::Cause | Kind::Relief);
        if advice && trail.answers(&guide).count() > 0 {
            assert!(trail.is_cleared(&guide), "{:?}", path.choices);
            reached += 1;
        }
    }
    assert!(reached > 50, "only {reached} paths reach advice");
}
