use proptest::prelude::*;

use super::*;
use crate::diary::entry::{Cramp, EntryId, Record};
use crate::diary::note_text::NoteText;
use crate::diary::row::tests::records;
use crate::diary::stamp::Stamp;
use jiff::tz::{Offset, TimeZone};

fn entries() -> impl Strategy<Value = Vec<Entry>> {
    let entry = |(id, record)| Entry { id: EntryId(id), record };
    proptest::collection::vec(records(), 0..6)
        .prop_map(move |records| (1..).zip(records).map(entry).collect())
}

fn read_back(entries: &[Entry]) -> Vec<ImportedEntry> {
    let read = |entry: &Entry| ImportedEntry { id: Some(entry.id), record: entry.record.clone() };
    entries.iter().map(read).collect()
}

proptest! {
    #[test]
    fn json_gives_back_the_same_diary(entries in entries()) {
        prop_assert_eq!(read(&to_json(&entries).unwrap(), &TimeZone::UTC), Ok(read_back(&entries)));
    }

    #[test]
    fn csv_gives_back_the_same_diary(entries in entries()) {
        prop_assert_eq!(read(&csv(&entries), &TimeZone::UTC), Ok(read_back(&entries)));
    }

    #[test]
    fn no_text_makes_reading_panic(text in "\\PC{0,200}|[a-z,\"\n\r{}]{0,200}") {
        let _ = read(&text, &TimeZone::UTC);
        let _ = read(&format!("id,kind,at\n{text}"), &TimeZone::UTC);
    }

    #[test]
    fn a_markdown_table_has_one_line_an_entry(entries in entries()) {
        prop_assert_eq!(to_markdown(&entries).lines().count(), 4 + entries.len());
    }
}

#[test]
fn a_wrong_line_is_named_and_so_is_every_other() {
    let text = "kind,at,pain\ncramp,2026-03-05T03:10:00+01:00,11\n\
        cramp,2026-03-05T03:10:00+01:00,5\ncramp,03:10,5\ncramp,x\n";
    let wrong = read(text, &TimeZone::UTC).unwrap_err();
    assert!(wrong[0].starts_with("line 2: pain:"), "{wrong:?}");
    assert_eq!(
        read("kind,at\ncramp\n", &TimeZone::UTC).unwrap_err(),
        ["line 2: has 1 cell where the first line names 2 columns"]
    );
    assert!(wrong[1].starts_with("line 4: at:"), "{wrong:?}");
    assert_eq!(wrong[2..], ["line 5: has 2 cells where the first line names 3 columns"]);
}

#[test]
fn a_number_that_is_too_large_is_told_with_its_column() {
    for (kind, column, number) in [
        ("cramp", "id", "9223372036854775808"),
        ("cramp", "seconds", "4294967296"),
        ("cramp", "pain", "256"),
        ("cramp", "alcohol", "256"),
        ("stretch", "planned", "4294967296"),
        ("stretch", "left_ms", "18446744073709551616"),
    ] {
        let text = format!(
            "kind,at,routine,{column}\n{kind},2026-03-05T03:10:00+01:00,bedtime,{number}\n"
        );
        let wrong = read(&text, &TimeZone::UTC).unwrap_err().concat();
        let begins = format!("line 2: {column}: `{number}` is not");
        assert!(wrong.starts_with(&begins), "{wrong}");
    }
}

#[test]
fn what_is_no_diary_is_said() {
    for text in ["", "hello\n", "{}", "{\"uncramp_diary\":2,\"entries\":[]}", "kind,colour\n"] {
        assert!(read(text, &TimeZone::UTC).is_err(), "{text}");
    }
}

#[test]
fn a_spreadsheet_sees_no_formula() {
    let mut cramp = Cramp::at(Stamp::parse("2026-03-05T03:10:00+01:00").unwrap());
    cramp.note = NoteText::cut("=HYPERLINK(\"http://x\")");
    let entries = [Entry { id: EntryId(1), record: Record::Cramp(Box::new(cramp)) }];
    let text = csv(&entries);
    assert!(text.contains(",\"'=HYPERLINK"), "{text}");
    assert_eq!(read(&text, &TimeZone::UTC), Ok(read_back(&entries)));
}

