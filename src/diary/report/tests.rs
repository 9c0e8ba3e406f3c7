use proptest::prelude::*;

use super::*;
use crate::diary::entry::{Entry, EntryId, Lasted, Quiet, Remark, Scale, Sign, Stretched, Trial};
use crate::diary::row::tests::records;
use crate::stretch::Leg;
use crate::text::wrap::cells;

fn diary(records: Vec<Record>) -> Diary {
    let entry = |(id, record)| Entry { id: EntryId(id), record };
    Diary::new((1..).zip(records).map(entry).collect())
}

fn now() -> Stamp {
    Stamp::parse("2026-04-12T09:00:00+02:00").unwrap()
}

fn days_ago(days: u64) -> Stamp {
    minutes_ago(days * 24 * 60)
}

fn minutes_ago(minutes: u64) -> Stamp {
    let now = "2026-04-12T03:00:00+02:00[+02:00]".parse().unwrap();
    Stamp::before(&now, std::time::Duration::from_secs(minutes * 60))
}

fn assert_one_page(lines: &[String]) {
    assert!(lines.len() <= MOST_LINES, "{} lines", lines.len());
    for line in lines {
        assert!(cells(line) <= MOST_CELLS, "{line}");
        assert!(!line.chars().any(char::is_control), "{line:?}");
    }
    let asked = lines.last().unwrap();
    assert!(asked.contains("look at this again"), "the end is missing: {asked}");
}

/// A year in which everything that can be logged is logged at length, every night.
fn crowded() -> Diary {
    let words = |n: u64| NoteText::cut(&format!("{} {n}", "weird|*things* ".repeat(30))).unwrap();
    let mut records = vec![Record::Trial(Trial { began: days_ago(90), stopped: None })];
    for day in 0..365 {
        for hour in 0..4 {
            records.push(Record::Cramp(Box::new(Cramp {
                lasted: Lasted::from_seconds(u32::try_from(day).unwrap() * 7),
                pain: Scale::new(7),
                sleep: Scale::new(9),
                muscle: Some(words(day)),
                leg: Some(Leg::Both),
                done: Some(words(day + 1)),
                helped: Some(words(day + 2)),
                activity: Some(words(day + 3)),
                alcohol: Some(3),
                heat: Some(true),
                medicine: Some(words(day + 4)),
                note: Some(words(day + 5)),
                ..Cramp::at(minutes_ago(day * 24 * 60 + hour))
            })));
        }
        for about in [RemarkTopic::Condition, RemarkTopic::Medicine, RemarkTopic::Tried] {
            records.push(Record::Remark(Remark { logged: days_ago(day), about, text: words(day) }));
        }
        records.push(Record::Sign(Sign {
            logged: days_ago(day),
            node: words(day),
            title: words(day),
        }));
        records.push(Record::Stretched(Stretched {
            began: days_ago(day),
            routine: words(day),
            completed: 12,
            skipped: 0,
            planned: 12,
            left_ms: 60 * 1000,
            right_ms: 60 * 1000,
        }));
    }
    diary(records)
}

#[test]
fn the_fullest_year_still_gives_one_page() {
    let report = CrampReport::of(&crowded(), &now(), 365);
    assert_one_page(&page(&report, false));
    assert_one_page(&page(&report, true));
}

#[test]
fn a_danger_sign_keeps_a_whole_line_where_much_is_logged() {
    let title = "A suddenly cold, pale, numb or very weak leg, or no pulse";
    let sign = Record::Sign(Sign {
        logged: days_ago(0),
        node: NoteText::cut("cold-leg").unwrap(),
        title: NoteText::cut(title).unwrap(),
    });
    let mut records: Vec<_> = crowded().entries().map(|entry| entry.record.clone()).collect();
    records.push(sign);
    let page = page(&CrampReport::of(&diary(records), &now(), 365), false);
    assert_one_page(&page);
    assert!(page.iter().any(|line| line.ends_with(title)), "{page:#?}");
}

#[test]
fn an_empty_diary_gives_a_page_that_says_so() {
    let report = CrampReport::of(&Diary::default(), &now(), 42);
    let page = page(&report, false);
    assert_one_page(&page);
    let page = page.join("\n");
    assert!(page.contains("0 cramps on 0 of 42 nights"), "{page}");
    assert!(page.contains("Nothing logged: 42 nights"), "{page}");
}

#[test]
fn a_week_is_counted_over_known_nights_only() {
    let mut records = Vec::new();
    for day in 0..10 {
        records.push(Record::Quiet(Quiet { logged: now(), night: days_ago(day).night() }));
    }
    for day in 10..14 {
        records.push(Record::Cramp(Box::new(Cramp::at(days_ago(day)))));
    }
    let diary = diary(records);
    let report = CrampReport::of(&diary, &now(), 14);
    assert_eq!(report.nights.a_week(), Some(2.0));
    assert_eq!(report.quarters, [4, 0, 0, 0]);
    assert_eq!(report.at_night(), 4);
    assert_eq!(CrampReport::of(&diary, &now(), 28).nights.a_week(), None);
}

#[test]
fn a_danger_sign_stands_first() {
    let sign = Record::Sign(Sign {
        logged: days_ago(2),
        node: NoteText::cut("swollen").unwrap(),
        title: NoteText::cut("One swollen leg").unwrap(),
    });
    let page = page(&CrampReport::of(&diary(vec![sign]), &now(), 42), false);
    let place = page.iter().position(|line| line.contains("One swollen leg"));
    assert_eq!(place, Some(4), "{page:#?}");
}

