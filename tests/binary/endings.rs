//! How the program ends: exit codes, closed pipes, missing homes, bad files.

use std::path::Path;
use std::process::Stdio;

use crate::shell::{file, program, run, stderr, stdout};

#[test]
fn wrong_usage_ends_with_2_and_says_what_is_wrong() {
    for arguments in [
        &["--no-such-flag"][..],
        &["no-such-command"],
        &["answer", "1,x"],
        &["answer", "99"],
        &["stretch", "--hold", "soon"],
        &["stretch", "--dry-run", "--hold", "20m"],
        &["--theme", "pink", "list"],
        &["log", "--leg", "middle"],
        &["stretch", "--hold", "-5"],
    ] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let said = stderr(&output);
        let begins = said.starts_with("uncramp: ") || said.starts_with("error: ");
        assert!(begins, "{arguments:?}: {said}");
        assert!(output.stdout.is_empty(), "{arguments:?}");
    }
}

#[test]
fn a_mistyped_command_is_answered_with_the_one_that_was_meant() {
    for (typed, meant) in [
        (&["nwo"][..], "now"),
        (&["stretsh"], "stretch"),
        (&["dairy"], "diary"),
        // Written in the wrong place.
        (&["diary", "log", "--pain", "3"], "log"),
        (&["diary", "add"], "log"),
        (&["log", "list"], "diary list"),
        (&["log", "edit", "3"], "diary edit"),
        (&["undo"], "diary undo"),
        (&["exprot"], "diary export"),
        (&["trial", "report"], "report"),
    ] {
        let output = run(typed);
        assert_eq!(output.status.code(), Some(2));
        let said = stderr(&output);
        assert!(said.contains(&format!("tip: `uncramp {meant}`: ")), "{typed:?}: {said}");
        // The command of the same name that was just refused is no help.
        assert!(!said.contains("similar"), "{typed:?}: {said}");
    }
    for typed in [&["help-me-please"][..], &["list", "zzz"]] {
        assert!(!stderr(&run(typed)).contains("tip:"), "{typed:?}");
    }
}

#[test]
fn help_before_a_command_is_help_behind_it() {
    for (typed, meant) in [
        (&["help"][..], &["--help"][..]),
        (&["help", "now"], &["now", "--help"]),
        (&["help", "diary", "edit"], &["diary", "edit", "--help"]),
    ] {
        let (typed, meant) = (run(typed), run(meant));
        assert_eq!(typed.status.code(), Some(0));
        assert_eq!(typed.stdout, meant.stdout);
    }
    let wrong = run(&["help", "nwo"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(stderr(&wrong).contains("tip: `uncramp now`: "), "{}", stderr(&wrong));
}

#[test]
fn a_time_without_its_flag_is_answered_with_the_flag() {
    for typed in [&["log", "03:10"][..], &["log", "--pain", "3", "03:10"], &["log", "3am"]] {
        let said = stderr(&run(typed));
        let time = typed.last().unwrap();
        assert!(said.contains(&format!("tip: `uncramp log --at {time}`: ")), "{typed:?}: {said}");
    }
}

#[test]
fn an_argument_that_is_quoted_steers_no_terminal() {
    for arguments in [
        &["\u{1b}[31mlist"][..],
        &["--\u{1b}[31m"],
        &["stretch", "--hold", "\u{1b}]0;x\u{7}"],
        &["show", "\u{1b}[31mcalf"],
    ] {
        let said = stderr(&run(arguments));
        assert!(said.contains('\u{fffd}'), "{said:?}");
        assert!(!said.contains(['\u{1b}', '\u{7}']), "{said:?}");
    }
}

#[test]
fn an_unknown_name_ends_with_5_and_names_its_neighbours() {
    for (arguments, near) in [
        (&["show", "danger-sign"][..], "danger"),
        (&["answer", "1", "--from", "hom"], "home"),
        (&["stretch", "bedtme", "--dry-run"], "bedtime"),
        (&["stretch", "bedtme", "--plain"], "bedtime"),
    ] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(5), "{arguments:?}");
        assert!(stderr(&output).contains(&format!("`{near}`")), "{}", stderr(&output));
    }
}

