//! The diary on the screen.

pub const DIARY: &str = "Diary";
pub const NIGHTS: &str = "Nights";
pub const WEEKS: &str = "Weeks";
pub const PAIN: &str = "Pain";
pub const HOURS: &str = "Hours";
pub const WHERE: &str = "Where";
pub const EMPTY: &str = "The diary is empty. l logs a cramp in one press, from any screen; \
     n logs a night without one.";

// The calendar of nights; its days in two letters, from Monday on.
pub const WEEK_OF: &str = "Week of";
pub const DAYS: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
pub const SIGNS_OF_NIGHTS: &str = "1-9 cramps, 0 none, . not noted, + stretched";

// Cramps a week, and what its signs mean.
pub const CRAMPS_A_WEEK: &str = "Cramps a week";
pub const SIGNS_OF_WEEKS: &str = "- nothing noted, ~ fewer than 5 nights known";
pub const NIGHTS_STRETCHED: &str = "+n nights stretched";
pub const WEEKS_IN_SHORT: &str = "Cramps a week, +n stretched\n- not noted, ~ under 5 known";

/// The same of a year that is not the present one.
pub fn cramps_a_week_in(year: i16) -> String {
    format!("Cramps a week in {year}")
}

// Pain and length over time.
pub const MINUTES: &str = "Minutes";
pub const COLUMN_A_WEEK: &str = "One column per week, latest on the right.";
pub const POINT_A_NIGHT: &str = "One dot per night: the average pain of its cramps.";

pub fn none_noted(measure: &str) -> String {
    format!("{measure}: none noted in this time")
}

/// What is measured, and up to what the axis goes.
pub fn scale(measure: &str, top: f64) -> String {
    format!("{measure}, 0 to {top}")
}

// Hours, legs and muscles since a day.
pub fn no_cramp_since(day: &str) -> String {
    format!("No cramp since {day}")
}
pub const WHEN: &str = "When cramps began";
pub fn when_since(day: &str) -> String {
    format!("When cramps began, since {day}")
}
pub const CRAMPS: &str = "Cramps";
pub fn cramps_since(day: &str) -> String {
    format!("Cramps since {day}")
}

/// The hour in which most cramps began, and how many.
pub fn most_in(hour: u8, next: u8, times: u32) -> String {
    let [hour, next] = [hour, next].map(super::amounts::clock_hour);
    format!("Most between {hour} and {next} ({times})")
}
pub const LEG_NOT_NOTED: &str = "leg not noted";
pub const MUSCLE_NOT_NOTED: &str = "muscle not noted";

/// The last line, for all that have none of their own.
pub fn others(count: usize) -> String {
    format!("{count} others")
}
