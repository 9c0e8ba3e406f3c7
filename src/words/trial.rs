//! The self-trial: where it stands, and how it ended.

use std::fmt::Display;

// `uncramp trial`: begins one and ends one.
pub const BEFORE_IT_BEGINS: &str = "Before any stretch: a leg that is swollen, hot, red, cold, numb or hurt is not for \
     stretching; `uncramp show danger` names the signs. Noting one (`l` on its page) ends the \
     trial. Note every cramp (`uncramp log`) and every night without one (`uncramp log --none`).";
/// `sign`: its title in the guide; `entry`: its number in the diary.
pub fn fresh_sign(day: impl Display, sign: &str, entry: impl Display) -> String {
    format!(
        "you noted a danger sign on {day}: {sign}\nHave it looked at before you stretch. If it was \
         noted by mistake, `uncramp diary remove {entry}` takes it away"
    )
}
pub const IS_RUNNING: &str =
    "a self-trial is running; `uncramp trial status` shows it, `uncramp trial stop` ends it";
pub const NOT_RUNNING: &str = "no self-trial is running; `uncramp trial start` begins one";
pub const NO_TRIAL: &str = "There is no self-trial. `uncramp trial start` begins one.";