#[test]
fn the_full_screen_without_a_terminal_ends_with_4_and_names_plain() {
    for arguments in [&[][..], &["stretch"], &["standby"]] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(4), "{arguments:?}");
        assert!(stderr(&output).contains("--plain"));
    }
}

#[test]
fn a_closed_pipe_is_success_for_every_command_that_prints() {
    for arguments in [
        "list",
        "card",
        "man",
        "schema",
        "--help",
        "doctor",
        "paths --list",
        "completions bash",
        "show home",
        "search cramp",
        "stretch --dry-run",
        "graph",
        "now",
        "--plain",
        "check --json",
    ] {
        let mut child = program()
            .args(arguments.split(' '))
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{arguments}: {}", stderr(&output));
        assert!(output.stderr.is_empty(), "{arguments}: {}", stderr(&output));
    }
}

#[test]
fn a_closed_stderr_is_no_panic() {
    let mut child =
        program().args(["show", "no-such-page"]).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stderr.take());
    assert_eq!(child.wait().unwrap().code(), Some(5));
}

#[test]
fn a_full_disk_is_a_failure_with_a_message() {
    let Ok(full) = std::fs::OpenOptions::new().write(true).open("/dev/full") else {
        return;
    };
    let output = program().arg("list").stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let said = "uncramp: the output cannot be written: the disk is full\n";
    assert_eq!(stderr(&output), said);
}

#[test]
fn rescue_answers_without_terminal_home_config_or_guide() {
    let output = program()
        .args(["now", "no-such-muscle", "--guide", "/nonexistent.yaml", "--config", "/no.yaml"])
        .env_clear()
        .output()
        .unwrap();
    let text = stdout(&output);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let check = text.find("Do not stretch").unwrap();
    assert!(check < text.find(" 1. ").unwrap(), "{text}");
    assert!(text.contains("after 10 minutes") && text.contains("let go"));
    assert!(stderr(&output).contains("the built-in guide is used"));
    let said = "there are no steps for `no-such-muscle`; these are for the calf";
    assert!(stderr(&output).contains(said), "{}", stderr(&output));
}

#[test]
fn rescue_prints_its_first_steps_also_where_a_flag_is_mistyped() {
    for arguments in [
        &["now", "--pose", "flying"][..],
        &["now", "calf", "left"],
        &["--theme", "night", "now", "--quick"],
    ] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(stderr(&output).starts_with("error: "), "{arguments:?}");
        let printed = stdout(&output);
        assert!(printed.starts_with("A cramp now: calf, lying\n"), "{arguments:?}: {printed}");
    }
    assert!(stdout(&run(&["search", "--bad", "now"])).is_empty());
}

#[test]
fn rescue_knows_a_muscle_and_a_leg_by_their_everyday_words() {
    for (word, title) in [
        ("hamstrings", "back of the thigh"),
        ("CALVES", "calf"),
        ("claf", "calf"),
        ("quads", "front of the thigh"),
        ("toes", "foot"),
        ("Feet", "foot"),
    ] {
        let output = run(&["now", word, "--leg", "L", "--pose", "Bed"]);
        let wanted = format!("A cramp now: {title}, left leg, lying\n");
        assert!(stdout(&output).starts_with(&wanted), "{word}: {}", stdout(&output));
        assert!(stderr(&output).is_empty(), "{word}");
    }
}

#[test]
fn rescue_prints_the_muscle_and_position_that_are_asked_for() {
    let text = stdout(&run(&["now", "Foot", "--pose", "standing"]));
    assert!(text.starts_with("A cramp now: foot, standing"), "{text}");
    let text = stdout(&run(&["now", "--pose", "bed"]));
    assert!(text.starts_with("A cramp now: calf, lying"), "{text}");
}

