//! What the keys do: in a word for the last line, in a sentence for the help.

/// In a word or two, for the last line of the screen.
pub mod label {
    // Reading the guide.
    pub const CHOOSE: &str = "choose";
    pub const OPEN: &str = "open";
    pub const NONE: &str = "none of these";
    pub const NOT_SURE: &str = "not sure";
    pub const PREVIOUS: &str = "back";
    pub const TRAIL: &str = "answers";
    pub const START: &str = "stretch";

    // Before a stretch.
    pub const NONE_OF_THESE: &str = "none of these: start";

    // A session.
    pub const PAUSE: &str = "pause";
    pub const SKIP: &str = "skip";
    pub const REWIND: &str = "again";
    pub const SWAP_LEG: &str = "swap leg";
    pub const SEATED: &str = "sit down";
    pub const DONE: &str = "done";

    // A cramp now.
    pub const LET_GO: &str = "it has let go";
    pub const POSITION: &str = "lying, seated, standing";
    pub const LEG: &str = "leg";

    // The diary.
    pub const NEXT_CHART: &str = "next chart";
    pub const QUIET_NIGHT: &str = "no cramp";
    pub const NIGHT: &str = "night";
    pub const ADD: &str = "add";
    pub const CHANGE: &str = "change";
    pub const REMOVE: &str = "remove";
    pub const NEXT_FIELD: &str = "next field";
    pub const DIARY: &str = "diary";

    // Everywhere.
    pub const DANGER: &str = "danger signs";
    pub const CRAMP_NOW: &str = "cramp now";
    pub const SEARCH: &str = "search";
    pub const LOG: &str = "log";
    pub const SOURCES: &str = "sources";
    pub const HELP: &str = "keys";
    pub const BACK: &str = "back";
    pub const LEAVE: &str = "leave";

    // In place of the words above, where these fit better.
    pub const READ_ON: &str = "read on";
    pub const START_ROUTINE: &str = "start";
    pub const LOG_SIGN: &str = "log sign";
    pub const DANGER_SHORT: &str = "danger";
    pub const NONE_OF_THESE_GO_ON: &str = "none of these: resume";
    pub const GO_ON_STRETCHING: &str = "resume";
    pub const GO_ON: &str = "resume";
}

/// In a sentence, for the page of keys.
pub mod help {
    // Reading the guide.
    pub const UP: &str = "One up";
    pub const DOWN: &str = "One down";
    pub const CHOOSE: &str = "Choose, or read on";
    pub const OPEN: &str = "Open what is selected";
    pub const PICK: &str = "Answer or choose directly";
    pub const NONE: &str = "Answer \"none of these\"";
    pub const NOT_SURE: &str = "Answer \"not sure\"";
    pub const PREVIOUS: &str = "Back to the previous page";
    pub const TRAIL: &str = "Your answers: go back to one and change it";
    pub const START: &str = "Start the stretches that fit this page";
    pub const PAGE_UP: &str = "A screenful up";
    pub const PAGE_DOWN: &str = "A screenful down";
    pub const TOP: &str = "To the top";
    pub const BOTTOM: &str = "To the end";
    pub const PRINT: &str = "Print this page on exit (again: cancel)";
    pub const START_OVER: &str = "Start over";

    // Before a stretch.
    pub const NONE_OF_THESE: &str = "None of these: start the stretches";

    // A session.
    pub const PAUSE: &str = "Pause or resume";
    pub const SKIP: &str = "Skip this phase";
    pub const REWIND: &str = "Restart phase; twice: previous";
    pub const LONGER: &str = "10 seconds more in this phase";
    pub const SHORTER: &str = "10 seconds less in this phase";
    pub const SWAP_LEG: &str = "Swap the legs";
    pub const RESTART: &str = "Restart the session";
    pub const FULL_SCREEN: &str = "Full screen / split";
    pub const SEATED: &str = "While getting ready: the seated version";
    pub const PAGE_BESIDE_UP: &str = "Scroll the page beside the timer up";
    pub const PAGE_BESIDE_DOWN: &str = "Scroll the page beside the timer down";
    pub const DONE: &str = "Done";

    // A cramp now.
    pub const LET_GO: &str = "It has let go";
    pub const MUSCLE: &str = "The muscle that cramps";
    pub const POSITION: &str = "Lying, seated or standing, in turn";
    pub const LEG: &str = "Which leg it is: left, right, both, not said";
    pub const EARLIER: &str = "It began a minute earlier";

