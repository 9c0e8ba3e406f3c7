//! Whatever bytes a guide file holds, the loader answers; and whatever it says,
//! it says about a line that exists.

use proptest::collection::vec;
use proptest::prelude::*;
use uncramp::guide::check::check;
use uncramp::guide::load;
use uncramp::guide::problem::text::render;

const GUIDE: &str = include_str!("guides/good/stiff-neck.yaml");

/// Checks, loads and prints; none of it may panic, and every place must exist.
fn survives(bytes: &[u8]) -> Result<(), TestCaseError> {
    let checked = check("guide.yaml", bytes);
    let text = String::from_utf8_lossy(bytes);
    let lines = text.split('\n').count();
    for problem in &checked.problems.list {
        prop_assert!((1..=lines).contains(&problem.line), "{problem:?} of {lines}");
        prop_assert!(problem.column >= 1);
    }
    let ordered = checked.problems.list.is_sorted_by_key(|problem| problem.line);
    prop_assert!(ordered, "{}", checked.problems);
    prop_assert_eq!(checked.guide.is_some(), checked.problems.errors() == 0);
    render(&checked.problems, true);
    if let Err(problems) = load::parse("guide.yaml", bytes) {
        prop_assert!(problems.errors() > 0);
    }
    Ok(())
}

/// The bytes that mean something to YAML, so that random text reaches far.
fn yaml_like() -> impl Strategy<Value = String> {
    const WORDS: &[&str] = &[
        "a",
        "b: ",
        ": ",
        "- ",
        "\n",
        "\n  ",
        "\n    ",
        "[",
        "]",
        "{",
        "}",
        ",",
        "\"",
        "'",
        "|\n",
        ">-\n",
        "&a ",
        "*a",
        "!x ",
        "# ",
        "? ",
        "---\n",
        "...\n",
        "%YAML 1.2\n",
        "\t",
        "\\",
        "ä",
        "nodes:\n",
        "kind: menu",
        "schema: 1\n",
        "\u{85}",
        "\u{feff}",
        "\r\n",
        "\r",
        "~",
        "1",
    ];
    vec(prop::sample::select(WORDS), 0..60).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_bytes_never_break_the_loader(bytes in vec(any::<u8>(), 0..300)) {
        survives(&bytes)?;
    }

    #[test]
    fn random_yaml_never_breaks_the_loader(text in yaml_like()) {
        survives(text.as_bytes())?;
    }

    #[test]
    fn a_guide_with_bytes_changed_never_breaks_the_loader(
        changes in vec((0..GUIDE.len(), any::<u8>(), any::<bool>()), 1..6)
    ) {
        let mut bytes = GUIDE.as_bytes().to_vec();
        for (at, byte, printable) in changes {
            bytes[at] = if printable { b' ' + byte % 95 } else { byte };
        }
        survives(&bytes)?;
    }

    #[test]
    fn a_guide_with_lines_cut_moved_or_doubled_never_breaks_the_loader(
        cuts in vec((0..GUIDE.len(), 0_usize..200, 0..GUIDE.len()), 1..4)
    ) {
        let mut text = GUIDE.to_owned();
        for (at, length, to) in cuts {
            let start = text.floor_boundary(at);
            let end = text.floor_boundary(start + length);
            let part: String = text[start..end].to_owned();
            if length % 2 == 0 {
                text.replace_range(start..end, "");
            }
            let to = text.floor_boundary(to);
            text.insert_str(to, &part);
        }
        survives(text.as_bytes())?;
    }

    #[test]
    fn what_is_no_problem_becomes_a_guide_that_can_be_used(
        dropped in 0..GUIDE.lines().count()
    ) {
        let lines = GUIDE.lines().enumerate().filter(|(index, _)| *index != dropped);
        let text: Vec<&str> = lines.map(|(_, line)| line).collect();
        let text = text.join("\n");
        survives(text.as_bytes())?;
        let passed = check("guide.yaml", text.as_bytes()).problems.errors() == 0;
        prop_assert_eq!(load::parse("guide.yaml", text.as_bytes()).is_ok(), passed);
    }
}

trait Floor {
    fn floor_boundary(&self, at: usize) -> usize;
}

impl Floor for String {
    fn floor_boundary(&self, at: usize) -> usize {
        let at = at.min(self.len());
        (0..=at).rev().find(|at| self.is_char_boundary(*at)).unwrap_or(0)
    }
}
