//! What the program prints: help, JSON documents, pages, scripts.

use crate::finish::finish;
use crate::shell::{code, file, json, keys, program, run, stderr, stdout};

#[test]
fn the_help_names_every_command_and_fits_the_terminal() {
    let text = stdout(&run(&["--help"]));
    for command in [
        "now",
        "standby",
        "stretch",
        "card",
        "list",
        "show",
        "search",
        "answer",
        "check",
        "paths",
        "graph",
        "schema",
        "config",
        "doctor",
        "completions",
        "man",
    ] {
        assert!(text.contains(&format!("\n  {command} ")), "{command}");
    }
    for line in text.lines() {
        assert!(line.chars().count() <= 100, "{line}");
    }
}

#[test]
fn the_version_names_the_guide_and_its_review() {
    let text = stdout(&run(&["-V"]));
    assert!(text.starts_with(concat!("uncramp ", env!("CARGO_PKG_VERSION"))));
    assert!(text.contains("guide ") && text.contains("last checked"), "{text}");
}

#[test]
fn the_version_names_the_guide_that_a_flag_names() {
    let guide = "tests/guides/good/stiff-neck.yaml";
    for arguments in [["--guide", guide, "-V"], ["-V", "--guide", guide]] {
        let text = stdout(&run(&arguments));
        let named =
            format!("guide A stiff neck at the desk 0.3 ({guide}), last checked 2026-02-28");
        assert_eq!(text.lines().nth(1), Some(&*named), "{text}");
    }
    let broken = "tests/guides/bad/unknown-node.yaml";
    let output = run(&["--guide", broken, "--version"]);
    assert_eq!(output.status.code(), Some(3));
    assert!(output.stdout.is_empty() && stderr(&output).contains("unknown-node"));
}

#[test]
fn doctor_says_why_the_guide_of_the_config_is_not_used() {
    let folder = tempfile::tempdir().unwrap();
    let config = file(folder.path(), "config.yaml", "guide: broken.yaml\n");
    let told = |guide: Option<&str>| {
        if let Some(text) = guide {
            file(folder.path(), "broken.yaml", text);
        }
        let document = json(&["--config", &config, "doctor", "--json"]);
        let findings = document["findings"].as_array().unwrap().clone();
        let named = |name: &str| {
            let found = findings.iter().find(|found| found["name"] == name);
            found.unwrap().clone()
        };
        (named("guide"), named("config file"))
    };
    for guide in [None, Some("schema: 1\n"), Some("title: [\n")] {
        let (guide, config) = told(guide);
        assert_eq!(guide["fine"], false, "{guide}");
        assert!(guide["value"].as_str().unwrap().contains("broken.yaml"));
        assert_eq!(config["fine"], true, "{config}");
    }
}

#[test]
fn without_a_terminal_doctor_promises_no_full_screen() {
    let told = |arguments: &[&str]| {
        let document = json(arguments);
        let findings = document["findings"].as_array().unwrap();
        let mode = findings.iter().find(|found| found["name"] == "mode");
        let mode = mode.unwrap();
        (mode["fine"] == true, mode["value"].as_str().unwrap().to_owned())
    };
    let (fine, words) = told(&["doctor", "--json"]);
    assert!(!fine && words.contains("cannot open"), "{words}");
    // Size and colours of a terminal that is not there are no findings.
    let text = stdout(&run(&["doctor"]));
    assert!(!text.contains("size") && !text.contains("colours"), "{text}");
    assert_eq!(told(&["doctor", "--json", "--plain"]), (true, "line by line".to_owned()));
}

#[test]
fn the_help_of_a_command_is_one_screen_and_the_same_by_either_name() {
    for command in ["now", "stretch", "log", "diary export", "report", "completions"] {
        let help = |name| {
            let words: Vec<&str> = command.split(' ').chain([name]).collect();
            stdout(&run(&words))
        };
        let text = help("--help");
        assert!(text.lines().count() <= 48, "{text}");
        assert_eq!(text, help("-h"));
    }
}

