//! No network: not asked for in the source, not linked, not missed.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::house::{EVERY_COMMAND, House, text};

#[cfg(all(target_os = "linux", target_env = "gnu"))]
/// What a program calls to reach other machines, or to start a shell.
const CALLS: [&str; 11] = [
    "socket",
    "connect",
    "getaddrinfo",
    "gethostbyname",
    "bind",
    "listen",
    "accept4",
    "sendto",
    "recvfrom",
    "system",
    "popen",
];

#[cfg(all(target_os = "linux", target_env = "gnu"))]
/// What it may call instead: a pair of sockets of its own, for signals.
const OWN: &str = "socketpair";

fn sources(folder: &Path, then: &mut impl FnMut(&Path, &str)) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, then);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            then(&path, &fs::read_to_string(&path).unwrap());
        }
    }
}

#[test]
fn no_source_names_the_network() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut seen = 0;
    sources(&src, &mut |path, text| {
        seen += 1;
        for word in ["std::net", "TcpStream", "TcpListener", "UdpSocket", "rustix::net"] {
            assert!(!text.contains(word), "{} names {word}", path.display());
        }
        // Streams of our own: a pair has no address.
        for call in ["UnixStream::connect", "UnixListener", "UnixDatagram"] {
            assert!(!text.contains(call), "{} calls {call}", path.display());
        }
    });
    assert!(seen > 100, "{seen}");
}

#[cfg(all(target_os = "linux", target_env = "gnu"))]
#[test]
fn the_program_is_not_even_linked_to_the_network_or_a_shell() {
    let program = fs::read(env!("CARGO_BIN_EXE_uncramp")).unwrap();
    // The names of what it calls in the C library stand together, between zero bytes.
    let own = [&[0], OWN.as_bytes(), &[0]].concat();
    let at = program.windows(own.len()).position(|bytes| bytes == own);
    let at = at.expect("the names of what it calls");
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || [0, b'_', b'.'].contains(byte);
    let before = program[..at].iter().rev().take_while(|byte| is_name(byte)).count();
    let after = program[at..].iter().take_while(|byte| is_name(byte)).count();
    let names: std::collections::BTreeSet<&[u8]> =
        program[at - before..at + after].split(|byte| *byte == 0).collect();
    for known in [OWN, "poll", "posix_spawnp", "write"] {
        assert!(names.contains(known.as_bytes()), "{known} is not among the names");
    }
    let linked: Vec<_> = CALLS.iter().filter(|name| names.contains(name.as_bytes())).collect();
    assert!(linked.is_empty(), "{linked:?}");
}

/// The prefix that takes the network away; `None` where the system forbids it.
fn without_network() -> Option<&'static [&'static str]> {
    const WAYS: [&[&str]; 2] = [&["unshare", "-n"], &["unshare", "-rn"]];
    let works = |way: &&&[&str]| {
        let mut command = Command::new(way[0]);
        command.args(&way[1..]).arg("true").stderr(Stdio::null());
        command.status().is_ok_and(|status| status.success())
    };
    let way = WAYS.iter().find(works).copied();
    if way.is_none() {
        eprintln!("passed over: this system permits no network namespace");
    }
    way
}

#[test]
fn every_command_does_the_same_without_a_network() {
    let Some(without) = without_network() else {
        return;
    };
    let (here, there) = (House::new(), House::new());
    for (line, input) in EVERY_COMMAND {
        let with = here.run(&[], line, input);
        let cut_off = there.run(without, line, input);
        assert_eq!(with.status.code(), cut_off.status.code(), "{line}");
        let same = |a: &[u8], b: &[u8]| {
            let (a, b) = (shown(a, &here), shown(b, &there));
            assert_eq!(a, b, "{line}");
        };
        same(&with.stdout, &cut_off.stdout);
        same(&with.stderr, &cut_off.stderr);
    }
}

/// What was said, without what differs between two homes and two minutes.
fn shown(bytes: &[u8], house: &House) -> String {
    let home = house.home.path().display().to_string();
    let said = text(bytes).replace(&home, "HOME");
    let is_clock = |c: char| c.is_ascii_digit() || c == ':';
    said.replace(is_clock, "")
}
