use proptest::prelude::*;

use super::*;
use crate::diary::entry::{Lasted, Scale};
use crate::stretch::Leg;

fn stamps() -> impl Strategy<Value = Stamp> {
    let zones = prop_oneof![
        Just(None),
        Just(Some("Europe/Berlin")),
        Just(Some("Etc/GMT+12")),
        Just(Some("America/Port-au-Prince"))
    ];
    // Offsets to the minute, as RFC 3339 writes them.
    (0_i64..4_000_000_000, -14 * 60_i32..=14 * 60, zones).prop_map(|(seconds, minutes, zone)| {
        Stamp::from_numbers(seconds, minutes * 60, zone).unwrap()
    })
}

fn words() -> impl Strategy<Value = Option<NoteText>> {
    prop_oneof![
        Just(None),
        "\\PC{1,30}".prop_map(|text| NoteText::cut(&text)),
        "[a-z,;\"'=+@|*_ -]{1,20}".prop_map(|text| NoteText::cut(&text)),
    ]
}

fn some_words() -> impl Strategy<Value = NoteText> {
    words().prop_map(|words| words.unwrap_or_else(|| NoteText::cut("calf").unwrap()))
}

prop_compose! {
    fn cramps()(
        began in stamps(),
        numbers in (
            proptest::option::of(0..=Lasted::MOST), proptest::option::of(0..=10_u8),
            proptest::option::of(0..=10_u8), proptest::option::of(any::<u8>()),
            proptest::option::of(any::<bool>()),
        ),
        leg in proptest::option::of(prop_oneof![Just(Leg::Left), Just(Leg::Right), Just(Leg::Both)]),
        texts in proptest::collection::vec(words(), 6),
        details in prop_oneof![Just(Details::Missing), Just(Details::Asked), Just(Details::Given)],
    ) -> Cramp {
        let text = |at: usize| texts[at].clone();
        Cramp {
            began, leg, details,
            lasted: numbers.0.and_then(Lasted::from_seconds),
            pain: numbers.1.and_then(Scale::new),
            sleep: numbers.2.and_then(Scale::new),
            alcohol: numbers.3,
            heat: numbers.4,
            muscle: text(0), done: text(1), helped: text(2),
            activity: text(3), medicine: text(4), note: text(5),
        }
    }
}

prop_compose! {
    fn sessions()(
        began in stamps(), routine in some_words(),
        holds in (any::<u32>(), any::<u32>(), any::<u32>()),
        held in (0..=MOST_HELD, 0..=MOST_HELD),
    ) -> Stretched {
        Stretched {
            began, routine,
            completed: holds.0, skipped: holds.1, planned: holds.2,
            left_ms: held.0, right_ms: held.1,
        }
    }
}

/// Any record there can be.
pub(crate) fn records() -> impl Strategy<Value = Record> {
    let abouts = prop_oneof![
        Just(RemarkTopic::Condition),
        Just(RemarkTopic::Medicine),
        Just(RemarkTopic::Tried)
    ];
    prop_oneof![
        4 => cramps().prop_map(|cramp| Record::Cramp(Box::new(cramp))),
        2 => sessions().prop_map(Record::Stretched),
        1 => (stamps(), some_words(), some_words())
            .prop_map(|(logged, node, title)| Record::Sign(Sign { logged, node, title })),
        1 => (stamps(), abouts, some_words())
            .prop_map(|(logged, about, text)| Record::Remark(Remark { logged, about, text })),
        1 => (stamps(), -3..3_i32).prop_map(|(logged, nights)| Record::Quiet(Quiet {
            night: logged.night().plus(nights), logged,
        })),
        1 => (stamps(), proptest::option::of(stamps()))
            .prop_map(|(began, stopped)| Record::Trial(Trial { began, stopped })),
    ]
}

proptest! {
    #[test]
    fn a_row_gives_back_the_record_it_was_made_of(record in records()) {
        prop_assert_eq!(EntryRow::of(None, &record).record(&TimeZone::UTC).unwrap(), record);
    }

    #[test]
    fn a_row_survives_json(record in records()) {
        let row = EntryRow::of(None, &record);
        let text = serde_json::to_string(&row).unwrap();
        prop_assert_eq!(EntryRow::new(serde_json::from_str(&text).unwrap()).unwrap(), row);
    }
}

#[test]
fn a_wrong_value_is_named_by_its_column() {
    let wrong = |column: &str, value: Value| {
        let mut row = EntryRow::default();
        row.put("kind", "cramp");
        row.put("at", "2026-03-05T03:10:00+01:00");
        row.put(column, value);
        let why = row.record(&TimeZone::UTC).unwrap_err();
        assert!(format!("{why:#}").starts_with(&format!("{column}: ")), "{why:#}");
    };
    wrong("pain", 11.into());
    wrong("seconds", 86_401.into());
    wrong("leg", "middle".into());
    wrong("at", "yesterday".into());
    wrong("kind", "walk".into());
    wrong("note", 5.into());
    let mut row = EntryRow::default();
    row.put("kind", "stretch");
    row.put("at", "2026-03-05T03:10:00+01:00");
    assert!(row.record(&TimeZone::UTC).unwrap_err().to_string().starts_with("routine"));
}