#[test]
fn every_pose_that_is_taken_is_named_in_the_help() {
    let text = stdout(&run(&["now", "--help"]));
    assert_eq!(code(&["now", "--pose", "sitting"]), 0, "as people say it");
    for pose in ["lying", "bed", "seated", "standing"] {
        assert!(text.contains(pose), "{pose} in {text}");
        assert_eq!(code(&["now", "--pose", pose]), 0);
    }
}

#[test]
fn what_is_found_says_who_must_not_stretch_above_the_first_words_on_how() {
    let check = json(&["show", "relief-calf", "--json"])["safety"].clone();
    let check = check.as_str().unwrap();
    for words in ["calf wall", "towel", "rub", "hamstring chair", "bedtime"] {
        let all = json(&["search", words, "--json"]);
        let hits = all.as_array().unwrap();
        for hit in hits {
            if hit["kind"] == "stretch" || hit["kind"] == "routine" {
                assert_eq!(hit["safety"], check, "{hit}");
            }
        }
        let first = hits.iter().find(|hit| hit["safety"] == check).unwrap();
        let title = format!(" {})", first["id"].as_str().unwrap());
        let found = stdout(&run(&["search", words]));
        let lines = found.lines().skip_while(|line| !line.ends_with(&title));
        let below: Vec<&str> = lines.skip(1).take(3).map(str::trim).collect();
        assert!(below.join(" ").starts_with(check), "{words}: {found}");
    }
    let found = stdout(&run(&["search", "statin"]));
    assert!(!found.contains(check), "{found}");
}

#[test]
fn what_tells_how_to_stretch_without_running_says_first_who_must_not() {
    let check = json(&["show", "relief-calf", "--json"])["safety"].clone();
    for told in [
        &["show", "calf-wall-straight", "--json"][..],
        &["show", "bedtime", "--json"],
        &["stretch", "bedtime", "--dry-run", "--json"],
    ] {
        assert_eq!(json(told)["safety"], check, "{told:?}");
    }
    let plan = stdout(&run(&["stretch", "bedtime", "--dry-run"]));
    assert_eq!(plan.lines().nth(1), check.as_str(), "{plan}");
}

#[test]
fn documents_have_the_promised_shape() {
    let list = json(&["list", "--json"]);
    assert_eq!(keys(&list), ["nodes", "routines", "stretches"]);
    assert_eq!(keys(&list["nodes"][0]), ["care", "id", "kind", "title"]);

    let show = json(&["show", "home", "--json"]);
    assert_eq!(show["id"], "home");
    assert_eq!(keys(&show["options"][0]), ["about", "hint", "label", "n", "to"]);

    let text = stdout(&run(&["search", "magnesium"]));
    assert!(text.ends_with("`uncramp show magnesium` prints a whole page.\n"), "{text}");
    let found = json(&["search", "calf", "--json"]);
    assert_eq!(keys(&found[0]), ["excerpt", "id", "kind", "safety", "score", "title"]);

    let answer = json(&["answer", "", "--json"]);
    assert_eq!(keys(&answer), ["care", "kind", "next", "node", "title", "trail"]);
    assert!(answer["care"].is_null());
    assert_eq!(answer["next"][0]["n"], 1);

    let plan = json(&["stretch", "bedtime", "--dry-run", "--json"]);
    assert_eq!(keys(&plan), ["phases", "routine", "safety", "total_ms"]);
    assert_eq!(plan["total_ms"], 170_000);
    assert_eq!(
        keys(&plan["phases"][0]),
        ["kind", "leg", "length_ms", "of", "rep", "start_ms", "stretch"]
    );

    let doctor = json(&["doctor", "--json"]);
    assert_eq!(keys(&doctor["findings"][0]), ["fine", "mend", "name", "value"]);

    let check = json(&["check", "--json"]);
    assert_eq!(keys(&check), ["errors", "problems", "warnings"]);
}

