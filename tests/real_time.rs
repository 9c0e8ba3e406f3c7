//! Real runs on the real clock: as long as the dry run says, and without drift.
#![expect(
    clippy::unwrap_used,
    clippy::cast_precision_loss,
    reason = "a test may fail loudly; times are short"
)]

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// The program with these arguments, without a home and without input.
fn uncramp(arguments: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_uncramp"));
    command
        .args(arguments.split_whitespace())
        .args(["--no-log", "--no-save"])
        .env_remove("XDG_CONFIG_HOME")
        .stdin(Stdio::null())
        .stderr(Stdio::null());
    command
}

/// When each phase begins and the session ends, in milliseconds.
fn planned(arguments: &str) -> Vec<f64> {
    let output = uncramp(arguments).args(["--dry-run", "--json"]).output();
    let plan: serde_json::Value = serde_json::from_slice(&output.unwrap().stdout).unwrap();
    let starts = plan["phases"].as_array().unwrap().iter();
    starts
        .map(|phase| phase["start_ms"].as_f64().unwrap())
        .chain([plan["total_ms"].as_f64().unwrap()])
        .collect()
}

/// When each of them was said in a real run, in milliseconds since the first.
fn real(arguments: &str) -> Vec<f64> {
    let mut run = uncramp(arguments).arg("--plain").stdout(Stdio::piped()).spawn().unwrap();
    let begins = ["Get ready,", "Hold,", "Change,", "Rest,", "Done."];
    let mut at: Vec<Instant> = Vec::new();
    for line in BufReader::new(run.stdout.take().unwrap()).lines() {
        let line = line.unwrap();
        if begins.iter().any(|begin| line.starts_with(begin)) {
            at.push(Instant::now());
        }
    }
    assert!(run.wait().unwrap().success());
    let ms = |from: Instant, to: Instant| to.duration_since(from).as_secs_f64() * 1000.0;
    at.iter().map(|time| ms(at[0], *time)).collect()
}

/// How much later than planned each moment came, in milliseconds.
fn lateness(arguments: &str) -> Vec<f64> {
    let (planned, real) = (planned(arguments), real(arguments));
    assert_eq!(planned.len(), real.len(), "{real:?}");
    real.iter().zip(planned).map(|(is, was)| is - was).collect()
}

#[test]
fn a_real_run_takes_as_long_as_the_dry_run_says() {
    // No verdict on speed: a machine that is busy wakes its programs late, and not eight times
    // in a row by half a second. A phase too many or too short would show as a second.
    let mut tried = Vec::new();
    while tried.len() < 8 {
        let late = *lateness("stretch --ready 1 --hold 1 --rest 2 --repeat 1").last().unwrap();
        tried.push(late);
        if late.abs() <= 500.0 {
            return;
        }
    }
    panic!("{tried:?}");
}

#[test]
#[ignore = "takes half an hour"]
fn half_an_hour_drifts_by_less_than_twenty_milliseconds() {
    let arguments = "stretch rehab --hold 85 --rest 30 --repeat 5";
    let total = *planned(arguments).last().unwrap();
    assert!(total >= 1_800_000.0, "{total}");
    let begin = Instant::now();
    let late = lateness(arguments);
    let count = late.len() as f64;
    let mean = late.iter().sum::<f64>() / count;
    // Each wake-up is late by chance; drift is what adds up: the slope over the whole run.
    let middle = (count - 1.0) / 2.0;
    let spread: f64 = (0..late.len()).map(|i| (i as f64 - middle).powi(2)).sum();
    let lean: f64 = (0..).zip(&late).map(|(i, late)| (f64::from(i) - middle) * (late - mean)).sum();
    let drift = lean / spread * count;
    println!(
        "{:.0} s, {count} moments: drift {drift:.2} ms, at the end {:.2} ms",
        begin.elapsed().as_secs_f64(),
        late.last().unwrap()
    );
    assert!(begin.elapsed() > Duration::from_secs(1800));
    assert!(drift.abs() <= 20.0, "{late:?}");
}
