//! Everything the program knows while it runs. Changed only by `update`.

use std::sync::Arc;
use std::time::Duration;

use super::danger_answers::DangerAnswers;
use super::diary_status::DiaryStatus;
use super::effect::{DeviceRequest, Effect, Ending};
use super::key::KeyPress;
use super::keymap::{Action, Context};
use super::layout::{GateArea, Layout, Size};
use super::settings::{ColorDepth, Settings, ThemeChoice};
use super::time::Now;
use super::view::{GuideView, RescueState, View};
use crate::diary::night::DAYTIME;
use crate::diary::request::DiaryRequest;
use crate::guide::raw::RescueStep;
use crate::guide::search::Index;
use crate::guide::{Guide, NodeId, Trail};
use crate::stretch::cramp::OngoingCramp;
use crate::stretch::session::Session;
use crate::text::clean;
use crate::text::wrap::{fit, wrap_plain};
use pages::PageMemo;

pub(crate) mod deadlines;
mod pages;
mod session;

/// The state of the running program, on the full screen and line by line.
#[derive(Debug, Clone)]
pub struct State {
    /// The guide in use, replaced as a whole when its file changes.
    pub guide: Arc<Guide>,
    /// What the reader chose.
    pub settings: Settings,
    /// The window in cells.
    pub size: Size,
    /// The trail through the guide, below everything else.
    pub reading: GuideView,
    /// The views above it, the topmost last.
    pub overlays: Vec<View>,
    /// The danger signs that the reader reported.
    pub danger_answers: DangerAnswers,
    /// What the diary was told lately.
    pub diary_status: DiaryStatus,
    /// The moment of the last message.
    pub now: Now,
    /// The stretch session that was left and can be resumed.
    pub left_session: Option<Session>,
    /// Whether one part fills a wide screen: the timer while it runs, else the guide.
    pub full_screen: bool,
    /// Whether the machine was asked to stay awake.
    pub keeps_awake: bool,
    /// What was asked for and is done only when it is asked for again.
    pub unconfirmed: Option<Unconfirmed>,
    /// The key that may be held down.
    pub held_key: Option<HeldKey>,
    /// Whether the program is used line by line: keys have other names there.
    pub is_plain: bool,
    /// Whether somebody at a keyboard answers; what comes through a pipe is no key held down.
    pub has_keyboard: bool,
    /// Whether sound and voice are off for now.
    pub muted: bool,
    /// Whether a key has turned the voice on or off; `None` where the settings say it.
    pub voice_turned: Option<bool>,
    /// How the program ends, once it is to end.
    pub ending: Option<Ending>,
    /// What could not be done on leaving, to be said afterwards.
    pub exit_error: Option<String>,
    /// What the reader is told in one line until the next key.
    pub notices: Vec<String>,
    /// The index of the guide, built at the first search.
    pub index: Option<Arc<Index>>,
    /// Pages to print on leaving, in the order they were marked.
    pub to_print: Vec<NodeId>,
    pub(crate) page_memo: PageMemo,
    /// What the runtime is to do, until `update` hands it out.
    pub(crate) effects: Vec<Effect>,
}

/// An action that waits to be asked for a second time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unconfirmed {
    /// What was asked for.
    pub action: Action,
    /// When, on the monotonic clock.
    pub since: Duration,
}

/// The key pressed last, whose next press may only repeat it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeldKey {
    /// Which key.
    pub key: KeyPress,
    /// The screen and the page of the guide where it was pressed first; `None` for a key pressed in
    /// the shell.
    pub began: Option<(Context, NodeId)>,
    /// When it came last, on the monotonic clock.
    pub last: Duration,
}

impl State {
    /// The program at the first page of the guide, which is laid out when it is first seen.
    pub fn new(guide: Arc<Guide>, settings: Settings, size: Size) -> Self {
        let reading = GuideView::new(Trail::new(guide.start));
        Self {
            guide,
            settings,
            size,
            reading,
            overlays: Vec::new(),
            danger_answers: DangerAnswers::default(),
            diary_status: DiaryStatus::default(),
            now: Now::default(),
            left_session: None,
            full_screen: false,
            keeps_awake: false,
            unconfirmed: None,
            held_key: None,
            is_plain: false,
            has_keyboard: true,
            muted: false,
            voice_turned: None,
            ending: None,
            exit_error: None,
            notices: Vec::new(),
            index: None,
            to_print: Vec::new(),
            page_memo: PageMemo::default(),
            effects: Vec::new(),
        }
    }

    /// The same line by line. Nothing moves there, so no wake-up is needed for motion.
    pub(crate) fn plain(guide: Arc<Guide>, settings: Settings, size: Size) -> Self {
        let mut state = Self::new(guide, settings, size);
        (state.is_plain, state.settings.reduced_motion) = (true, true);
        state
    }

    /// Tells the reader this instead of what was told before.
    pub(crate) fn tell(&mut self, notice: impl Into<String>) {
        self.clear_notices();
        self.notices = vec![clean(&notice.into()).into_owned()];
    }

