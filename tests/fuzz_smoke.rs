//! The functions that the fuzzer calls, on the inputs that were worth keeping
//! and on 1,000 random ones each.

#![expect(clippy::expect_used, clippy::unwrap_used, reason = "a test may fail loudly")]

#[path = "../fuzz/src/lib.rs"]
mod fuzz;

use std::path::Path;

use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestRng};

const RANDOM: usize = 1_000;

/// Calls it on every kept input, on each with random damage, and on noise.
fn smoke(name: &str, run: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds");
    let mut kept: Vec<Vec<u8>> = std::fs::read_dir(folder.join(name))
        .unwrap()
        .map(|file| std::fs::read(file.unwrap().path()).unwrap())
        .collect();
    kept.sort();
    assert!(kept.len() >= 5, "{name} has {} inputs", kept.len());
    for input in &kept {
        run(input);
    }
    let mut rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    for n in 0..RANDOM {
        let mut input = if n % 4 == 0 {
            vec![0; rng.next_u32() as usize % 200]
        } else {
            kept[rng.next_u32() as usize % kept.len()].clone()
        };
        if n % 4 == 0 {
            rng.fill_bytes(&mut input);
        }
        for _ in 0..=n % 5 {
            damage(&mut input, &mut rng);
        }
        run(&input);
    }
}

/// Changes, drops, doubles or cuts a piece.
fn damage(input: &mut Vec<u8>, rng: &mut TestRng) {
    if input.is_empty() {
        return;
    }
    let at = rng.next_u32() as usize % input.len();
    let length = (1 + rng.next_u32() as usize % 12).min(input.len() - at);
    match rng.next_u32() % 4 {
        0 => input[at] = rng.next_u32().to_le_bytes()[0],
        1 => drop(input.drain(at..at + length)),
        2 => {
            let piece = input[at..at + length].to_vec();
            input.splice(at..at, piece);
        }
        _ => input.truncate(at + 1),
    }
}

#[test]
fn any_guide_file_is_used_or_refused_with_reasons() {
    smoke("guide", fuzz::guide::run);
}

#[test]
fn any_config_file_is_read_or_its_mistakes_are_told() {
    smoke("config", fuzz::config::run);
}

#[test]
fn any_import_is_refused_or_handed_out_again_without_loss() {
    smoke("import", fuzz::import::run);
}

#[test]
fn any_answers_lead_to_advice_only_behind_the_danger_screen() {
    smoke("answers", fuzz::answers::run);
}

#[test]
fn any_bytes_from_the_keyboard_leave_the_state_whole() {
    smoke("keys", fuzz::keys::run);
}