#[test]
fn answers_lead_to_an_outcome_and_its_care_to_an_exit_code() {
    // The last option of each danger question is "none of these".
    let screen = json(&["answer", "2", "--json"]);
    let first = &screen["next"][0];
    assert_eq!(screen["kind"], "symptom");
    let warning = json(&["answer", "2,1", "--json"]);
    assert_eq!(warning["kind"], "warning");
    assert_eq!(warning["node"], first["to"]);
    assert_eq!(warning["trail"][1]["answer"], 1);
    assert_eq!(warning["trail"][1]["label"], first["label"]);
    assert_eq!(warning["next"].as_array().unwrap().len(), 0);
    assert_eq!(code(&["answer", "2,1"]), 0);
    assert_eq!(code(&["answer", "2,1", "--exit-care"]), 12);
    assert_eq!(code(&["answer", "2", "--exit-care"]), 0);
    assert_eq!(code(&["answer", "2,1,1"]), 2, "answers past an outcome");
    // No key can be pressed here: a command names the sources.
    let text = stdout(&run(&["answer", "2,1"]));
    assert!(text.contains("`uncramp show "), "{text}");
    assert!(!text.contains("with i"), "{text}");
    // And no number can be typed: what a page leads to has its id or its command.
    let text = stdout(&run(&["show", "relief-bedtime"]));
    assert!(text.contains("(`uncramp stretch bedtime`)"), "{text}");
    assert!(text.contains("  -  Bedtime stretches on a chair (relief-seated)\n"), "{text}");
    let text = stdout(&run(&["answer", ""]));
    assert!(text.contains("  8  A child with leg pain"), "{text}");
}

#[test]
fn the_card_fits_one_page_and_carries_rescue_and_danger() {
    let text = stdout(&run(&["card"]));
    assert!(text.lines().count() <= 66, "{} lines", text.lines().count());
    for line in text.lines() {
        assert!(line.chars().count() <= 80, "{line}");
    }
    assert!(text.contains("Do not stretch or rub") && text.contains("Emergency"));
    for hint in ["coughing blood. Or ", "belly. Or tingling round the mouth"] {
        assert!(text.contains(hint), "a sign with its hint: {text}");
    }
    for muscle in ["Back of the thigh, lying", "Front of the thigh, lying", "Foot, lying"] {
        assert!(text.contains(muscle), "{muscle}: {text}");
    }
}

#[test]
fn a_guide_on_another_topic_still_has_rescue_on_its_card() {
    let folder = tempfile::tempdir().unwrap();
    let guide = file(
        folder.path(),
        "tea.yaml",
        "schema: 1\ntitle: Tea\nversion: '1'\nlanguage: en\nnotice: About tea.\nstart: pot\n\
         nodes:\n  pot: {kind: menu, title: Pot, options: [{label: A, to: leaf}]}\n  \
         leaf: {kind: topic, title: A leaf, text: Green.}\n",
    );
    let output = run(&["--guide", &guide, "card"]);
    let text = stdout(&output);
    assert!(text.starts_with("TEA: FIRST AID CARD"), "{text}{}", stderr(&output));
    assert!(text.contains("Calf") && text.contains("From the built-in guide"), "{text}");
    assert!(stdout(&run(&["--guide", &guide, "now"])).contains("From the built-in guide"));
    let list = stdout(&run(&["--guide", &guide, "show", "leaf"]));
    assert!(list.starts_with("A leaf\n"), "{list}");
}