#[test]
fn a_number_below_zero_is_refused_by_either_way() {
    let json = r#"{"uncramp_diary":1,"entries":[
        {"id":-1,"kind":"trial","at":"2025-01-02T00:00:00+00:00"}]}"#;
    let csv = "id,kind,at\n-1,trial,2025-01-02T00:00:00+00:00\n";
    for text in [json, csv] {
        let why = read(text, &TimeZone::UTC).unwrap_err().concat();
        assert!(why.contains("id: ") && why.contains("-1"), "{why}");
    }
}

#[test]
fn a_file_that_breaks_off_or_has_other_separators_is_told_so_in_plain_words() {
    let half = "{\"uncramp_diary\":1,\"entries\":[\n{\"kind\":\"cramp\"";
    let told = read(half, &TimeZone::UTC).unwrap_err().join("\n");
    assert_eq!(told, "the file ends early, in line 2; is it complete?");
    let told = read("id|kind|at\n", &TimeZone::UTC).unwrap_err().join("\n");
    assert!(told.contains("must name the columns, such as id,kind,at"), "{told}");
}

fn csv(entries: &[Entry]) -> String {
    String::from_utf8(to_csv(entries).unwrap()).unwrap()
}

#[test]
fn a_table_that_a_spreadsheet_has_saved_is_read() {
    let zone = TimeZone::fixed(Offset::constant(1));
    let plain = "kind,at,pain,note\ncramp,2026-03-05T03:10:00+01:00,7,\"cold; and, wet\"\n";
    let expected = read(plain, &zone).unwrap();
    for text in [
        "\u{feff}kind;at;pain;note\r\ncramp;2026-03-05 03:10;7,0;\"cold; and, wet\"\r\n;;;\r\n",
        "kind;pain;at;note\ncramp;7;05.03.2026 03:10:00;\"cold; and, wet\"\n",
        "kind\tat\tpain\tnote\ncramp\t2026-03-05T03:10\t7.0\tcold; and, wet\n",
        "kind , at,pain,note\ncramp,2026-03-05 3:10,7,\"cold; and, wet\"",
        "{\"uncramp_diary\":1,\"entries\":[{\"kind\":\"cramp\",\"at\":\"2026-03-05 03:10\",\
            \"pain\":7,\"note\":\"cold; and, wet\"}]}",
    ] {
        assert_eq!(read(text, &zone), Ok(expected.clone()), "{text}");
    }
    for at in ["05.03.26 03:10", "2026/03/05 3:10", "5 March 2026 03:10", "5.3.2026 3:10 AM"] {
        let text = format!("Kind;At\nCramp;{at}\n");
        let entries = read(&text, &zone).unwrap_or_else(|why| panic!("{at}: {why:?}"));
        assert_eq!(entries[0].record.at(), expected[0].record.at(), "{at}");
    }
    let by_hand = read("Kind;At;Minutes\ncramp;5 Mar 2026 3.10;1,5\n", &zone).unwrap();
    assert_eq!(by_hand[0].record.details(), "1:30 min");
    assert_eq!(by_hand[0].record.at(), expected[0].record.at());
    let wrong = read("kind;at;minutes\ncramp;2026-03-05 03:10;long\n", &zone).unwrap_err();
    assert!(wrong[0].starts_with("line 2: `long` is not a number of minutes"), "{wrong:?}");
    let wrong = read("kind;at;pain\ncramp;2026-03-05 03:10;7,5\n", &zone).unwrap_err();
    assert!(wrong[0].starts_with("line 2: pain: "), "{wrong:?}");
    let wrong = read("kind;at\r\ncramp;03/05/2026 03:10\n", &zone).unwrap_err();
    assert!(wrong[0].starts_with("line 2: at: `03/05/2026` can be read in two ways"), "{wrong:?}");
}

#[test]
fn a_table_of_an_earlier_version_is_read() {
    // The columns stood in another order, and there were fewer of them.
    let text = "id,kind,at,night,seconds,pain,muscle,leg,heat\r\n\
        3,cramp,2026-03-05T03:10:00+01:00[Europe/Berlin],2026-03-04,180,7,calf,left,true\r\n";
    let entries = read(text, &TimeZone::UTC).unwrap();
    assert_eq!(entries[0].id, Some(EntryId(3)));
    assert_eq!(entries[0].record.details(), "calf, left leg, 3 min, pain 7, heat");
}
