//! Completions, tried in the shells that are there.

use std::path::Path;
use std::process::Command;

use crate::shell::{run, stderr, stdout};

#[test]
fn the_help_of_completions_gives_the_line_that_makes_each_shell_complete() {
    let help = stdout(&run(&["completions", "--help"]));
    for (shell, before, asked) in [
        ("bash", "", "complete -p uncramp"),
        (
            "zsh",
            "autoload -U compinit; compinit -D; ",
            "print $_comps[uncramp]",
        ),
        ("fish", "", "complete -C 'uncramp stan'"),
    ] {
        let line = help
            .lines()
            .find(|line| line.trim_start().starts_with(shell));
        let (_, line) = line.unwrap().rsplit_once("  ").unwrap();
        let folder = Path::new(env!("CARGO_BIN_EXE_uncramp")).parent().unwrap();
        let path = format!("{}:/usr/bin:/bin", folder.display());
        let home = tempfile::tempdir().unwrap();
        let mut command = Command::new(shell);
        command
            .env_clear()
            .env("PATH", path)
            .env("HOME", home.path());
        command.args(["-c", &format!("{before}{line}; {asked}")]);
        match command.output() {
            Ok(output) => assert!(
                output.status.success() && !output.stdout.is_empty(),
                "{shell}: {}",
                stderr(&output)
            ),
            Err(why) => println!("{shell} is passed over: {why}"),
        }
    }
}