    // The diary.
    pub const NEXT_CHART: &str = "The next chart";
    pub const PREVIOUS_CHART: &str = "The chart before";
    pub const QUIET_NIGHT: &str = "Log a night without a cramp";
    pub const NIGHT_EARLIER: &str = "The night before";
    pub const NIGHT_LATER: &str = "The night after";
    pub const FIRST_NIGHT: &str = "To the first night";
    pub const LAST_NIGHT: &str = "To the last night";
    pub const OPEN_NIGHT: &str = "Open the night: its cramp, to read or change";
    pub const ADD_ENTRY: &str = "Add a cramp to this night";
    pub const CHANGE_ENTRY: &str = "Change the cramp of this night";
    pub const REMOVE_ENTRY: &str = "Remove the last entry of this night (u: undo)";
    pub const NEXT_FIELD: &str = "The next field; what was typed is saved";
    pub const PREVIOUS_FIELD: &str = "The field before";
    pub const FIELD_GIVEN: &str = "Save the field and go on";
    pub const FORM_DONE: &str = "Done";
    pub const LOG_TWICE: &str = "Log a cramp (press twice)";
    pub const WEEK_EARLIER: &str = "A week earlier";
    pub const WEEK_LATER: &str = "A week later";
    pub const EIGHT_WEEKS_EARLIER: &str = "Eight weeks earlier";
    pub const EIGHT_WEEKS_LATER: &str = "Eight weeks later";
    pub const DIARY: &str = "The diary: nights, weeks, pain";

    // Everywhere.
    pub const DANGER: &str = "Danger signs: when to get help";
    pub const CRAMP_NOW: &str = "A cramp now: what to do this minute";
    pub const SEARCH: &str = "Search the guide";
    pub const EMPTY_SEARCH: &str = "Empty the search field";
    pub const LOG: &str = "Log a cramp (press twice), or the danger sign of this page";
    pub const LOG_THIS: &str = "Log this cramp";
    pub const LOG_CRAMP: &str = "Log a cramp";
    pub const TAKE_BACK: &str = "Undo what was logged, within 10 seconds";
    pub const DETAILS: &str = "Add details to the last cramp: pain, sleep, help";
    pub const SOURCES: &str = "Sources, evidence and words of this page";
    pub const HOW_AND_SOURCES: &str = "How it is done, and its sources";
    pub const THEME: &str = "The next theme: night, dark, light, terminal, mono";
    pub const MUTE: &str = "Mute / unmute";
    pub const VOICE: &str = "Voice on or off";
    pub const HELP: &str = "The keys of this screen";
    pub const BACK: &str = "Back one level";
    pub const LEAVE: &str = "Leave";
    pub const INTERRUPT: &str = "Leave at once";
    pub const SUSPEND: &str = "Suspend; `fg` brings it back";
    pub const REDRAW: &str = "Draw the screen again";
}

/// What the screens are called above their keys.
pub mod place {
    pub const GUIDE: &str = "Reading the guide";
    pub const SHEET: &str = "Reading a list";
    pub const SEARCH: &str = "Searching";
    pub const DOOR: &str = "Before a stretch";
    pub const TIMER: &str = "During a stretch session";
    pub const SUMMARY: &str = "After a stretch session";
    pub const RESCUE: &str = "During a cramp";
    pub const DIARY: &str = "Looking at the diary";
    pub const FORM: &str = "Filling in a form";
    pub const STANDBY: &str = "Standby";
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

/// The names of keys that are no letters.
pub mod name {
    /// Before the letter that is pressed with it.
    pub const WITH_CTRL: &str = "Ctrl-";
    pub const SPACE: &str = "Space";
    pub const ENTER: &str = "Enter";
    pub const ESC: &str = "Esc";
    pub const BACKSPACE: &str = "Backspace";
    pub const TAB: &str = "Tab";
    pub const BACK_TAB: &str = "Shift-Tab";
    pub const DELETE: &str = "Delete";
    pub const LEFT: &str = "Left";
    pub const RIGHT: &str = "Right";
    pub const UP: &str = "Up";
    pub const DOWN: &str = "Down";
    pub const HOME: &str = "Home";
    pub const END: &str = "End";
    pub const PAGE_UP: &str = "PgUp";
    pub const PAGE_DOWN: &str = "PgDn";
    pub const OTHER: &str = "another key";
}
