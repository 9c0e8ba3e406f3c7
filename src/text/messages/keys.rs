//! Words for keys and modes that more than one place says.

/// What a key does here.
pub(crate) mod label {
    pub(crate) const DANGER: &str = "danger signs";
    pub(crate) const NONE_OF_THESE: &str = "none of these: start";
    pub(crate) const READ_ON: &str = "read on";
    pub(crate) const START_ROUTINE: &str = "start";
    pub(crate) const LOG_SIGN: &str = "log sign";
    pub(crate) const DANGER_SHORT: &str = "danger";
    pub(crate) const NONE_OF_THESE_GO_ON: &str = "none of these: resume";
    pub(crate) const RESUME_STRETCHING: &str = "resume";
    pub(crate) const RESUME: &str = "resume";
}

/// What one is doing, as the badge at the left of the last line.
pub(crate) mod mode {
    pub(crate) const GUIDE: &str = "GUIDE";
    pub(crate) const EMERGENCY: &str = "EMERGENCY";
    pub(crate) const LIST: &str = "LIST";
    pub(crate) const SEARCH: &str = "SEARCH";
    pub(crate) const CHECK: &str = "CHECK";
    pub(crate) const STRETCH: &str = "STRETCH";
    pub(crate) const READY: &str = "GET READY";
    pub(crate) const HOLD: &str = "HOLD";
    pub(crate) const CHANGE: &str = "CHANGE";
    pub(crate) const REST: &str = "REST";
    pub(crate) const PAUSED: &str = "PAUSED";
    pub(crate) const DONE: &str = "DONE";
    pub(crate) const CRAMP: &str = "CRAMP";
    pub(crate) const DIARY: &str = "DIARY";
    pub(crate) const FORM: &str = "FORM";
    pub(crate) const STANDBY: &str = "STANDBY";
}
