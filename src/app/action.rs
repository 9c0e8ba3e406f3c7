//! Where keys are pressed, and what they can ask for.

/// Where a key is pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Context {
    /// A page of the guide.
    Guide,
    /// A list beside the guide: keys, sources, the trail, problems.
    ListOverlay,
    /// The search field and its results.
    Search,
    /// The one-line check before a routine.
    SafetyGate,
    /// A running or paused session.
    Timer,
    /// The end of a session.
    Summary,
    /// A cramp now.
    Rescue,
    /// The charts of the diary.
    Diary,
    /// The form with the details of a cramp.
    Form,
    /// The black screen.
    Standby,
}

impl Context {
    /// Every place.
    pub const ALL: [Self; 10] = [
        Self::Guide,
        Self::ListOverlay,
        Self::Search,
        Self::SafetyGate,
        Self::Timer,
        Self::Summary,
        Self::Rescue,
        Self::Diary,
        Self::Form,
        Self::Standby,
    ];

    /// What one does there: in the help, and in a word below the screen.
    pub fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Guide => ("Reading the guide", "GUIDE"),
            Self::ListOverlay => ("Reading a list", "LIST"),
            Self::Search => ("Searching", "SEARCH"),
            Self::SafetyGate => ("Before a stretch", "CHECK"),
            Self::Timer => ("During a stretch session", "STRETCH"),
            Self::Summary => ("After a stretch session", "DONE"),
            Self::Rescue => ("During a cramp", "CRAMP"),
            Self::Diary => ("Looking at the diary", "DIARY"),
            Self::Form => ("Filling in a form", "FORM"),
            Self::Standby => ("Standby", "STANDBY"),
        }
    }
}

/// What a key asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Show the keys of this screen.
    Help,
    /// Show the danger signs.
    Danger,
    /// A cramp now.
    CrampNow,
    /// Search the guide.
    Search,
    /// Sources, evidence and words of this page.
    Sources,
    /// The next theme.
    Theme,
    /// Sound and voice off, or on again.
    Mute,
    /// Voice on or off.
    Voice,
    /// Back one level.
    Back,
    /// Leave the program.
    Leave,
    /// Leave by Ctrl-C.
    Interrupt,
    /// Draw the whole screen anew.
    Redraw,
    /// Suspend by Ctrl-Z.
    Suspend,
    /// Log a cramp, or note a danger sign.
    Log,
    /// Note a night without a cramp.
    QuietNight,
    /// Take back what was just noted.
    TakeBack,
    /// Add details to a cramp that is noted.
    Details,
    /// The charts of the diary.
    Diary,
    /// Move on a page, in a list, in a form or over the nights of the diary.
    Move(Movement),
    /// Choose what is selected.
    Choose,
    /// Choose the item with this key.
    Pick(char),
    /// The page before.
    Previous,
    /// The answers so far.
    Trail,
    /// Start the fitting routine.
    Start,
    /// Print this page on leaving.
    Print,
    /// Start the guide over.
    StartOver,
    /// Fill the screen with the timer, or show the guide beside it.
    FullScreen,
    /// Change the session on the screen.
    Timer(TimerAction),
    /// Change what rescue shows.
    Rescue(RescueAction),
    /// Look at or change the diary.
    Night(NightAction),
}

/// A way to move.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Movement {
    /// One up.
    Up,
    /// One down.
    Down,
    /// A screenful up.
    PageUp,
    /// A screenful down.
    PageDown,
    /// To the first line.
    Top,
    /// To the last line.
    Bottom,
}

/// What a key asks of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TimerAction {
    /// Pause or resume.
    Pause,
    /// Skip this phase.
    Skip,
    /// Restart this phase, or go to the one before.
    Rewind,
    /// Ten seconds more.
    Longer,
    /// Ten seconds less.
    Shorter,
    /// The other leg.
    SwapLeg,
    /// Start the session again.
    Restart,
    /// The routine that does the same sitting down.
    Seated,
}

/// What a key asks of a cramp that lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RescueAction {
    /// The muscle with this digit, from 1, in the guide's order.
    Muscle(char),
    /// The moves for the next position: lying, seated, standing.
    NextPosition,
    /// The leg that cramps: the next of left, right, both, not said.
    Leg,
    /// The cramp began a minute earlier.
    Earlier,
    /// The cramp has let go.
    LetGo,
}

/// What a key asks of the diary screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NightAction {
    /// The night after.
    Later,
    /// The night before.
    Earlier,
    /// Add a cramp to this night.
    Add,
    /// Remove the last entry of this night.
    Remove,
    /// The next chart.
    NextChart,
    /// The chart before.
    PreviousChart,
}
