//! What the program costs in a terminal, beside the least that a ratatui program costs.
//!
//! `cargo bench --bench terminal`
//!
//! Every program runs in a pseudo-terminal of its own, in turn, many times; what is
//! compared are figures of the same run. Times are what a quiet machine would need: the
//! tenth percentile, because a busy one only adds. The kernel counts CPU and wake-ups
//! (Linux); elsewhere those columns stay empty.

#![expect(clippy::expect_used, reason = "a measurement may fail loudly")]

mod program;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::Duration;

use program::{Cost, Program};

/// Starts, and keys of each start.
const STARTS: usize = 40;
const KEYS: usize = 10;
/// How long a program is left alone, in seconds.
const ALONE: u64 = 6;

fn main() {
    // As installed: a file that a linker wrote is mapped more slowly than its copy.
    let place = tempfile::tempdir().expect("a folder");
    let installed = |file: &Path| {
        let copy = place.path().join(file.file_name().expect("a name"));
        fs::copy(file, &copy).expect("a copy");
        copy
    };
    let floor = installed(&floor());
    let own = installed(Path::new(env!("CARGO_BIN_EXE_uncramp")));
    let list = |name, words: &[&str], key| Program::new(name, own.clone(), words, key);
    let programs = [
        Program::new("the floor", floor, &["--tick"], "j"),
        list("uncramp", &["--no-save"], "j"),
        list("uncramp now", &["--no-save", "now"], "x"),
        list("uncramp stretch", &["--no-save", "stretch", "--ready", "60"], " "),
        list("uncramp standby", &["--no-save", "standby"], ""),
    ];
    starts_and_keys(&programs[..4]);
    alone(&programs);
    println!("Size of the program: {:.2} MB", size(&own));
}

/// Builds the floor as the program itself was built.
fn floor() -> PathBuf {
    let cargo = env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let built =
        Command::new(cargo).args(["build", "--quiet", "--release", "--example", "floor"]).status();
    assert!(built.expect("cargo runs").success());
    let own = PathBuf::from(env!("CARGO_BIN_EXE_uncramp"));
    own.parent().expect("a folder").join("examples/floor")
}

#[expect(clippy::cast_precision_loss, reason = "a few megabytes")]
fn size(file: &Path) -> f64 {
    fs::metadata(file).expect("a file").len() as f64 / 1e6
}

fn starts_and_keys(programs: &[Program]) {
    let mut costs: Vec<Vec<Cost>> = programs.iter().map(|_| Vec::new()).collect();
    for _ in 0..STARTS {
        // In turn: whatever else the machine does falls on all of them.
        for (program, costs) in programs.iter().zip(&mut costs) {
            costs.push(program.start(KEYS));
        }
    }
    println!(
        "| program | first frame, ms | CPU until it rests, ms | key to frame, us | leaving, ms | resident, MB |"
    );
    println!("|---|--:|--:|--:|--:|--:|");
    let least: Vec<f64> = figures(&costs[0]);
    for (program, costs) in programs.iter().zip(&costs) {
        let cells = figures(costs);
        let cells =
            cells.iter().zip(&least).map(|(own, floor)| format!("{own:.2} ({:.2}x)", own / floor));
        println!("| {} | {} |", program.name, cells.collect::<Vec<_>>().join(" | "));
    }
    println!();
}

fn figures(costs: &[Cost]) -> Vec<f64> {
    let of = |pick: fn(&Cost) -> f64| tenth(costs.iter().map(pick).collect());
    let keys = costs.iter().flat_map(|cost| cost.keys.iter().copied());
    vec![
        of(|cost| cost.first_frame),
        of(|cost| cost.cpu),
        tenth(keys.collect()),
        of(|cost| cost.leaving),
        of(|cost| cost.resident),
    ]
}

/// The tenth percentile.
fn tenth(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 10).copied().unwrap_or(f64::NAN)
}

/// What a program costs while nobody presses a key.
fn alone(programs: &[Program]) {
    println!(
        "| left alone for {ALONE} s | wake-ups a second | writes a second | bytes a write | CPU, ms a second |"
    );
    println!("|---|--:|--:|--:|--:|");
    for program in programs {
        let mut run = program.open();
        thread::sleep(Duration::from_millis(700));
        let before = run.so_far();
        thread::sleep(Duration::from_secs(ALONE));
        let spent = run.so_far().since(&before);
        let second = |count: f64| count / f64::from(u32::try_from(ALONE).expect("a few seconds"));
        let a_write = if spent.writes > 0.0 { spent.bytes / spent.writes } else { 0.0 };
        println!(
            "| {} | {:.2} | {:.2} | {a_write:.0} | {:.3} |",
            program.name,
            second(spent.wakeups),
            second(spent.writes),
            second(spent.cpu),
        );
        run.leave();
    }
    println!();
}
