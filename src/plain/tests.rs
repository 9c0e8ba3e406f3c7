//! Conversations with a scripted listener and a clock that only listening moves.

use crate::app::effect::{DeviceRequest, Effect};
use std::cell::Cell;
use std::collections::VecDeque;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use super::*;
use crate::app::settings::Settings;
use crate::app::time::Now;
use crate::diary::request::{DiaryRequest, NewEntry};
use crate::guide;
use crate::stretch::Leg;
use crate::stretch::plan::Options;

/// Says each line at its second, and never again.
struct Script {
    now: Rc<Cell<Duration>>,
    lines: VecDeque<(u64, &'static str)>,
    has_ended: bool,
    /// The second at which it is stopped for ten.
    stop: Option<u64>,
    stopped: bool,
}

impl Script {
    fn pass(&mut self, time: Duration) {
        self.now.set(self.now.get() + time);
        if self.stop.is_some_and(|at| self.now.get() >= Duration::from_secs(at)) {
            self.stop = None;
            self.stopped = true;
            self.now.set(self.now.get() + Duration::from_secs(10));
        }
    }
}

impl InputSource for Script {
    type Item = LineInput;

    fn wait(&mut self, wait: Option<Duration>) -> io::Result<Vec<LineInput>> {
        let Some((second, line)) = self.lines.front().copied() else {
            if std::mem::replace(&mut self.has_ended, true) {
                self.pass(wait.unwrap());
                return Ok(Vec::new());
            }
            return Ok(vec![LineInput::End]);
        };
        let at = Duration::from_secs(second);
        let now = self.now.get();
        if let Some(wait) = wait
            && at > now + wait
        {
            self.pass(wait);
            return Ok(Vec::new());
        }
        self.now.set(now.max(at));
        self.lines.pop_front();
        Ok(vec![LineInput::Line(line.to_owned())])
    }

    fn was_stopped(&mut self) -> bool {
        std::mem::take(&mut self.stopped)
    }
}

/// The world around the script, which keeps what it is asked for.
#[derive(Default)]
struct World {
    now: Rc<Cell<Duration>>,
    effects: Vec<Effect>,
    outside: Option<Message>,
}

impl Environment for World {
    fn now(&self) -> Now {
        Now::at(self.now.get())
    }

    fn carry_out(&mut self, effect: Effect) -> Option<Message> {
        self.effects.push(effect);
        None
    }

    fn poll(&mut self) -> Option<Message> {
        self.outside.take()
    }

