//! Turns `guide.yaml` into the compact form that is embedded in the program,
//! so that starting parses no YAML. Whether the content is right is the
//! business of `uncramp check`, which a test runs on it. Also tells the linker what
//! this system can load.

use std::path::PathBuf;
use std::process::Command;
use std::{env, fs};

use anyhow::Context as _;

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
    let text = fs::read_to_string("guide.yaml").context("guide.yaml")?;
    let guide: raw::RawGuide = raw::RawGuide::from_yaml(&text).context("guide.yaml")?;
    let bytes = postcard::to_allocvec(&guide)?;
    let out = PathBuf::from(env::var_os("OUT_DIR").context("OUT_DIR is not set")?);
    fs::write(out.join("guide.postcard"), bytes)?;
    if loader_reads_packed() {
        println!("cargo::rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
    Ok(())
}

/// Whether the loader of this system reads packed relocations: 0.3 MB less in the file, and
/// less to do at every start. Those of the GNU C library do from version 2.36 on.
fn loader_reads_packed() -> bool {
    let is = |name, value| env::var(name).is_ok_and(|found| found == value);
    let here = env::var("HOST") == env::var("TARGET");
    let gnu = is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu");
    here && gnu && libc_version().is_some_and(|version| version >= (2, 36))
}

fn libc_version() -> Option<(u32, u32)> {
    let told = Command::new("getconf").arg("GNU_LIBC_VERSION").output().ok()?;
    let told = String::from_utf8(told.stdout).ok()?;
    let (major, minor) = told.trim().strip_prefix("glibc ")?.split_once('.')?;
    Some((major.parse().ok()?, minor.parse().ok()?))
}
