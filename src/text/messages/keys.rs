//! Words for keys and modes that more than one place says.

/// What a key does here.
pub mod label {
    pub const DANGER: &str = "danger signs";
    pub const NONE_OF_THESE: &str = "none of these: start";
    pub const READ_ON: &str = "read on";
    pub const START_ROUTINE: &str = "start";
    pub const LOG_SIGN: &str = "log sign";
    pub const DANGER_SHORT: &str = "danger";
    pub const NONE_OF_THESE_GO_ON: &str = "none of these: resume";
    pub const RESUME_STRETCHING: &str = "resume";
    pub const RESUME: &str = "resume";
}

/// What one is doing, as the badge at the left of the last line.
pub mod mode {
    pub const GUIDE: &str = "GUIDE";
    pub const EMERGENCY: &str = "EMERGENCY";
    pub const LIST: &str = "LIST";
    pub const SEARCH: &str = "SEARCH";
    pub const CHECK: &str = "CHECK";
    pub const STRETCH: &str = "STRETCH";
    pub const READY: &str = "GET READY";
    pub const HOLD: &str = "HOLD";
    pub const CHANGE: &str = "CHANGE";
    pub const REST: &str = "REST";
    pub const PAUSED: &str = "PAUSED";
    pub const DONE: &str = "DONE";
    pub const CRAMP: &str = "CRAMP";
    pub const DIARY: &str = "DIARY";
    pub const FORM: &str = "FORM";
    pub const STANDBY: &str = "STANDBY";
}
