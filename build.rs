//! Turns `guide.yaml` into the compact form that is embedded in the program, so that no
//! start of the program parses YAML. A test runs `uncramp check` on its content.

use std::path::PathBuf;
use std::{env, fs};

use anyhow::Context as _;

#[macro_use]
#[path = "src/words.rs"]
mod words;

#[path = "src/guide/raw.rs"]
#[expect(
    dead_code,
    unreachable_pub,
    unused_imports,
    clippy::enum_variant_names,
    reason = "the format is public in the program"
)]
mod raw;

fn main() -> anyhow::Result<()> {
    println!("cargo::rerun-if-changed=guide.yaml");
    println!("cargo::rerun-if-changed=src/guide/raw.rs");
    println!("cargo::rerun-if-changed=src/guide/raw");
    println!("cargo::rerun-if-changed=src/words.rs");
    let text = fs::read_to_string("guide.yaml").context("guide.yaml")?;
    let guide: raw::RawGuide = serde_yaml::from_str(&text).context("guide.yaml")?;
    let bytes = postcard::to_allocvec(&guide)?;
    let out = PathBuf::from(env::var_os("OUT_DIR").context("OUT_DIR is not set")?);
    fs::write(out.join("guide.postcard"), bytes)?;
    Ok(())
}
