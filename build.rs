//! Turns `guide.yaml` into the compact form that is embedded in the program,
//! so that starting parses no YAML. Whether the content is right is the
//! business of `uncramp check`, which a test runs on it.

use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};

#[path = "src/guide/raw.rs"]
#[expect(
    unreachable_pub,
    unused_imports,
    clippy::enum_variant_names,
    reason = "the format is public in the program"
)]
mod raw;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=guide.yaml");
    println!("cargo::rerun-if-changed=src/guide/raw.rs");
    println!("cargo::rerun-if-changed=src/guide/raw");
    let text = fs::read_to_string("guide.yaml")?;
    let guide: raw::Guide =
        serde_yaml::from_str(&text).map_err(|error| format!("guide.yaml: {error}"))?;
    println!("cargo::rustc-env=UNCRAMP_GUIDE_VERSION={}", guide.version);
    let reviewed = match &guide.reviewed {
        Some(day) => format!("reviewed {day}"),
        None => "not yet reviewed".to_owned(),
    };
    println!("cargo::rustc-env=UNCRAMP_GUIDE_REVIEWED={reviewed}");
    let bytes = postcard::to_allocvec(&guide)?;
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?);
    fs::write(out.join("guide.postcard"), bytes)?;
    Ok(())
}