    /// Takes the notices from the screen, and with them what they offered to undo.
    pub(crate) fn clear_notices(&mut self) {
        self.notices.clear();
        if let Some(last) = &mut self.diary_status.last {
            last.is_offered = false;
        }
    }

    /// Tells the reader this after what was told before.
    pub(crate) fn tell_also(&mut self, notice: impl Into<String>) {
        self.notices.push(clean(&notice.into()).into_owned());
    }

    /// From now on the same action again is done.
    pub(crate) fn ask_again(&mut self, action: Action) {
        self.unconfirmed = Some(Unconfirmed { action, since: self.now.mono });
    }

    /// Whether this action was asked for once, and is done when it is asked for again.
    pub(crate) fn waits_for(&self, action: Action) -> bool {
        self.unconfirmed.as_ref().is_some_and(|asked| asked.action == action)
    }

    /// Asks the diary for this, unless the guide is about something without one.
    pub(crate) fn request(&mut self, request: DiaryRequest) {
        if self.guide.diary {
            self.effects.push(Effect::Diary(request));
        }
    }

    /// Asks a device or an outside program for this.
    pub(crate) fn device(&mut self, request: DeviceRequest) {
        self.effects.push(Effect::Device(request));
    }

    /// The notices as they stand above the footer, in a sixth of the window at most. In a low
    /// window they take two lines, so that the keys they name can be read.
    pub(crate) fn notice_lines(&self) -> Vec<String> {
        let width = usize::from(self.size.width);
        let fewest = if self.size.height < 8 { 1 } else { 2 };
        let mut most = usize::from(self.size.height / 6).clamp(fewest, 4);
        if let Some(View::SafetyGate(_)) = self.overlays.last()
            && let Some(spare) = self.gate_area().spare_rows()
        {
            // Who must not stretch stays in sight.
            most = most.min(spare.into());
        }
        let mut lines = wrap_plain(&self.notices.join(" "), width);
        if lines.len() > most {
            lines.truncate(most);
            if let Some(last) = lines.last_mut() {
                *last = format!("{}...", fit(last, width.saturating_sub(3)));
            }
        }
        lines
    }

    /// Where the next key goes.
    pub fn context(&self) -> Context {
        match self.overlays.last() {
            None | Some(View::GuideView(_)) => Context::Guide,
            Some(View::ListOverlay(_)) => Context::ListOverlay,
            Some(View::Search(_)) => Context::Search,
            Some(View::SafetyGate(_)) => Context::SafetyGate,
            Some(View::Timer(timer)) if timer.session.is_done(self.now.mono) => Context::Summary,
            Some(View::Timer(_)) => Context::Timer,
            Some(View::Rescue(_)) => Context::Rescue,
            Some(View::Diary(_)) => Context::Diary,
            Some(View::Form(_)) => Context::Form,
            Some(View::Standby { .. }) => Context::Standby,
        }
    }

    /// Where the parts of the guide's screen stand.
    pub fn layout(&self) -> Layout {
        self.layout_with(!self.full_screen && !self.guide.routines.is_empty())
    }

    /// The same with or without a pane beside the page.
    pub(crate) fn layout_with(&self, pane: bool) -> Layout {
        Layout::of(self.size, pane, self.notice_lines().len())
    }

    /// Every way through the guide that is open, the topmost first.
    pub(crate) fn readings(&self) -> impl Iterator<Item = &GuideView> + Clone {
        let above = self.overlays.iter().rev().filter_map(|view| match view {
            View::GuideView(reading) => Some(reading),
            _ => None,
        });
        above.chain([&self.reading])
    }

    /// The topmost way through the guide.
    pub fn top_reading(&self) -> &GuideView {
        self.readings().next().unwrap_or(&self.reading)
    }

    /// The topmost way through the guide, to change it.
    pub fn top_reading_mut(&mut self) -> &mut GuideView {
        let above = self.overlays.iter_mut().rev().find_map(|view| match view {
            View::GuideView(reading) => Some(reading),
            _ => None,
        });
        above.unwrap_or(&mut self.reading)
    }

    /// The cramp that lasts, also under a list or a page.
    pub fn rescue(&self) -> Option<&RescueState> {
        self.overlays.iter().find_map(|view| match view {
            View::Rescue(rescue) => Some(rescue),
            _ => None,
        })
    }

    /// The same, to change it.
    pub(crate) fn rescue_mut(&mut self) -> Option<&mut RescueState> {
        self.overlays.iter_mut().find_map(|view| match view {
            View::Rescue(rescue) => Some(rescue),
            _ => None,
        })
    }

    /// The steps for this cramp.
    pub(crate) fn cramp_steps(&self, cramp: &OngoingCramp) -> &[RescueStep] {
        let rescue = self.guide.rescue.as_ref();
        rescue.map_or(&[], |rescue| rescue.steps(&cramp.muscle, cramp.pose))
    }

