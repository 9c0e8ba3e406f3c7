//! A guide on another topic and in another language: nothing of leg cramps is in it.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::process::{Command, Output};

use uncramp::guide::load::parse;
use uncramp::guide::model::NOT_SURE;
use uncramp::guide::raw::Care;
use uncramp::guide::search::Index;
use uncramp::guide::{Guide, NodeId};
use uncramp::stretch::Leg;

const FILE: &str = "tests/guides/good/kaffee.yaml";

fn load(text: &str) -> Guide {
    parse("f.yaml", text.as_bytes()).unwrap()
}

fn coffee() -> Guide {
    load(&std::fs::read_to_string(FILE).unwrap())
}

fn node(guide: &Guide, id: &str) -> NodeId {
    guide.find(id).unwrap()
}

fn run(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_uncramp"));
    command.env_clear().env("XDG_CONFIG_HOME", "/nonexistent").env("XDG_DATA_HOME", "/nonexistent");
    command.args(["--guide", FILE]).args(arguments).output().unwrap()
}

#[test]
fn what_a_guide_does_without_is_not_taken_from_the_built_in_one() {
    let guide = coffee();
    assert!(guide.rescue.is_none() && guide.danger.is_none() && !guide.diary);
    assert_eq!(guide.nodes().len(), 4);
    assert!(guide.routines.is_empty() && guide.stretches.is_empty());
    // Without these words it would borrow both.
    let text = std::fs::read_to_string(FILE).unwrap();
    let text = text.replace("rescue: none\n", "").replace("danger: none\n", "");
    let guide = load(&text);
    assert!(guide.rescue_is_borrowed() && guide.danger_is_borrowed());
}

#[test]
fn a_node_that_says_nothing_of_its_own_has_what_the_defaults_say() {
    let guide = coffee();
    let question = node(&guide, "mahlgrad");
    let unsure = guide.choices(question).into_iter().find(|one| one.key == NOT_SURE).unwrap();
    assert_eq!(unsure.to.node(), guide.find("bohnen"));
    let cause = guide.node(node(&guide, "bohnen"));
    assert_eq!(cause.care, Some(Care::SelfCare));
    assert_eq!(cause.evidence, None);
}

#[test]
fn none_of_these_stands_apart_and_the_guide_uses_its_own_words() {
    let guide = coffee();
    let choices = guide.choices(node(&guide, "mahlgrad"));
    let said: Vec<(String, &str)> =
        choices.iter().map(|choice| (choice.key.to_string(), choice.label)).collect();
    let expected = [("1", "Wie Puder"), ("n", "Keines davon"), ("0", "Weiß nicht")];
    assert_eq!(said, expected.map(|(key, label)| (key.to_owned(), label)));
    assert_eq!(choices[0].hint, Some("Er klebt an den Fingern"));
    assert!(choices[0].about.is_some());
    assert_eq!(guide.words.care(Care::Urgent), "Heute fragen");
    assert_eq!(Leg::Left.named(&guide.words), "links");
    assert_eq!(guide.words.none_within(), "nichts davon");
}

#[test]
fn hints_and_everyday_words_are_found() {
    let guide = coffee();
    let index = Index::new(&guide);
    for (query, wanted) in [("mühle", "grober"), ("klebt", "mahlgrad"), ("verbrannt", "anfang")] {
        let hits = index.search(query, 1);
        let target = uncramp::guide::search::SearchTarget::Node(node(&guide, wanted));
        assert_eq!(hits[0].target, target, "{query}");
    }
}

#[test]
fn what_search_finds_in_the_built_in_guide_says_where_it_comes_from() {
    let search = |guide: &str, query: &str| {
        let mut program = Command::new(env!("CARGO_BIN_EXE_uncramp"));
        program.env_clear().args(["--guide", guide, "search", query]);
        String::from_utf8(program.output().unwrap().stdout).unwrap()
    };
    // This guide borrows rescue and danger signs.
    let said = search("tests/guides/good/bicycle.yaml", "calf");
    let hits: Vec<Vec<&str>> = said.split("\n\n").map(|hit| hit.lines().collect()).collect();
    let borrowed = hits.iter().filter(|hit| hit[0].contains(" @built-in/"));
    assert!(borrowed.clone().count() > 3, "{said}");
    for hit in borrowed {
        assert_eq!(hit[1], "  From the built-in guide to leg cramps.", "{said}");
    }
    let said = search("tests/guides/good/bicycle.yaml", "chain");
    let own = said.split("\n\n").next().unwrap();
    assert!(!own.contains("built-in"), "{said}");
}

#[test]
fn no_card_and_no_stretch_is_made_of_nothing() {
    for arguments in [&["card"][..], &["stretch", "--dry-run"]] {
        let output = run(arguments);
        assert_ne!(output.status.code(), Some(0), "{arguments:?}");
        assert!(output.stdout.is_empty(), "{arguments:?}");
        assert!(!output.stderr.is_empty(), "{arguments:?}");
    }
    let page = String::from_utf8(run(&["show", "mahlgrad"]).stdout).unwrap();
    assert!(page.contains("  n  Keines davon") && page.contains("  0  Weiß nicht"), "{page}");
}

#[test]
fn who_asks_for_rescue_by_command_gets_it_whatever_the_guide_is_about() {
    let printed = String::from_utf8(run(&["now"]).stdout).unwrap();
    assert!(printed.starts_with("A cramp now: calf, lying"), "{printed}");
}

#[test]
fn rescue_cannot_be_chosen_where_there_is_none() {
    let text = std::fs::read_to_string(FILE).unwrap();
    let text = text.replace("to: bohnen}", "to: \"@rescue\"}");
    let problems = parse("f.yaml", text.as_bytes()).unwrap_err();
    let codes: Vec<&str> = problems.list.iter().map(|p| p.code.word()).collect();
    assert_eq!(codes, ["rescue-outside-menu"]);
}

#[test]
fn a_relief_page_says_who_must_not_above_its_first_step_unless_it_leaves_that_out() {
    let text = std::fs::read_to_string("tests/guides/good/stiff-neck.yaml").unwrap();
    let safety = |text: &str| {
        let guide = load(text);
        let page = node(&guide, "afterwards");
        guide.safety_of(guide.node(page)).map(str::to_owned)
    };
    let check = load(&text).rescue.unwrap().check;
    assert_eq!(safety(&text), Some(check));
    let relief = "    kind: relief\n    title: When it has let go\n";
    let says = |check: &str| text.replace(relief, &format!("{relief}    check: {check}\n"));
    assert_eq!(safety(&says("none")), None);
    let problems = |text: &str| parse("f.yaml", text.as_bytes()).unwrap_err().to_string();
    let said = problems(&says("no"));
    assert!(said.ends_with("`check` cannot be `no` (unknown-word)"), "{said}");
    let said =
        problems(&text.replace("    kind: warning\n", "    kind: warning\n    check: none\n"));
    assert!(said.contains("a warning has no `check` (field-not-for-kind)"), "{said}");
}
