use jiff::tz::TimeZone;

use super::*;

/// Berlin's rules, written out so that no zone database is needed.
const BERLIN: &str = "CET-1CEST,M3.5.0,M10.5.0/3";

fn at(local: &str) -> Zoned {
    let zone = TimeZone::posix(BERLIN).unwrap();
    local.parse::<DateTime>().unwrap().to_zoned(zone).unwrap()
}

fn read(text: &str, now: &Zoned) -> String {
    match parse(text, now) {
        Ok(when) => format!("{} {}", when.datetime(), when.offset()),
        Err(why) => why.to_string(),
    }
}

#[test]
fn a_bare_time_is_the_latest_one_past() {
    let now = at("2026-03-05T07:30:00");
    assert_eq!(read("03:10", &now), "2026-03-05T03:10:00 +01");
    assert_eq!(read("3:10", &now), "2026-03-05T03:10:00 +01");
    assert_eq!(read("23:40", &now), "2026-03-04T23:40:00 +01");
    assert_eq!(read("07:30", &now), "2026-03-05T07:30:00 +01");
    assert_eq!(read("11:40 pm", &now), "2026-03-04T23:40:00 +01");
    assert_eq!(read("12:05am", &now), "2026-03-05T00:05:00 +01");
    assert_eq!(read("3 am", &now), "2026-03-05T03:00:00 +01");
    for text in ["03.10", "3.10", "03h10", "3.10 am", "3.10am"] {
        assert_eq!(read(text, &now), "2026-03-05T03:10:00 +01", "{text}");
    }
    assert_eq!(read("midnight", &now), "2026-03-05T00:00:00 +01");
    assert_eq!(read("noon", &now), "2026-03-04T12:00:00 +01");
}

#[test]
fn a_day_word_and_a_full_date_are_taken_as_they_are() {
    let now = at("2026-03-05T07:30:00");
    assert_eq!(read("yesterday 23:40", &now), "2026-03-04T23:40:00 +01");
    assert_eq!(read("Today 03:10", &now), "2026-03-05T03:10:00 +01");
    assert_eq!(read("2026-02-28 03:10", &now), "2026-02-28T03:10:00 +01");
    assert_eq!(read("2026-02-28T03:10:20", &now), "2026-02-28T03:10:20 +01");
    assert_eq!(read("2026-02-28T03:10:00+05:00", &now), "2026-02-27T23:10:00 +01");
    assert_eq!(read("2026-02-28T02:10:00Z", &now), "2026-02-28T03:10:00 +01");
    assert_eq!(read("28.2.2026 3:10 am", &now), "2026-02-28T03:10:00 +01");
    assert_eq!(read("28.02.2026, 03:10", &now), "2026-02-28T03:10:00 +01");
    assert_eq!(read("yesterday 23.40", &now), "2026-03-04T23:40:00 +01");
    assert_eq!(read("yesterday noon", &now), "2026-03-04T12:00:00 +01");
}

#[test]
fn a_time_is_read_in_the_form_in_which_it_is_printed() {
    let now = at("2026-03-05T07:30:00");
    for moment in ["2026-02-28T03:10:00", "2025-10-03T23:05:00", "2026-03-05T00:00:00"] {
        let stamp = Stamp::of(&at(moment));
        assert_eq!(
            parse(&stamp.date_and_time(None), &now).unwrap(),
            at(moment),
            "{}",
            stamp.date_and_time(None)
        );
        assert_eq!(parse(&stamp.date_and_time(Some(2026)), &now).unwrap(), at(moment), "{moment}");
    }
    // Without a year the latest such day is meant.
    assert_eq!(read("31 Dec 03:10", &now), "2025-12-31T03:10:00 +01");
    assert_eq!(read("3 oct, 3:10 pm", &now), "2025-10-03T15:10:00 +02");
    assert_eq!(parse_night("27 Feb 2026", &now).unwrap().to_string(), "2026-02-27");
}

#[test]
fn a_time_ago_is_counted_back_from_now() {
    let now = at("2026-03-05T07:30:00");
    for text in ["20 minutes ago", "20m ago", "20 min ago", "1200 seconds ago"] {
        assert_eq!(read(text, &now), "2026-03-05T07:10:00 +01", "{text}");
    }
    for text in [
        "1h30m ago",
        "1 hour 30 minutes ago",
        "an hour and 30 minutes ago",
        "one hour and half an hour ago",
    ] {
        assert_eq!(read(text, &now), "2026-03-05T06:00:00 +01", "{text}");
    }
    for text in [
        "half an hour ago",
        "30 mins ago",
        "0.5h ago",
        "30m ago",
        "1800 seconds ago",
        "30 MINUTES AGO",
    ] {
        assert_eq!(read(text, &now), "2026-03-05T07:00:00 +01", "{text}");
    }
    assert_eq!(read("2 days ago", &now), "2026-03-03T07:30:00 +01");
    assert_eq!(read("now", &now), "2026-03-05T07:30:00 +01");
}

