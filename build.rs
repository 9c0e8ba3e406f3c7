//! Turns `guide.yaml` into the compact form that is embedded in the program,
//! so that starting parses no YAML. Whether the content is right is the
//! business of `uncramp check`, which a test runs on it.

use std::path::PathBuf;
use std::{env, fs};

use anyhow::Context as _;

#[path = "src/guide/raw.rs"]
#[expect(
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
    let text = fs::read_to_string("guide.yaml").context("guide.yaml")?;
    let guide: raw::Guide = serde_yaml::from_str(&text).context("guide.yaml")?;
    println!("cargo::rustc-env=UNCRAMP_GUIDE_VERSION={}", guide.version);
    let reviewed = match &guide.reviewed {
        Some(day) => format!("reviewed {day}"),
        None => "not yet reviewed".to_owned(),
    };
    println!("cargo::rustc-env=UNCRAMP_GUIDE_REVIEWED={reviewed}");
    let bytes = postcard::to_allocvec(&guide)?;
    let out = PathBuf::from(env::var_os("OUT_DIR").context("OUT_DIR is not set")?);
    fs::write(out.join("guide.postcard"), bytes)?;
    Ok(())
}
