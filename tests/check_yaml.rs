//! Mistakes in the YAML itself, each told at its place and in words an author understands.

use uncramp::guide::check::check;
use uncramp::guide::problem::Problem;

const GOOD: &str = r#"schema: 1
title: A puncture
version: "1.0"
language: en
notice: For cyclists. A shop knows more.
start: where

sources:
  manual: {title: Fixing a flat, by: A. Rider, url: "https://example.org/flat", kind: manual, seen: page}

nodes:
  where:
    kind: symptom
    title: Do you hear it hiss?
    options:
      - {label: "Yes", to: hole}
      - {label: "No", to: valve}
    not_sure: valve
  hole:
    kind: cause
    title: A hole in the tube
    text: Patch it, or change the tube. Before that, [look at the valve](valve).
    care: self-care
    evidence: expert
    sources: [manual]
  valve:
    kind: relief
    title: Look at the valve
    steps: [Wet it., Watch for bubbles., Turn it tight.]
    care: self-care
    evidence: expert
    sources: [manual]
"#;

/// What to replace, by what, and the problem: its code, line, column, and a part of what is said.
type Case = (&'static str, &'static str, (&'static str, usize, usize, &'static str));

const TAB: &str = "a tab (U+0009) stands here";
const SPACE: &str = "a no-break space (U+00A0)";

#[rustfmt::skip]
const CASES: &[Case] = &[
    // Text after ` #`.
    ("text: Patch it", "text: Call ward #4. Patch it", ("cut-text", 22, 21, "the text ends here")),
    ("title: Look at the valve", "title: Look # at the valve", ("cut-text", 28, 17, "in quotes")),
    ("[Wet it., Watch", "[Wet it #2,\n      Watch", ("syntax", 29, 20, "the text ends here")),
    // Tabs.
    ("      - {label: \"Yes\"", "      -\t{label: \"Yes\"", ("syntax", 16, 8, TAB)),
    ("    kind: cause\n", "    kind: cause\n\t\n", ("syntax", 21, 1, TAB)),
    ("    kind: cause\n", "    kind: cause\n\t# a comment\n", ("syntax", 21, 1, TAB)),
    ("    title: A hole", "    \ttitle: A hole", ("syntax", 21, 5, TAB)),
    ("    kind: cause", "\tkind: cause", ("syntax", 20, 1, TAB)),
    ("    text: Patch it", "    text: |-\n     \tPatch it", ("syntax", 23, 6, TAB)),
    // A character in two escapes.
    ("title: A puncture", "title: \"A \\ud83d\\udeb2\"", ("syntax", 2, 11, "write the character itself")),
    ("title: A puncture", "title: \"A \\ud83d\"", ("syntax", 2, 11, "`\\ud83d` is not a character")),
    ("title: A hole", "title: \"\\uD83D\\uDE00 hole", ("syntax", 21, 13, "`\\uD83D` is not a character")),
    // Spaces that are none.
    ("    title: A hole", "\u{a0}   title: A hole", ("syntax", 21, 1, SPACE)),
    ("    title: A hole", "   \u{a0}title: A hole", ("syntax", 21, 4, SPACE)),
    ("notice: For", "notice:\u{a0}For", ("syntax", 5, 8, SPACE)),
    ("notice: For", "notice:\u{3000}For", ("syntax", 5, 8, "a wide space (U+3000)")),
    // Anchors.
    ("  hole:\n", "  hole: &h\n", ("alias", 19, 9, "no anchors")),
    ("    options:\n", "    options: &all\n", ("alias", 15, 14, "no anchors")),
    ("sources: [manual]\n  valve", "sources: &s [manual]\n  valve", ("alias", 25, 14, "no anchors")),
    // Colons.
    ("title: A puncture", "title:A puncture", ("syntax", 2, 6, "a space is missing")),
    ("title: A puncture", "title A puncture", ("syntax", 2, 1, "a colon is missing behind `title`")),
    ("title: A puncture", "title\u{ff1a} A puncture", ("syntax", 2, 6, "full-width colon")),
    ("    kind: cause", "    kind cause", ("syntax", 20, 5, "a colon is missing behind `kind`")),
    ("  hole:\n", "  hole\n", ("syntax", 19, 3, "a colon is missing behind `hole`")),
    ("schema: 1", "schema:1", ("syntax", 1, 7, "a space is missing")),
    ("title: A puncture", "title: A puncture: more", ("syntax", 2, 18, "needs quotes")),
    // Brackets, quotes and columns.
    ("Turn it tight.]", "Turn it tight.", ("syntax", 29, 12, "opened and not closed")),
    ("{label: \"Yes\", to: hole}", "{label: Yes #1, to: hole}", ("syntax", 16, 21, "the text ends here")),
    ("{label: \"No\", to: valve}", "{label: \"No\", to: valve", ("syntax", 17, 9, "opened and not closed")),
    ("{label: \"No\", to", "{label: \"No\" to", ("syntax", 17, 22, "behind the closing quote")),
    ("title: A hole in", "title: \"A\" hole in", ("syntax", 21, 16, "behind the closing quote")),
    ("    title: Look", "   title: Look", ("syntax", 28, 4, "does not fit the lines around it")),
    ("    title: Look", "      title: Look", ("syntax", 28, 12, "begin in the same column")),
    ("text: Patch it, or", "text: |\n      Patch it,\n\t\n      or", ("syntax", 24, 1, "a tab (U+0009)")),
    // Text that begins with a sign of YAML, and items without a hyphen.
    ("title: Look at", "title: {emergency} at", ("syntax", 28, 12, "begins with { needs quotes")),
    ("text: Patch it", "text: [Patch](valve) it", ("syntax", 22, 11, "begins with [ needs quotes")),
    ("title: Look at", "title: **Look** at", ("syntax", 28, 12, "begins with * needs quotes")),
    ("title: Look at", "title: @Look at", ("syntax", 28, 12, "begins with @ needs quotes")),
    ("title: Look at", "title: `Look` at", ("syntax", 28, 12, "begins with ` needs quotes")),
    ("title: Look at", "title: %Look at", ("syntax", 28, 12, "begins with % needs quotes")),
    ("title: Look at", "title: > Look at", ("syntax", 28, 12, "begins with > needs quotes")),
    ("title: Look at", "title: - Look at", ("syntax", 28, 12, "begins with - needs quotes")),
    ("[Wet it., Watch", "[Wet it., @Watch", ("syntax", 29, 22, "begins with @ needs quotes")),
    ("      - {label: \"No\"", "      -{label: \"No\"", ("syntax", 17, 7, "a hyphen and a space")),
    ("      - {label: \"No\"", "      \u{2013} {label: \"No\"", ("syntax", 17, 7, "a hyphen and a space")),
    ("      - {label: \"No\"", "      \u{2022} {label: \"No\"", ("syntax", 17, 7, "a hyphen and a space")),
    ("schema: 1", "%YAML 1.2\nschema: 1", ("syntax", 1, 1, "an instruction to YAML")),
    // Commas and quotes of a word processor.
    ("\"Yes\", to", "\"Yes\u{201d}, to", ("syntax", 16, 21, "a typographic quote (U+201D)")),
    ("\"Yes\", to", "\"Yes\"\u{ff0c}to", ("syntax", 16, 22, "a full-width comma (U+FF0C)")),
    ("nodes:\n", "nodes: {\n", ("syntax", 13, 9, "the closing bracket is missing")),
    // Commas, and colons in braces.
    ("[Wet it., Watch", "[Wet it., , Watch", ("syntax", 29, 22, "nothing between these two commas")),
    ("[Wet it., Watch", "[Wet it.,, Watch", ("syntax", 29, 21, "nothing between these two commas")),
    ("{label: \"Yes\", to", "{label: \"Yes\", , to", ("syntax", 16, 24, "nothing between these two commas")),
    ("{label: \"Yes\", to", "{\"label\"\n        : \"Yes\", to", ("syntax", 17, 9, "a colon stands at the beginning")),
    ("{label: \"Yes\", to", "{label: :Yes, to", ("syntax", 16, 17, "a colon stands at the beginning")),
    // The number of the format.
    ("schema: 1", "schema: \"1\"", ("wrong-schema", 1, 9, "write 1 without quotes")),
    ("schema: 1", "schema: '1'", ("wrong-schema", 1, 9, "write 1 without quotes")),
    ("schema: 1", "schema: 2", ("wrong-schema", 1, 9, "format `2`")),
    // A question that leads back to itself.
    ("\"No\", to: valve", "\"No\", to: where", ("self-loop", 17, 27, "back to its own question")),
    ("not_sure: valve", "not_sure: where", ("self-loop", 18, 15, "back to its own question")),
    // Markdown that pages do not show.
    ("text: Patch it", "text: Patch **it", ("markdown", 22, 17, "a mark that is not closed")),
    ("text: Patch it", "text: Patch *it", ("markdown", 22, 17, "a mark that is not closed")),
    ("text: Patch it", "text: Patch <b>it</b>", ("markdown", 22, 17, "HTML")),
    ("text: Patch it", "text: Patch `it`", ("markdown", 22, 17, "code")),
    ("[Wet it.,", "[\"![Wet](x.png) it.\",", ("markdown", 29, 14, "an image")),
    // Options by number.
    ("text: Patch it", "text: As in line 2, patch it", ("numbered-option", 22, 17, "line 2")),
    ("[Wet it.,", "[Read option 1 again.,", ("numbered-option", 29, 18, "option 1")),
];

