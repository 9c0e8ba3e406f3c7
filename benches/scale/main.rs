//! How time and memory grow with a guide and with a diary, as Markdown tables.
//!
//! `cargo bench --bench scale`
//!
//! Each figure comes from a process of its own, so that its peak of memory is
//! nobody else's. Times are the best of several runs: what the work costs, not
//! what else the machine did meanwhile.

#![expect(clippy::expect_used, reason = "a measurement may fail loudly")]

use std::env;
use std::fs;
use std::process::Command;
use std::time::{Duration, Instant};

mod diary;
mod guide;

#[path = "../check/grown.rs"]
mod grown;

/// What one measurement found.
#[derive(Debug, Clone, Copy)]
struct Figure {
    time: Duration,
    /// Peak of resident memory, in KiB.
    memory: u64,
}

fn main() {
    let words: Vec<String> = env::args().collect();
    if let Some(at) = words.iter().position(|word| word == "--one") {
        let size = words[at + 2].parse().expect("a number");
        let time = one(&words[at + 1], size);
        println!("{} {}", time.as_nanos(), peak());
        return;
    }
    guides();
    diaries();
}

fn one(what: &str, size: usize) -> Duration {
    guide::measure(what, size)
        .or_else(|| diary::measure(what, size))
        .expect("a measurement of this name")
}

/// The shortest of some runs of this.
fn best<T>(runs: usize, mut work: impl FnMut() -> T) -> Duration {
    let run = |_| {
        let begin = Instant::now();
        std::hint::black_box(work());
        begin.elapsed()
    };
    (0..runs).map(run).min().expect("a run")
}

/// The peak of this process's resident memory, in KiB; 0 where the system does not say.
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let number = line.and_then(|line| line.split_whitespace().next()?.parse().ok());
    number.unwrap_or(0)
}

/// Measures in a process of its own.
fn measured(what: &str, size: usize) -> Figure {
    let own = env::current_exe().expect("this program");
    let output =
        Command::new(own).args(["--one", what, &size.to_string()]).output().expect("a process");
    assert!(output.status.success(), "{what} {size}");
    let text = String::from_utf8(output.stdout).expect("numbers");
    let mut numbers = text.split_whitespace().map(|word| word.parse().expect("a number"));
    Figure {
        time: Duration::from_nanos(numbers.next().expect("a time")),
        memory: numbers.next().expect("a peak"),
    }
}

fn ms(time: Duration) -> String {
    let ms = time.as_secs_f64() * 1e3;
    match ms {
        100.0.. => format!("{ms:.0} ms"),
        1.0.. => format!("{ms:.1} ms"),
        _ => format!("{:.0} us", ms * 1e3),
    }
}

fn mb(kib: u64) -> String {
    #[expect(clippy::cast_precision_loss, reason = "shown with one digit")]
    let mb = kib as f64 / 1024.0;
    format!("{mb:.1} MB")
}

fn table(head: &[&str], rows: &[Vec<String>]) {
    println!("| {} |", head.join(" | "));
    println!("|{}", "--:|".repeat(head.len()));
    for row in rows {
        println!("| {} |", row.join(" | "));
    }
    println!();
}

fn guides() {
    let rows: Vec<Vec<String>> = [1_000, 10_000, 100_000]
        .into_iter()
        .map(|nodes| {
            let bare = measured("bare", nodes);
            let check = measured("check", nodes);
            let load = measured("load", nodes);
            let ratio = check.time.as_secs_f64() / bare.time.as_secs_f64();
            let bytes = u64::try_from(grown::guide(nodes).len()).unwrap_or(0);
            vec![
                nodes.to_string(),
                mb(bytes / 1024),
                ms(bare.time),
                ms(check.time),
                format!("{ratio:.2}"),
                ms(load.time),
                ms(measured("index", nodes).time),
                ms(measured("search", nodes).time),
                ms(measured("draw", nodes).time),
                mb(check.memory),
                mb(load.memory),
            ]
        })
        .collect();
    table(
        &[
            "nodes",
            "file",
            "two bare parses",
            "check",
            "ratio",
            "load",
            "search index",
            "one search",
            "key and frame",
            "memory of check",
            "memory of load",
        ],
        &rows,
    );
}

fn diaries() {
    let rows: Vec<Vec<String>> = [100, 1_000, 10_000]
        .into_iter()
        .map(|entries| {
            let open = measured("diary", entries);
            vec![
                entries.to_string(),
                ms(open.time),
                ms(measured("charts", entries).time),
                ms(measured("report", entries).time),
                ms(measured("export", entries).time),
                mb(open.memory),
            ]
        })
        .collect();
    table(
        &["entries", "open and read", "count and draw", "report", "export as CSV", "memory"],
        &rows,
    );
}
