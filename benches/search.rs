//! What one keystroke in the search field costs over a guide of 100,000 pages.
//!
//! `cargo bench --bench search`

#![expect(clippy::expect_used, reason = "a bench may fail loudly")]

use std::sync::LazyLock;

use divan::{Bencher, black_box};
use uncramp::guide::load;
use uncramp::guide::search::Index;

#[path = "check/grown.rs"]
mod grown;

const NODES: usize = 100_000;

static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let text = grown::guide(NODES);
    let loaded = load::parse("grown.yaml", text.as_bytes()).expect("it is whole");
    Index::new(&loaded)
});

fn main() {
    divan::main();
}

/// The keystrokes of one search, one letter, a slip of the finger, and nonsense.
#[divan::bench(args = ["c", "ca", "cal", "calf", "calf c", "claf", "xyzzy"], sample_count = 50, sample_size = 1)]
fn keystroke(bencher: Bencher<'_, '_>, query: &str) {
    let index = &*INDEX;
    bencher.bench_local(|| index.search(black_box(query), 50));
}