#[test]
fn no_line_of_a_card_leads_nowhere_and_no_heading_stands_over_nothing() {
    for guide in ["bicycle", "stiff-neck"] {
        let file = format!("tests/guides/good/{guide}.yaml");
        let text = stdout(&run(&["--guide", &file, "card"]));
        let lines: Vec<&str> = text.lines().collect();
        assert!(lines.len() <= 66, "{text}");
        for pair in lines.windows(2) {
            let heads = pair[0].starts_with("Still there") || pair[0].starts_with("When it has");
            assert!(!(heads && pair[1].is_empty()), "{text}");
        }
        assert!(!text.contains("- Signs that need a doctor today"), "{text}");
        let expected = match guide {
            "bicycle" => "Urgent: get help today\n- One leg swollen",
            _ => "Still there after 5 minutes\nRing a doctor today.\n",
        };
        assert!(text.contains(expected), "{text}");
    }
}

#[test]
fn what_a_guide_says_cannot_steer_the_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let head = "schema: 1\ntitle: T\nversion: '1'\nlanguage: en\nnotice: N\nstart: a\nnodes:\n";
    let refused = "  a: {kind: menu, title: \"A\\e[2J\", options: [{label: \"L\\x9b31m\", to: b}]}\n  \
                   b: {kind: topic, title: B, text: \"\\a\"}\n";
    let taken = "  a: {kind: menu, title: A, options: [{label: L, to: b}]}\n  \
                 b: {kind: topic, title: B, text: \"x &#27;[31m &#155;2J &#x202e; y\"}\n";
    for (name, nodes, works) in [("refused.yaml", refused, false), ("taken.yaml", taken, true)] {
        let guide = file(folder.path(), name, &format!("{head}{nodes}"));
        for arguments in [
            "list",
            "show a",
            "show b",
            "search x",
            "answer 1",
            "card",
            "show b --json",
            "graph",
            "paths --list",
            "check",
            "--plain",
        ] {
            let mut command = program();
            command.args(["--guide", &guide]).args(arguments.split(' '));
            let output = command.output().unwrap();
            assert!(!works || output.status.success(), "{name} {arguments}: {}", stderr(&output));
            for bytes in [&output.stdout, &output.stderr] {
                let text = String::from_utf8_lossy(bytes);
                let steers = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
                assert!(!text.contains(steers), "{name} {arguments}: {text:?}");
            }
        }
    }
}

#[test]
fn the_program_and_each_command_have_a_manual_page() {
    let page = stdout(&run(&["man"]));
    for part in [".TH uncramp 1", "uncramp-stretch", "EXIT STATUS", "NO_COLOR", "emergency_number"]
    {
        assert!(page.replace("\\-", "-").contains(part), "{part}");
    }
    let page = stdout(&run(&["man", "diary", "export"]));
    assert!(page.contains(".TH uncramp-diary-export 1"), "{page}");
    assert_eq!(code(&["man", "nothing"]), 2);
}

#[test]
fn plain_mode_reads_answers_from_a_pipe() {
    for (arguments, variable) in [
        (&["--plain"][..], ("LANG", "C.UTF-8")),
        (&[], ("ACCESSIBLE", "1")),
        (&[], ("TERM", "dumb")),
    ] {
        let mut command = program();
        command.args(arguments).env(variable.0, variable.1);
        let output = finish(&mut command, "2\nb\nq\n");
        assert_eq!(output.status.code(), Some(0));
        let text = stdout(&output);
        assert!(text.contains("\n> 2\n") && text.contains("0  Not sure"), "{text}");
        assert!(!text.contains('\u{1b}'));
    }
}

#[test]
fn addresses_are_printed_whole_so_that_they_can_be_copied() {
    for page in ["calf-wall-straight", "bedtime", "swollen-leg"] {
        let text = stdout(&run(&["show", page]));
        let document = json(&["show", page, "--json"]);
        let sources = document["sources"].as_array().unwrap();
        assert!(!sources.is_empty());
        for source in sources {
            let url = source["url"].as_str().unwrap();
            let is_whole = |line: &str| line.trim() == url;
            assert!(text.lines().any(is_whole), "{url} in {text}");
        }
    }
}