#[test]
fn a_file_named_by_a_flag_that_cannot_be_used_ends_with_3() {
    let folder = tempfile::tempdir().unwrap();
    let bad = file(folder.path(), "bad.yaml", "schema: 1\nnodes: {a: {kind: menu}}\n");
    let binary = folder.path().join("binary.yaml");
    std::fs::write(&binary, [0, 159, 146, 150]).unwrap();
    let config = file(folder.path(), "config.yaml", "theme: pink\nthem: dark\n");
    let (binary, here) = (binary.display().to_string(), folder.path().display().to_string());
    for arguments in [
        ["--guide", &bad, "list"],
        ["--guide", &binary, "list"],
        ["--guide", &here, "list"],
        ["--guide", "/nonexistent.yaml", "list"],
        ["--config", &config, "list"],
        ["--config", "/nonexistent.yaml", "list"],
    ] {
        let output = run(&arguments);
        assert_eq!(output.status.code(), Some(3), "{arguments:?}");
        assert!(stderr(&output).contains(arguments[1]), "{}", stderr(&output));
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn a_mistake_in_the_own_config_is_a_notice_with_its_line() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("uncramp")).unwrap();
    let text = "them: dark\nguide: missing.yaml\nbedtime: nonsense\nemergency_number: \"112\"\n";
    file(&folder.path().join("uncramp"), "config.yaml", text);
    let output = program()
        .args(["show", "cramp-over-limit"])
        .env("XDG_CONFIG_HOME", folder.path())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0));
    let said = stderr(&output);
    assert!(said.contains("config.yaml:1: unknown key `them`; did you mean `theme`?"), "{said}");
    assert!(said.contains("missing.yaml") && said.contains("built-in guide is used"), "{said}");
    assert!(said.contains("bedtime: nonsense"), "{said}");
    assert!(stdout(&output).contains("Call 112"), "{}", stdout(&output));
}

#[test]
fn doctor_calls_no_config_file_fine_that_has_a_mistake_and_no_voice_that_is_not_there() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("uncramp")).unwrap();
    let told = |text: &str| {
        file(&folder.path().join("uncramp"), "config.yaml", text);
        let mut doctor = program();
        doctor.args(["doctor", "--json"]);
        let output = doctor.env("XDG_CONFIG_HOME", folder.path()).output();
        let document = serde_json::from_slice(&output.unwrap().stdout);
        let document: serde_json::Value = document.unwrap();
        let findings = document["findings"].as_array().unwrap().clone();
        move |name: &str| -> Vec<(bool, String)> {
            let named = findings.iter().filter(|found| found["name"] == name);
            let told = named.map(|found| (found["fine"] == true, found["value"].to_string()));
            told.collect()
        }
    };
    let wrong = told("theme: pink\nvoice: no-such-voice -v en\nsound: '/bin/sh -c :'\n");
    let config = wrong("config file");
    assert!(config.iter().all(|(fine, _)| !fine), "{config:?}");
    assert!(config[0].1.contains("`pink` is not a theme"), "{config:?}");
    let voice = wrong("voice");
    assert!(!voice[0].0 && voice[0].1.contains("`no-such-voice`"), "{voice:?}");
    assert_eq!(wrong("sound"), [(true, "\"/bin/sh\"".to_owned())]);
    let right = told("theme: dark\n");
    assert!(right("config file")[0].0 && right("sound").is_empty());
}

#[test]
fn config_init_writes_a_file_once_and_show_reads_it() {
    let folder = tempfile::tempdir().unwrap();
    let config = |arguments: &[&str]| {
        program().args(arguments).env("XDG_CONFIG_HOME", folder.path()).output().unwrap()
    };
    let path = stdout(&config(&["config", "path"]));
    let path = path.trim_end();
    assert!(!Path::new(path).exists());
    assert_eq!(config(&["config", "init"]).status.code(), Some(0));
    let again = config(&["config", "init"]);
    assert_eq!(again.status.code(), Some(1));
    assert!(stderr(&again).contains("there is a file of that name already"));
    std::fs::write(path, "theme: light\n").unwrap();
    assert!(stdout(&config(&["config", "show"])).contains("theme: light\n"));
    assert!(stdout(&config(&["config", "--theme", "dark"])).contains("theme: dark\n"));
}