    fn poll_interval(&self) -> Option<Duration> {
        None
    }
}

fn script(lines: &[(u64, &'static str)], stop: Option<u64>) -> (Script, World) {
    let world = World::default();
    let now = Rc::clone(&world.now);
    let lines = lines.iter().copied().collect();
    (Script { now, lines, has_ended: false, stop, stopped: false }, world)
}

/// What came of a conversation.
struct Talk {
    text: String,
    took: u64,
    effects: Vec<Effect>,
}

fn talk_as(
    first: Launch,
    settings: Settings,
    answers: bool,
    lines: &[(u64, &'static str)],
) -> Talk {
    let (mut lines, mut environment) = script(lines, None);
    let mut out = Vec::new();
    let guide = guide::built_in().unwrap().with_emergency_number(None);
    let mut state =
        State { has_keyboard: answers, ..State::plain(Arc::new(guide), settings, WINDOW) };
    PlainApp::new(&mut state, &mut lines, &mut environment, &mut out).run(first).unwrap();
    Talk {
        text: String::from_utf8(out).unwrap(),
        took: environment.now.get().as_secs(),
        effects: environment.effects,
    }
}

fn talk(first: Launch, lines: &[(u64, &'static str)]) -> Talk {
    talk_as(first, Settings::default(), true, lines)
}

fn read(lines: &[&'static str]) -> String {
    let lines: Vec<_> = lines.iter().map(|line| (0, *line)).collect();
    talk(Launch::Browse, &lines).text
}

/// How often the first page is said.
fn homes(text: &str) -> usize {
    let guide = guide::built_in().unwrap();
    let title = &guide.node(guide.start).title;
    text.lines().filter(|line| line.trim_start_matches("> ") == title.as_str()).count()
}

/// The title of a page that rescue names.
fn title(page: impl Fn(&guide::model::Rescue) -> guide::NodeId) -> String {
    let guide = guide::built_in().unwrap();
    let id = page(guide.rescue.as_ref().unwrap());
    guide.node(id).title.clone()
}

fn session(routine: &str) -> Launch {
    Launch::Stretch { routine: routine.to_owned(), options: Options::default() }
}

fn cramp() -> Launch {
    Launch::Rescue { muscle: None, pose: None, leg: None }
}

#[test]
fn a_session_runs_to_its_end_without_a_single_line_of_input() {
    let talk = talk(session("bedtime"), &[]);
    assert_eq!(talk.took, 170, "{}", talk.text);
    let last = talk.text.lines().last().unwrap();
    assert_eq!(last, "Done. Left leg held 1 minute, right leg 1 minute. 12 of 12 holds done.");
}

#[test]
fn a_session_that_ends_as_it_is_left_is_noted() {
    let talk = talk(session("bedtime"), &[(170, "q")]);
    let is_note = |effect: &Effect| {
        matches!(effect, Effect::Diary(DiaryRequest::Add(NewEntry::Stretched { .. })))
    };
    assert!(talk.effects.iter().any(is_note), "{:?}", talk.effects);
}

#[test]
fn who_must_not_stretch_is_said_before_the_first_phase() {
    let text = talk(session("bedtime"), &[]).text;
    let check = text.find("Do not stretch or rub").unwrap();
    assert!(check < text.find("Get ready").unwrap());
}

#[test]
fn a_long_hold_says_how_much_is_left_every_ten_seconds_and_nothing_else() {
    let text = talk(session("long-holds"), &[]).text;
    let lines: Vec<&str> = text.lines().collect();
    let hold =
        lines.iter().position(|line| line.starts_with("Hold, left leg, 30 seconds")).unwrap();
    assert_eq!(lines[hold + 1..hold + 3], ["20 seconds left.", "10 seconds left."]);
    assert!(lines[hold + 3].starts_with("Change"), "{}", lines[hold + 3]);
}

#[test]
fn a_session_is_paused_skipped_and_left_by_a_letter() {
    let talk =
        talk(session("bedtime"), &[(12, "p"), (500, "p"), (500, "n"), (501, "b"), (501, "q")]);
    assert!(talk.text.contains("Paused. p: resume. 8 seconds left."), "{}", talk.text);
    assert!(talk.text.contains("Resumed. 8 seconds left."));
    let skipped = talk.text.split("Resumed").nth(1).unwrap();
    assert!(skipped.contains("Change, 3 seconds: right leg next."));
    assert!(skipped.contains("Session paused."), "{skipped}");
    assert_eq!(talk.took, 501);
}

#[test]
fn a_session_is_silent_unless_sound_was_asked_for() {
    let quiet = |effect: &Effect| {
        matches!(effect, Effect::Device(DeviceRequest::Ring | DeviceRequest::Speak(_)))
    };
    assert!(!talk(session("bedtime"), &[]).effects.iter().any(quiet));
    let settings = Settings { sound: crate::app::settings::CueChoice::On, ..Settings::default() };
    let loud = talk_as(session("bedtime"), settings, true, &[]);
    assert!(loud.effects.iter().any(quiet));
}

#[test]
fn the_steps_against_a_cramp_come_one_by_one_and_the_advice_by_itself() {
    let talk = talk(cramp(), &[(1000, "q")]);
    let first: Vec<&str> = talk.text.lines().take(3).collect();
    assert_eq!(first[0], "A cramp now: calf, lying.");
    assert!(first[1].contains("Do not stretch or rub"));
    assert!(first[2].starts_with("1. "), "the first step needs no key");
    let minute = talk.text.find("\n1 minute.").unwrap();
    assert!(talk.text.find("\n4. ").unwrap() < minute);
    let advice = talk.text.find(&title(|rescue| rescue.over_limit)).unwrap();
    let before = talk.text.find("\n9 minutes.").unwrap();
    let after = talk.text.find("\n11 minutes.").unwrap();
    assert!(before < advice && advice < after);
}

#[test]
fn a_minute_earlier_counts_and_enter_leads_to_after_care() {
    let lines = [(5, "-"), (6, "4"), (7, "standing"), (30, ""), (31, "q")];
    let text = talk(cramp(), &lines).text;
    assert!(text.contains("A cramp now: foot, lying."), "{text}");
    assert!(text.contains("A cramp now: foot, standing."));
    assert!(text.contains("It lasted 1:30."), "{text}");
    assert!(text.contains(&title(|rescue| rescue.after)));
}

#[test]
fn the_leg_is_said_by_its_word_or_the_next_one_by_x() {
    let lines = [(3, "right"), (4, "right"), (5, "x"), (6, "x"), (7, "LEFT"), (8, ""), (9, "q")];
    let told = talk(cramp(), &lines);
    let legs: Vec<&str> = told
        .text
        .lines()
        .filter(|line| line.split(' ').count() <= 3)
        .filter(|line| line.to_lowercase().contains("leg"))
        .collect();
    let expected = ["Right leg.", "Both legs.", "Leg not said.", "Left leg."];
    assert_eq!(legs, expected, "{}", told.text);
    let leg = told.effects.iter().find_map(|effect| match effect {
        Effect::Diary(DiaryRequest::Add(NewEntry::Cramp(cramp))) => Some(cramp.leg),
        _ => None,
    });
    assert_eq!(leg, Some(Some(Leg::Left)));
    // The steps do not begin again.
    assert_eq!(told.text.matches("A cramp now").count(), 1);
}

#[test]
fn where_nobody_can_answer_a_cramp_is_told_whole_and_the_guide_goes_on() {
    let lines = [(0, "c"), (0, "q")];
    let text = talk_as(Launch::Browse, Settings::default(), false, &lines).text;
    assert!(text.contains("Still there after 10 minutes"));
    // The steps after it stretch once more: who must not is said above them too.
    let after = text.split("When it has let go\n").nth(1).unwrap();
    let check = after.find("Do not stretch or").unwrap();
    assert!(check < after.find(" 1. ").unwrap(), "{text}");
    assert_eq!(homes(&text), 2);
}

#[test]
fn stretches_start_through_the_safety_gate_and_not_after_a_danger_sign() {
    let text = read(&["s", "b", "q"]);
    assert!(text.contains("Do not stretch or rub\nEnter: none of these, start."));
    let text = read(&["2", "n", "1", "b", "1", "s", "q"]);
    assert!(text.contains("You reported a danger sign"), "{text}");
    assert!(!text.contains("Get ready"));
}

#[test]
fn an_answer_is_changed_and_the_trail_goes_on_from_there() {
    let text = read(&["2", "n", "1", "a", "1", "1", "q"]);
    let answers = text.split("Choose one to answer").nth(1).unwrap();
    assert!(answers.contains("  2  "), "both answers are listed: {answers}");
    assert!(answers.contains("Emergency: get help now"), "the other answer counts");
}

#[test]
fn a_search_is_a_numbered_list_and_a_number_opens_it() {
    let text = read(&["/pickle", "1", "b", "/", "/xyzzy", "q"]);
    assert!(text.contains("  1  Pickle juice"), "{text}");
    let opened = text.split("> ").nth(2).unwrap();
    assert!(opened.starts_with("Pickle juice"), "{opened}");
    assert!(text.contains("Write / and what to look for"));
    assert!(text.contains("Nothing found"));
}

#[test]
fn the_end_of_input_at_a_question_leaves() {
    let text = read(&["2"]);
    assert!(text.ends_with("> \n"), "{text}");
}

#[test]
fn a_guide_that_is_saved_is_reloaded_also_line_by_line() {
    let text = "{schema: 1, title: T, version: '1', language: en, notice: N, start: a, \
                rescue: none, danger: none, diary: none, \
                nodes: {a: {kind: topic, title: Saved anew, text: B}}}";
    let parsed = |text: &str| guide::load::parse("f", text.as_bytes()).unwrap();
    // Another guide, and the same page with another title.
    for old in [guide::built_in().unwrap(), parsed(&text.replace("Saved anew", "Old"))] {
        let (mut lines, mut environment) = script(&[(0, "?"), (2, "q")], None);
        environment.outside = Some(Message::GuideChanged(Ok(Arc::new(parsed(text)))));
        let mut out = Vec::new();
        let mut state = State::plain(Arc::new(old), Settings::default(), WINDOW);
        let mut app = PlainApp::new(&mut state, &mut lines, &mut environment, &mut out);
        app.run(Launch::Browse).unwrap();
        let text = String::from_utf8(out).unwrap();
        let (before, after) = text.split_at(text.find("Saved anew").unwrap_or(text.len()));
        assert!(!before.contains("reloaded") && after.contains("Guide reloaded."), "{text}");
    }
}

#[test]
fn an_interrupted_session_that_nobody_can_answer_goes_on_by_itself() {
    let (mut lines, mut environment) = script(&[], Some(14));
    let mut out = Vec::new();
    let guide = guide::built_in().unwrap();
    let mut state =
        State { has_keyboard: false, ..State::plain(Arc::new(guide), Settings::default(), WINDOW) };
    let mut app = PlainApp::new(&mut state, &mut lines, &mut environment, &mut out);
    app.run(session("bedtime")).unwrap();
    let text = String::from_utf8(out).unwrap();
    assert!(text.contains("Interrupted. p: resume."), "{text}");
    assert!(text.contains("Get ready, left leg, 3 seconds."), "{text}");
    assert!(text.contains("12 of 12 holds done."), "{text}");
    // The stop, what was held before it, and the time to get into position.
    let took = environment.now.get().as_secs();
    assert!((170 + 10 + 3..=170 + 10 + 3 + 5).contains(&took), "{took}");
}

mod misplaced;
mod named_keys;
mod transcript;

#[test]
fn every_key_of_a_session_answers_with_one_true_line() {
    let said = |keys: &[(u64, &'static str)]| {
        let text = talk(session("bedtime"), keys).text;
        text.lines().map(str::to_owned).collect::<Vec<_>>()
    };
    let longer = said(&[(12, "+"), (13, "q")]);
    assert!(longer.contains(&"Longer: 18 seconds left.".to_owned()), "{longer:?}");
    let shorter = said(&[(12, "+"), (13, "-"), (14, "q")]);
    assert!(shorter.contains(&"Shorter: 7 seconds left.".to_owned()), "{shorter:?}");
    let swapped = said(&[(12, "p"), (13, "x"), (14, "q")]);
    let at = swapped.iter().position(|line| line.starts_with("Paused"));
    let after = &swapped[at.unwrap() + 1..];
    assert_eq!(after.first().map(String::as_str), Some("> Legs swapped: right leg."));
    assert!(!after.iter().any(|line| line.starts_with("Hold")), "{after:?}");
}
