//! The program as a shell sees it: output, exit codes, closed pipes, missing homes.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_uncramp"));
    for name in [
        "NO_COLOR",
        "CLICOLOR_FORCE",
        "ACCESSIBLE",
        "REDUCED_MOTION",
        "LC_ALL",
        "LANG",
    ] {
        command.env_remove(name);
    }
    // A config file of the person who runs the tests must not count.
    command
        .env("XDG_CONFIG_HOME", "/nonexistent")
        .env("XDG_DATA_HOME", "/nonexistent")
        .env("TERM", "xterm-256color")
        .stdin(Stdio::null());
    command
}

fn run(arguments: &[&str]) -> Output {
    program().args(arguments).output().unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn code(arguments: &[&str]) -> i32 {
    run(arguments).status.code().unwrap()
}

fn json(arguments: &[&str]) -> Value {
    let output = run(arguments);
    assert!(
        output.status.success(),
        "{arguments:?}: {}",
        stderr(&output)
    );
    serde_json::from_slice(&output.stdout).unwrap()
}

fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<&str> = value
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    keys.sort_unstable();
    keys
}

fn file(folder: &Path, name: &str, text: &str) -> String {
    let path = folder.join(name);
    std::fs::write(&path, text).unwrap();
    path.display().to_string()
}

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
    assert!(
        text.contains("guide ") && text.contains("reviewed"),
        "{text}"
    );
}

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
        &["now", "--pose", "flying"],
    ] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(stderr(&output).starts_with("uncramp: "), "{arguments:?}");
        assert!(output.stdout.is_empty(), "{arguments:?}");
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
        assert!(
            stderr(&output).contains(&format!("`{near}`")),
            "{}",
            stderr(&output)
        );
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
        assert_eq!(
            output.status.code(),
            Some(0),
            "{arguments}: {}",
            stderr(&output)
        );
        assert!(output.stderr.is_empty(), "{arguments}: {}", stderr(&output));
    }
}

#[test]
fn a_closed_stderr_is_no_panic() {
    let mut child = program()
        .args(["show", "no-such-page"])
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
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
    assert!(stderr(&output).starts_with("uncramp: "));
}

#[test]
fn rescue_answers_without_terminal_home_config_or_guide() {
    let output = program()
        .args([
            "now",
            "no-such-muscle",
            "--guide",
            "/nonexistent.yaml",
            "--config",
            "/no.yaml",
        ])
        .env_clear()
        .output()
        .unwrap();
    let text = stdout(&output);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let check = text.find("Do not stretch or rub").unwrap();
    assert!(check < text.find(" 1. ").unwrap(), "{text}");
    assert!(text.contains("after 10 minutes") && text.contains("let go"));
    assert!(stderr(&output).contains("the built-in guide is used"));
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
    let bad = file(
        folder.path(),
        "bad.yaml",
        "schema: 1\nnodes: {a: {kind: menu}}\n",
    );
    let binary = folder.path().join("binary.yaml");
    std::fs::write(&binary, [0, 159, 146, 150]).unwrap();
    let config = file(folder.path(), "config.yaml", "theme: pink\nthem: dark\n");
    let (binary, here) = (
        binary.display().to_string(),
        folder.path().display().to_string(),
    );
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
        assert!(
            stderr(&output).contains(arguments[1]),
            "{}",
            stderr(&output)
        );
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
    assert!(
        said.contains("config.yaml:1: unknown key `them`; did you mean `theme`?"),
        "{said}"
    );
    assert!(
        said.contains("missing.yaml") && said.contains("built-in guide is used"),
        "{said}"
    );
    assert!(said.contains("bedtime: nonsense"), "{said}");
    assert!(stdout(&output).contains("call 112"), "{}", stdout(&output));
}

#[test]
fn config_init_writes_a_file_once_and_show_reads_it() {
    let folder = tempfile::tempdir().unwrap();
    let config = |arguments: &[&str]| {
        program()
            .args(arguments)
            .env("XDG_CONFIG_HOME", folder.path())
            .output()
            .unwrap()
    };
    let path = stdout(&config(&["config", "path"]));
    let path = path.trim_end();
    assert!(!Path::new(path).exists());
    assert_eq!(config(&["config", "init"]).status.code(), Some(0));
    let again = config(&["config", "init"]);
    assert_eq!(again.status.code(), Some(1));
    assert!(stderr(&again).contains("left as it is"));
    std::fs::write(path, "theme: light\n").unwrap();
    assert!(stdout(&config(&["config", "show"])).contains("theme: light\n"));
    assert!(stdout(&config(&["config", "--theme", "dark"])).contains("theme: dark\n"));
}

