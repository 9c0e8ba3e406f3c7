//! Licence expressions: whether what is allowed satisfies one.

/// Whether this expression is satisfied by licences that are allowed.
pub fn holds(expression: &str, is_allowed: &impl Fn(&str) -> bool) -> bool {
    // Old crates write a slash for OR.
    let text = expression.replace('/', " OR ");
    let text = text.replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut at = 0;
    let held = either(&words, &mut at, is_allowed);
    held && at == words.len()
}

fn either(words: &[&str], at: &mut usize, is_allowed: &impl Fn(&str) -> bool) -> bool {
    let mut held = both(words, at, is_allowed);
    while words.get(*at) == Some(&"OR") {
        *at += 1;
        held |= both(words, at, is_allowed);
    }
    held
}

fn both(words: &[&str], at: &mut usize, is_allowed: &impl Fn(&str) -> bool) -> bool {
    let mut held = one(words, at, is_allowed);
    while words.get(*at) == Some(&"AND") {
        *at += 1;
        held &= one(words, at, is_allowed);
    }
    held
}

fn one(words: &[&str], at: &mut usize, is_allowed: &impl Fn(&str) -> bool) -> bool {
    let Some(word) = words.get(*at) else {
        return false;
    };
    *at += 1;
    if *word == "(" {
        let held = either(words, at, is_allowed);
        let closed = words.get(*at) == Some(&")");
        *at += 1;
        return held && closed;
    }
    let mut name = (*word).to_owned();
    if words.get(*at) == Some(&"WITH") {
        let exception = words.get(*at + 1).copied().unwrap_or_default();
        name = format!("{name} WITH {exception}");
        *at += 2;
    }
    is_allowed(&name)
}

#[test]
fn an_expression_holds_when_its_parts_do() {
    let allowed = |name: &str| ["MIT", "Zlib", "Apache-2.0 WITH LLVM-exception"].contains(&name);
    for (expression, expected) in [
        ("MIT", true),
        ("GPL-3.0", false),
        ("GPL-3.0 OR MIT", true),
        ("GPL-3.0/MIT", true),
        ("GPL-3.0 AND MIT", false),
        ("(GPL-3.0 OR MIT) AND Zlib", true),
        ("(GPL-3.0 OR MIT) AND BSD-2-Clause", false),
        ("Apache-2.0 WITH LLVM-exception", true),
        ("Apache-2.0", false),
        ("", false),
    ] {
        assert_eq!(holds(expression, &allowed), expected, "{expression}");
    }
}