fn problems(text: &str) -> Vec<Problem> {
    check("f.yaml", text.as_bytes()).problems.list
}

#[test]
fn the_guide_without_a_mistake_has_no_problem() {
    assert_eq!(problems(GOOD), []);
}

#[test]
fn each_mistake_is_told_where_it_is() {
    let mut wrong = Vec::new();
    for (from, to, (code, line, column, part)) in CASES {
        assert!(GOOD.contains(from), "{from}");
        let found = problems(&GOOD.replacen(from, to, 1));
        let told = found.iter().any(|problem| {
            let words = format!("{} {}", problem.message, problem.help.as_deref().unwrap_or(""));
            let place = (problem.code.word(), problem.line, problem.column);
            place == (*code, *line, *column) && words.contains(part)
        });
        if !told {
            wrong.push(format!("{to:?}: {code} {line}:{column} {part}\n    {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Ordinary texts that look a little like mistakes.
#[test]
fn what_is_no_mistake_is_not_told() {
    for (from, to) in [
        ("text: Patch it", "text: Ward#4 and 5 * 3 = 15. Patch it"),
        ("text: Patch it", "text: \"Call ward #4. Patch it"),
        ("text: Patch it", "text: **Patch** *it* and snake_case"),
        ("title: A hole", "# A comment\n    title: A hole"),
        ("title: A puncture", "title: \"A \\U0001F6B2 puncture\""),
        ("text: Patch it", "text: In 2 days patch it"),
    ] {
        let mut text = GOOD.replacen(from, to, 1);
        if to.contains('"') {
            text = text.replace("(valve).\n", "(valve).\"\n");
        }
        if to.starts_with("text: **") {
            text = text.replace("text: **Patch", "text: \"**Patch");
            text = text.replace("(valve).\n", "(valve).\"\n");
        }
        assert_eq!(problems(&text), [], "{to}");
    }
}
