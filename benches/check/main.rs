//! What checking and loading a guide costs beside the two bare YAML parses that
//! it cannot do without.
//!
//! `cargo bench --bench check`

#![expect(clippy::expect_used, reason = "a measurement may fail loudly")]

use divan::{Bencher, black_box, counter::BytesCount};
use granit_parser::Parser;
use uncramp::guide::check::check;
use uncramp::guide::{load, raw};

mod grown;

const SIZES: [usize; 3] = [1_000, 10_000, 100_000];

fn main() {
    divan::main();
}

#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn both_bare_parses(bencher: Bencher<'_, '_>, nodes: usize) {
    let text = grown::guide(nodes);
    bencher.counter(BytesCount::of_str(&text)).bench_local(|| {
        for event in Parser::new_from_str(black_box(&text)) {
            black_box(event.expect("it is YAML"));
        }
        serde_yaml::from_str::<raw::RawGuide>(black_box(&text)).expect("it is a guide")
    });
}

#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn checked(bencher: Bencher<'_, '_>, nodes: usize) {
    let text = grown::guide(nodes);
    bencher.counter(BytesCount::of_str(&text)).bench_local(|| {
        let checked = check("grown.yaml", black_box(text.as_bytes()));
        assert!(checked.problems.list.is_empty(), "{}", checked.problems);
        checked
    });
}

#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn loaded(bencher: Bencher<'_, '_>, nodes: usize) {
    let text = grown::guide(nodes);
    bencher.counter(BytesCount::of_str(&text)).bench_local(|| {
        load::parse("grown.yaml", black_box(text.as_bytes())).expect("it is whole")
    });
}