#[test]
fn documents_have_the_promised_shape() {
    let list = json(&["list", "--json"]);
    assert_eq!(keys(&list), ["nodes", "routines", "stretches"]);
    assert_eq!(keys(&list["nodes"][0]), ["care", "id", "kind", "title"]);

    let show = json(&["show", "home", "--json"]);
    assert_eq!(show["id"], "home");
    assert_eq!(keys(&show["options"][0]), ["label", "n", "to"]);

    let found = json(&["search", "calf", "--json"]);
    assert_eq!(keys(&found[0]), ["excerpt", "id", "kind", "score", "title"]);

    let answer = json(&["answer", "", "--json"]);
    assert_eq!(
        keys(&answer),
        ["care", "kind", "next", "node", "title", "trail"]
    );
    assert!(answer["care"].is_null());
    assert_eq!(answer["next"][0]["n"], 1);

    let plan = json(&["stretch", "bedtime", "--dry-run", "--json"]);
    assert_eq!(keys(&plan), ["phases", "routine", "total_ms"]);
    assert_eq!(plan["total_ms"], 170_000);
    assert_eq!(
        keys(&plan["phases"][0]),
        [
            "kind",
            "leg",
            "length_ms",
            "of",
            "rep",
            "start_ms",
            "stretch"
        ]
    );

    let doctor = json(&["doctor", "--json"]);
    assert_eq!(
        keys(&doctor["findings"][0]),
        ["fine", "mend", "name", "value"]
    );

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
}

#[test]
fn the_card_fits_one_page_and_carries_rescue_and_danger() {
    let text = stdout(&run(&["card"]));
    assert!(text.lines().count() <= 66, "{} lines", text.lines().count());
    for line in text.lines() {
        assert!(line.chars().count() <= 80, "{line}");
    }
    assert!(text.contains("Do not stretch or rub") && text.contains("Emergency"));
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
    assert!(
        text.starts_with("TEA: FIRST AID CARD"),
        "{text}{}",
        stderr(&output)
    );
    assert!(text.contains("Calf"));
    let list = stdout(&run(&["--guide", &guide, "show", "leaf"]));
    assert!(list.starts_with("A leaf\n"), "{list}");
}

#[test]
fn what_a_guide_says_cannot_steer_the_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let head = "schema: 1\ntitle: T\nversion: '1'\nlanguage: en\nnotice: N\nstart: a\nnodes:\n";
    let refused = "  a: {kind: menu, title: \"A\\e[2J\", options: [{label: \"L\\x9b31m\", to: b}]}\n  \
                   b: {kind: topic, title: B, text: \"\\a\"}\n";
    let taken = "  a: {kind: menu, title: A, options: [{label: L, to: b}]}\n  \
                 b: {kind: topic, title: B, text: \"x &#27;[31m &#155;2J &#x202e; y\"}\n";
    for (name, nodes, works) in [
        ("refused.yaml", refused, false),
        ("taken.yaml", taken, true),
    ] {
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
            assert!(
                !works || output.status.success(),
                "{name} {arguments}: {}",
                stderr(&output)
            );
            for bytes in [&output.stdout, &output.stderr] {
                let text = String::from_utf8_lossy(bytes);
                let steers = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
                assert!(!text.contains(steers), "{name} {arguments}: {text:?}");
            }
        }
    }
}

#[test]
fn completions_and_manual_page_are_written_for_every_command() {
    for shell in ["bash", "zsh", "fish"] {
        let text = stdout(&run(&["completions", shell]));
        assert!(
            text.contains("stretch") && text.contains("reduced-motion"),
            "{shell}"
        );
    }
    let page = stdout(&run(&["man"]));
    for part in [
        ".TH UNCRAMP 1",
        "uncramp stretch",
        "EXIT STATUS",
        "NO_COLOR",
        "emergency_number",
    ] {
        assert!(page.replace("\\-", "-").contains(part), "{part}");
    }
}

#[test]
fn plain_mode_reads_answers_from_a_pipe() {
    for (arguments, variable) in [
        (&["--plain"][..], ("LANG", "C.UTF-8")),
        (&[], ("ACCESSIBLE", "1")),
        (&[], ("TERM", "dumb")),
    ] {
        let mut child = program()
            .args(arguments)
            .env(variable.0, variable.1)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(b"2\nb\nq\n").unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0));
        let text = stdout(&output);
        assert!(
            text.contains("\n> 2\n") && text.contains("0  Not sure"),
            "{text}"
        );
        assert!(!text.contains('\u{1b}'));
    }
}
