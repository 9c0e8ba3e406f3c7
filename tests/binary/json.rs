//! Which commands print JSON, and which refuse it.

use crate::shell::{code, run, stdout};

#[test]
fn where_there_is_no_json_form_asking_for_one_is_a_mistake() {
    let requests: [&[&str]; 12] = [
        &["card", "--json"],
        &["graph", "--json"],
        &["schema", "--json"],
        &["man", "--json"],
        &["completions", "bash", "--json"],
        &["now", "--json"],
        &["standby", "--json"],
        &["stretch", "--json"],
        &["--version", "--json"],
        &["config", "path", "--json"],
        &["config", "init", "--json"],
        &["diary", "undo", "--json"],
    ];
    for request in requests {
        let output = run(request);
        assert_eq!(output.status.code(), Some(2), "{request:?}");
        assert!(output.stdout.is_empty(), "{request:?}");
    }
}

#[test]
fn answers_take_n_for_none_of_these_and_say_so_in_json() {
    let page = run(&["answer", "n", "--from", "emergency-signs", "--json"]);
    let page: serde_json::Value = serde_json::from_str(&stdout(&page)).unwrap();
    assert_eq!(page["trail"][0]["answer"], "n");
    let next = page["next"].as_array().unwrap();
    let keys: Vec<String> = next.iter().map(|row| row["n"].to_string()).collect();
    assert_eq!(&keys[keys.len() - 2..], ["\"n\"", "0"]);
    assert!(next.iter().any(|row| row["hint"].is_string()));
    // A number for it was right once; it is an answer that there is not any more.
    let beyond = keys.len() - 1;
    let wrong = ["answer", &beyond.to_string(), "--from", "emergency-signs"];
    assert_eq!(code(&wrong), 2);
}
