//! The guide file is saved while it is read.

use std::sync::Arc;

use uncramp::app::keymap::Context;
use uncramp::app::message::{Launch, Message};
use uncramp::guide::model::Rescue;
use uncramp::guide::raw::Pose;
use uncramp::guide::{self, Guide};

use crate::everywhere::screens;
use crate::harness::{Journey, file};
use crate::launches;
use crate::rescue::{first_step, rescue, says};

fn bicycle() -> Guide {
    file("tests/guides/good/bicycle.yaml")
}

#[test]
fn a_saved_guide_is_read_again_on_the_same_page() {
    let changed = Message::GuideChanged(Ok(Arc::new(bicycle())));
    let end =
        Journey::with(bicycle()).along(&["when", "where", "dry-chain"]).outside(changed).end();
    assert_eq!(end.page(), "dry-chain");
    assert!(end.shows("reloaded"), "{}", end.text());
    assert_eq!(end.state.reading.trail.visits().len(), 4);
}

#[test]
fn a_guide_with_mistakes_shows_them_and_the_last_good_one_stays() {
    let saved = || Message::GuideChanged(Ok(Arc::new(bicycle())));
    let wrong = || Message::GuideChanged(Err("bicycle.yaml:7:3: `titel` is unknown".to_owned()));
    let end =
        Journey::with(bicycle()).along(&["when", "where"]).outside(saved()).outside(wrong()).end();
    assert!(!end.shows("reloaded"), "{}", end.text());
    assert!(end.shows("`titel` is unknown"), "{}", end.text());
    assert!(end.shows("last good guide"), "{}", end.text());
    let back =
        Journey::with(bicycle()).along(&["when", "where"]).outside(wrong()).press("<esc>").end();
    assert_eq!((back.page(), back.state.context()), ("where", Context::Guide));
    // Mended, the problems go by themselves.
    let mended = Journey::with(bicycle())
        .along(&["when", "where"])
        .outside(wrong())
        .outside(wrong())
        .outside(saved())
        .end();
    assert_eq!((mended.page(), mended.state.context()), ("where", Context::Guide));
}

#[test]
fn a_list_about_something_that_is_gone_closes() {
    let session = || Journey::new().launch(launches::bedtime()).wait(1).press("i");
    assert_eq!(session().end().state.context(), Context::ListOverlay);
    let mut guide = guide::built_in().unwrap();
    guide.stretches.clear();
    let changed = Message::GuideChanged(Ok(Arc::new(guide)));
    let end = session().outside(changed).end();
    assert_eq!(end.state.context(), Context::Timer, "{}", end.text());
}

#[test]
fn another_guide_may_take_the_place_of_this_one_on_every_screen() {
    for (name, journey) in screens() {
        let end = journey
            .outside(Message::GuideChanged(Ok(Arc::new(bicycle()))))
            .press("<down><enter><esc>?<esc>/chain<enter><esc>")
            .resize(100, 30)
            .press("e<esc>c<enter><esc><esc><esc><esc>")
            .end();
        assert!(end.ending.is_none() || name == "summary", "{name}");
        assert_eq!(end.state.guide.title, "A bicycle that squeaks");
    }
}

#[test]
fn mistakes_never_stand_before_a_cramp_a_session_or_what_is_typed() {
    let wrong = || Message::GuideChanged(Err("x.yaml:7:3: `titel` is unknown".to_owned()));
    for (keys, context) in
        [("c", Context::Rescue), ("s<enter>", Context::Timer), ("/calf", Context::Search)]
    {
        let end = Journey::new().press(keys).outside(wrong()).end();
        assert_eq!(end.state.context(), context, "{}", end.text());
        assert!(end.shows("last good guide"), "{}", end.text());
    }
}

/// The built-in guide with other moves against a cramp.
fn changed(change: impl FnOnce(&mut Rescue)) -> Message {
    let mut guide = guide::built_in().unwrap();
    change(guide.rescue.as_mut().unwrap());
    Message::GuideChanged(Ok(Arc::new(guide)))
}

#[test]
fn a_cramp_keeps_steps_when_the_new_guide_lacks_its_muscle() {
    // The muscle is gone: the new guide's own first one, in the pose the person is in.
    let without_calf = || {
        changed(|rescue| {
            rescue.moves.shift_remove("calf");
            rescue.muscle = "foot".into();
        })
    };
    let end = rescue().wait(20).press("<tab><tab>").outside(without_calf()).end();
    let step = first_step(&end, "foot", Pose::Standing);
    assert!(says(&end, &step) && end.shows("foot, standing"), "{}", end.text());
    // Also where it lies under a page.
    let end = rescue().press("e").outside(without_calf()).press("<esc>").end();
    let step = first_step(&end, "foot", Pose::Lying);
    assert!(says(&end, &step), "{}", end.text());
    // A guide that has no rescue borrows the built-in one.
    let borrowed =
        rescue().press("3<tab>").outside(Message::GuideChanged(Ok(Arc::new(bicycle())))).end();
    let step = first_step(&borrowed, "thigh", Pose::Seated);
    assert!(says(&borrowed, &step), "{}", borrowed.text());
}

#[test]
fn a_new_guide_that_keeps_the_moves_lets_the_steps_go_on() {
    let same = changed(|_| {});
    let end = rescue().at(80, 30).wait(13).outside(same).end();
    let moves = &end.state.guide.rescue.as_ref().unwrap().moves["calf"];
    let second = &moves[&Pose::Lying].steps[1].text;
    assert!(says(&end, second), "{}", end.text());
}

#[test]
fn a_session_goes_on_when_the_new_guide_lacks_its_stretches() {
    let mut guide = guide::built_in().unwrap();
    guide.routines.shift_remove("bedtime");
    guide.stretches.shift_remove("calf-wall-straight");
    let without = Message::GuideChanged(Ok(Arc::new(guide)));
    let bedtime = launches::bedtime();
    let end = Journey::new().launch(bedtime).wait(15).outside(without).press("<up>").end();
    assert!(end.shows("calf-wall-straight"), "{}", end.text());
    assert!(end.shows("then right leg"), "{}", end.text());
}

#[test]
fn a_guide_without_cramps_is_refused_while_one_lasts_or_is_waited_for() {
    let guide = || {
        let mut guide = guide::built_in().unwrap();
        guide.rescue = None;
        Message::GuideChanged(Ok(Arc::new(guide)))
    };
    let woken = Journey::new().launch(Launch::Standby).outside(guide()).press("a").end();
    assert_eq!(woken.state.context(), Context::Rescue, "{}", woken.text());
    for keys in ["", "e", "/leg"] {
        let end = rescue().press(keys).outside(guide()).wait(620).end();
        assert!(end.shows("Call your doctor"), "{keys}: {}", end.text());
    }
    let told = rescue().outside(guide()).end();
    assert!(told.shows("has no cramp steps"), "{}", told.text());
    let end = Journey::new().outside(guide()).press("c").end();
    assert!(end.shows("Guide reloaded.") && end.state.rescue().is_none(), "{}", end.text());
}
