//! What `doctor` finds, and how to fix it.

// The guide, by its title and version; `uncramp -V` says the same.
pub(crate) fn last_checked(guide: &str, day: &str) -> String {
    format!("{guide}, last checked {day}")
}
/// `last_checked`: as above.
pub(crate) fn checked_days_ago(last_checked: &str, days: i32) -> String {
    match days {
        0 => format!("{last_checked}, today"),
        1 => format!("{last_checked}, yesterday"),
        days => format!("{last_checked}, {days} days ago"),
    }
}
pub(crate) fn never_checked(guide: &str) -> String {
    format!("{guide}, not dated")
}

// Programs of the system.
pub(crate) const NOT_FOUND: &str = "not found";
pub(crate) fn does_not_work(programs: &[String]) -> String {
    let verb = if programs.len() == 1 { "does" } else { "do" };
    format!("{} {verb} not work here", programs.join(" and "))
}
// Files and folders.
pub(crate) const NO_HOME: &str = "this user has no home folder";