#[test]
fn what_is_not_past_or_not_understood_is_said() {
    let now = at("2026-03-05T07:30:00");
    assert!(read("today 23:00", &now).contains("has not come yet"));
    assert!(read("2027-01-01 03:10", &now).contains("has not come yet"));
    for text in ["28.02.2026", "yesterday", "28 Feb"] {
        assert!(read(text, &now).contains("write the time too"), "{}", read(text, &now));
    }
    for text in ["10/11/2025 03:10", "10/11/2025", "25/12/2025 3:10"] {
        assert!(read(text, &now).contains("can be read in two ways"), "{}", read(text, &now));
        assert!(parse_night(text, &now).unwrap_err().to_string().contains("10.11.2026"));
    }
    assert!(read("0026-03-05 03:10", &now).contains("look at the year"));
    for text in [
        "",
        "soon",
        "25:00",
        "3:1",
        "13 pm",
        "ago",
        "ten ago",
        "5 fortnights ago",
        "3.1",
        "24.10",
        "2026-02-30 03:10",
        "03:10 tomorrow",
        "99999999999999999999 minutes ago",
        "3:10:10:10",
        "9223372036854775807 weeks ago",
        "ä ago",
        "-5 minutes ago",
    ] {
        assert!(read(text, &now).contains("is not a time"), "{text}: {}", read(text, &now));
    }
}

#[test]
fn a_time_the_clocks_went_over_never_was() {
    // On 29 March 2026 the clocks went from 02:00 to 03:00.
    let morning = at("2026-03-29T07:30:00");
    assert!(read("02:30", &morning).contains("there was no 02:30 on 2026-03-29"));
    assert!(read("2026-03-29 02:30", &morning).contains("went forward"));
    let early = at("2026-03-29T01:30:00");
    assert_eq!(read("02:30", &early), "2026-03-28T02:30:00 +01");
    assert_eq!(read("2 hours ago", &at("2026-03-29T03:30:00")), "2026-03-29T00:30:00 +01");
}

#[test]
fn of_a_time_the_clocks_showed_twice_the_later_past_one_is_meant() {
    // On 25 October 2026 the clocks went from 03:00 back to 02:00.
    let morning = at("2026-10-25T07:30:00");
    assert_eq!(read("02:30", &morning), "2026-10-25T02:30:00 +01");
    let between = parse("6 hours ago", &morning).unwrap();
    assert_eq!(read("now", &between), "2026-10-25T02:30:00 +02");
    assert_eq!(read("02:05", &between), "2026-10-25T02:05:00 +02");
    assert_eq!(read("02:45", &between), "2026-10-24T02:45:00 +02");
}

#[test]
fn a_day_alone_names_the_night_that_begins_on_it() {
    let now = at("2026-03-05T07:30:00");
    let night = |text: &str| parse_night(text, &now).unwrap().to_string();
    assert_eq!(night("2026-03-02"), "2026-03-02");
    assert_eq!(night("2.3.2026"), "2026-03-02");
    assert_eq!(night("yesterday"), "2026-03-04");
    assert_eq!(night("last night"), "2026-03-04");
    assert_eq!(night("03:10"), "2026-03-04");
    // A time belongs to the night that began on the noon before.
    assert_eq!(night("2026-03-02 03:00"), "2026-03-01");
    assert_eq!(night("2026-03-02T23:00:00+01:00"), "2026-03-02");
    assert!(parse_night("2026-03-05", &now).is_err());
    assert_eq!(
        parse_night("last night", &at("2026-03-05T12:30:00")).unwrap().to_string(),
        "2026-03-04"
    );
}

#[test]
fn nothing_is_known_of_a_night_that_is_not_over() {
    let early = at("2026-03-05T06:30:00");
    let tonight = parse_night("tonight", &early).unwrap();
    assert_eq!(tonight.to_string(), "2026-03-04");
    let small_hours = at("2026-03-05T00:09:00");
    assert!(parse_night("tonight", &small_hours).is_err());
    assert_eq!(parse_night("last night", &small_hours).unwrap().to_string(), "2026-03-03");
    let late = at("2026-03-05T21:30:00");
    for text in ["tonight", "today", "2026-03-05", "2026-03-06", "20:00"] {
        let told = parse_night(text, &late).unwrap_err().to_string();
        assert!(told.contains("is not over"), "{text}: {told}");
    }
    let last = parse_night("yesterday", &late).unwrap();
    assert_eq!(last, parse_night("last night", &late).unwrap());
}