#[test]
fn the_newest_notes_are_told_and_a_long_list_goes_on_in_the_next_line() {
    let note = |day: u64| {
        Record::Cramp(Box::new(Cramp {
            note: NoteText::cut(&format!("note of day {day}")),
            helped: NoteText::cut(&format!("a remedy of day {day}")),
            ..Cramp::at(days_ago(day))
        }))
    };
    let report = CrampReport::of(&diary((0..5).map(note).collect()), &now(), 42);
    for (page, begin) in [(page(&report, false), "    "), (page(&report, true), "  ")] {
        assert_one_page(&page);
        let at = |words: &str| page.iter().position(|line| line.contains(words));
        let newest = at("note of day 0").unwrap();
        assert_eq!(at("note of day 2"), Some(newest + 2), "{page:#?}");
        assert_eq!(at("note of day 3"), None);
        // All five remedies, on two lines, of which the second belongs to the first.
        let helped = at("Helped:").unwrap();
        assert!(page[helped + 1].starts_with(begin), "{page:#?}");
        let both = format!("{} {}", page[helped], page[helped + 1].trim());
        assert_eq!(both.matches("(1)").count(), 5, "{both}");
        assert!(!page[helped + 1].trim_start().starts_with('-'));
    }
}

#[test]
fn what_the_patient_wrote_is_told_whole_and_as_it_was_written() {
    let helped = "Getting out of bed and walking about on the cold floor of the kitchen";
    let note = "Woke up with a start. The left calf was hard as a stone and it took me a good \
                while to get it to let go, and afterwards I lay awake until Anna came at six.";
    let cramp = |day: u64| {
        Record::Cramp(Box::new(Cramp {
            note: NoteText::cut(note),
            helped: NoteText::cut(helped),
            ..Cramp::at(days_ago(day))
        }))
    };
    let all = page(&CrampReport::of(&diary((0..3).map(cramp).collect()), &now(), 42), false);
    assert_one_page(&all);
    let text = all.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ");
    assert!(text.contains(&format!("Helped: {helped} (3).")), "{all:#?}");
    assert_eq!(text.matches(note).count(), 3, "{all:#?}");
    let long = note.repeat(3);
    let records = vec![Record::Cramp(Box::new(Cramp {
        note: NoteText::cut(&long),
        ..Cramp::at(days_ago(0))
    }))];
    let all = page(&CrampReport::of(&diary(records), &now(), 42), false);
    let end = all.iter().find(|line| line.ends_with("...")).unwrap();
    let word = end.trim_end_matches('.').rsplit(' ').next().unwrap();
    assert!(note.split([' ', '.']).any(|known| known == word), "{word}");
}

#[test]
fn one_value_is_no_range() {
    let pains = |pains: &[u8]| {
        let cramp = |(day, pain): (u64, &u8)| {
            Record::Cramp(Box::new(Cramp { pain: Scale::new(*pain), ..Cramp::at(days_ago(day)) }))
        };
        let unknown = Record::Cramp(Box::new(Cramp::at(days_ago(9))));
        let all = (0..).zip(pains).map(cramp).chain([unknown]).collect();
        let page = page(&CrampReport::of(&diary(all), &now(), 42), false);
        let line = page.iter().find(|line| line.contains("Pain"));
        line.unwrap().trim().to_owned()
    };
    assert_eq!(pains(&[]), "Pain, 0 to 10: not logged.");
    assert_eq!(pains(&[6]), "Pain, 0 to 10: 6; logged for 1 of 2 cramps.");
    let always = "Pain, 0 to 10: always 6; logged for 3 of 4 cramps.";
    assert_eq!(pains(&[6, 6, 6]), always);
    let range = "Pain, 0 to 10: median 6 (range 2-7); logged for 3 of 4 cramps.";
    assert_eq!(pains(&[6, 2, 7]), range);
}

proptest! {
    #[test]
    fn any_diary_gives_one_page(
        records in proptest::collection::vec(records(), 0..30),
        days in 0..=u16::MAX,
    ) {
        let report = CrampReport::of(&diary(records), &now(), days);
        assert_one_page(&page(&report, false));
        assert_one_page(&page(&report, true));
    }
}

#[test]
fn the_page_reads_as_written() {
    let mut records = vec![
        Record::Remark(Remark {
            logged: days_ago(30),
            about: RemarkTopic::Condition,
            text: NoteText::cut("type 2 diabetes").unwrap(),
        }),
        Record::Remark(Remark {
            logged: days_ago(30),
            about: RemarkTopic::Medicine,
            text: NoteText::cut("a statin, since May").unwrap(),
        }),
    ];
    for day in 0..6 {
        records.push(Record::Cramp(Box::new(Cramp {
            lasted: Lasted::from_seconds(180),
            pain: Scale::new(6),
            muscle: NoteText::cut("calf"),
            leg: Some(Leg::Left),
            helped: NoteText::cut("towel"),
            ..Cramp::at(days_ago(day * 3))
        })));
    }
    insta::assert_snapshot!(page(&CrampReport::of(&diary(records), &now(), 42), false).join("\n"));
}