    /// Where the check of who must not stretch stands.
    pub(crate) fn gate_area(&self) -> GateArea {
        let check = self.guide.safety();
        GateArea::of(self.size, |width| wrap_plain(check, usize::from(width).max(1)).len())
    }

    /// Whether that check can be read whole in this window.
    pub fn gate_has_room(&self) -> bool {
        self.gate_area().spare_rows().is_some()
    }

    /// The warning that an answer led to, until that answer is changed or taken back.
    pub fn reported_warning(&self) -> Option<NodeId> {
        self.danger_answers.warning(&self.guide)
    }

    /// Whether the danger sign is a cramp that lasted too long.
    pub fn had_long_cramp(&self) -> bool {
        let rescue = self.guide.rescue.as_ref();
        rescue.is_some_and(|rescue| self.reported_warning() == Some(rescue.over_limit))
    }

    /// Whether the open page is about danger, or a danger sign was reported: no stretch is offered
    /// then.
    pub fn is_beside_danger(&self) -> bool {
        let here = self.top_reading().trail.here();
        self.guide.is_of_danger(here) || self.reported_warning().is_some()
    }

    /// Whether the way through the danger signs is on top.
    pub(crate) fn shows_danger(&self) -> bool {
        match self.overlays.last() {
            Some(View::GuideView(reading)) => Some(reading.trail.first()) == self.guide.danger,
            _ => false,
        }
    }

    /// The warning that rescue shows in place of the steps, because the cramp lasts too long or a
    /// danger sign was reported.
    pub fn rescue_warning(&self, view: &RescueState) -> Option<NodeId> {
        let (rescue, reported) = (self.guide.rescue.as_ref()?, self.reported_warning());
        if view.cramp.is_over(rescue.limit, self.now.boot) {
            return reported.or(Some(rescue.over_limit));
        }
        reported.filter(|_| view.read_signs != self.danger_answers)
    }

    /// Whether rescue shows a warning in place of steps that may be asked for all the same.
    pub fn offers_steps(&self, view: &RescueState) -> bool {
        let limit = self.guide.rescue.as_ref().map(|rescue| rescue.limit);
        let is_over = limit.is_some_and(|limit| view.cramp.is_over(limit, self.now.boot));
        !is_over && self.rescue_warning(view).is_some()
    }

    /// Whether the screen says to get help for a cramp that lasts, or lasted, too long, or for a
    /// danger sign reported in it.
    pub fn shows_cramp_advice(&self) -> bool {
        match self.overlays.last() {
            Some(View::Rescue(view)) => self.rescue_warning(view).is_some(),
            Some(View::GuideView(_)) | None => {
                let limit = self.guide.rescue.as_ref().map(|rescue| rescue.limit);
                self.past_cramp().is_some_and(|lasted| Some(lasted) >= limit)
            }
            _ => false,
        }
    }

    /// How long the cramp lasted that the open page follows: only the page on after-care does.
    pub fn past_cramp(&self) -> Option<Duration> {
        let reading = self.top_reading();
        let rescue = self.guide.rescue.as_ref()?;
        reading.past_cramp.filter(|_| reading.trail.here() == rescue.after)
    }

    /// The routine that fits the open page, where no danger sign forbids any.
    pub fn fitting_routine(&self) -> Option<&str> {
        if self.is_beside_danger() {
            return None;
        }
        // The page's own, or that of the first relief it names.
        let node = self.guide.node(self.top_reading().trail.here());
        let mut relief = self.guide.find_all(&node.relief);
        let own = node.routine.as_deref();
        own.or_else(|| relief.find_map(|id| self.guide.node(id).routine.as_deref()))
            .or(self.settings.bedtime.as_deref())
            .or(self.guide.bedtime.as_deref())
            .filter(|id| self.guide.routines.contains_key(*id))
    }

    /// The theme to draw in: the chosen one, or what `auto` or a lack of colours comes to.
    pub fn theme(&self) -> ThemeChoice {
        match (self.settings.depth, self.settings.theme) {
            (ColorDepth::None, _) => ThemeChoice::Mono,
            (_, ThemeChoice::Auto) if self.is_at_night() || self.is_nightly() => ThemeChoice::Night,
            (_, ThemeChoice::Auto) => ThemeChoice::Dark,
            (_, chosen) => chosen,
        }
    }

    /// Whether figures are silhouettes, whose characters may reach over the borders of their cells.
    pub(crate) fn draws_silhouettes(&self) -> bool {
        let is_basic = matches!(self.theme(), ThemeChoice::Mono | ThemeChoice::Terminal);
        is_basic || self.settings.depth == ColorDepth::Basic
    }

    /// Whether it is night by the clock, as of the last message.
    fn is_at_night(&self) -> bool {
        self.now.wall.is_some_and(|time| !DAYTIME.contains(&time.hour()))
    }

    /// Whether what is on the screen is made for a dark room.
    fn is_nightly(&self) -> bool {
        let below = self.overlays.iter().rev().find(|view| !view.lies_over());
        matches!(below, Some(View::Timer(_) | View::Rescue(_) | View::Standby { .. }))
    }
}
