//! The pane beside a page while nothing runs: what the cursor is on, else the stretches that fit
//! the page.

mod question;

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;

use super::diary::last_nights;
use super::page::{self, PageLook};
use super::panel::Panel;
use super::rescue::in_short;
use super::text::{Column, badge, below, lines};
use super::{RenderContext, timeline};
use crate::app::body_words;
use crate::app::keymap::Context;
use crate::app::layout::Area;
use crate::app::page::arrange::{Framing, PagePurpose, arrange};
use crate::app::page::{Goal, Item, node};
use crate::app::state::State;
use crate::figure::{PictureSize, Posture};
use crate::guide::model::{NodeId, Target};
use crate::guide::muscle;
use crate::guide::raw::{Figure, Kind, Pose, Routine, Stretch};
use crate::guide::trail::{PagePlace, Step, target};
use crate::stretch::plan::{Options, Plan};
use crate::text::messages::{amounts, pages};
use crate::text::wrap::cells;

/// Draws what the cursor is on. On a question it never shows where an answer leads, because that
/// would influence the answer.
pub(crate) fn draw(area: Rect, buf: &mut Buffer, context: RenderContext<'_>, item: Option<&Item>) {
    let state = context.state;
    let guide = &state.guide;
    let pane = Pane { context, area };
    if let Some(about) = item.and_then(|item| item.about.as_ref()) {
        return pane.about_sign(buf, about);
    }
    let is_stretch = match item.map(|item| &item.goal) {
        Some(Goal::Open(id)) => guide.node(*id).kind == Kind::Relief,
        Some(Goal::Word(_)) => false,
        _ => true,
    };
    if is_stretch && state.reported_warning().is_some() {
        return pane.no_stretching(buf);
    }
    let at = state.top_reading().trail.here();
    let here = guide.node(at);
    let reads = state.context() == Context::Guide;
    let asks = reads && here.kind == Kind::Symptom;
    if asks && guide.is_danger_question(at) {
        return pane.cards(buf, &pane.how_to_answer());
    }
    match item.filter(|_| !asks).map(|item| &item.goal) {
        Some(Goal::Step(step @ Step::Option(_))) => match target(guide, at, *step) {
            Some(Target::Rescue) => pane.rescue(buf),
            Some(Target::Node(id)) => pane.node(buf, id),
            None => pane.about_guide(buf),
        },
        Some(Goal::Step(Step::Link(id)) | Goal::Open(id)) => pane.node(buf, *id),
        Some(Goal::Routine(id)) => pane.routine(buf, id),
        Some(Goal::Stretch(id)) => pane.stretch(buf, id),
        Some(Goal::Word(term)) => {
            let meaning = guide.glossary.get(term).map_or("", |text| text.as_str());
            pane.words(buf, term, meaning, context.theme.text);
        }
        _ => match state.fitting_routine().filter(|_| state.rescue().is_none()) {
            Some(id) => pane.routine(buf, id),
            None => pane.about_guide(buf),
        },
    }
}

/// Draws what fits below the menu of the first page: the last nights of the diary, and in a narrow
/// window the stretches of tonight.
pub(crate) fn below_menu(area: Rect, buf: &mut Buffer, context: RenderContext<'_>) {
    let state = context.state;
    let routine = state.fitting_routine().filter(|_| state.layout().pane.is_none());
    let [mut left, mut right] = [area; 2];
    if state.has_last_nights() {
        if state.layout().pane.is_none() {
            let halves = Layout::horizontal([Constraint::Fill(1); 2]).spacing(1);
            [left, right] = halves.areas(area);
        }
        last_nights::panel(right, buf, context);
    }
    if let Some(id) = routine {
        Pane { context, area: left }.routine(buf, id);
    }
}

/// Stretches of a routine that are shown in two lines each.
const MOST_IN_TWO_LINES: usize = 3;

/// Cells of a step's number before its words.
const NUMBER: u16 = 3;

/// Rows from which on somebody who sits is seen whole.
const WHOLE_BODY: u16 = 13;

/// Rows from which on a stretch is shown below a list.
const LEAST_STRETCH: u16 = 14;

struct Pane<'a> {
    context: RenderContext<'a>,
    area: Rect,
}

impl Pane<'_> {
    fn panel(&self, buf: &mut Buffer, title: &str, right: &str) -> Rect {
        let panel = Panel { title, right, ..Panel::default() };
        panel.draw(self.area, buf, self.context.theme)
    }

    /// What the guide is, where no stretches fit.
    fn about_guide(&self, buf: &mut Buffer) {
        let guide = &self.context.state.guide;
        self.words(buf, &guide.title, &guide.notice, self.context.theme.text);
    }

    fn no_stretching(&self, buf: &mut Buffer) {
        let why = if self.context.state.had_long_cramp() {
            "The cramp lasted too long. Don't stretch; get help first."
        } else {
            "You reported a danger sign. Don't stretch; get help first."
        };
        self.words(buf, "No stretching now", why, self.context.theme.warning);
    }

    fn words(&self, buf: &mut Buffer, title: &str, text: &str, style: Style) {
        let inner = self.panel(buf, title, "");
        let mut column = Column::new(inner, buf);
        column.balanced(text, style);
        column.skip(1);
        self.seated_body(&mut column);
    }

    /// Somebody who sits still, in what is left of the pane.
    fn seated_body(&self, column: &mut Column<'_>) {
        let rest = column.take(column.left());
        let rescue = self.context.state.guide.rescue.as_ref();
        let seated = rescue.and_then(|rescue| rescue.figure(&rescue.muscle, Pose::Seated));
        if let Some(figure) = seated.filter(|_| rest.height >= WHOLE_BODY) {
            let posture = Posture { figure, leg: None, held: None };
            self.context.figure.draw(rest, column.buf, &posture, self.context.theme);
        }
    }

    fn node(&self, buf: &mut Buffer, id: NodeId) {
        match &self.context.state.guide.node(id).routine {
            Some(routine) => self.routine(buf, routine),
            None => self.page(buf, id),
        }
    }

    /// A page as it opens, without what can be chosen on it.
    fn page(&self, buf: &mut Buffer, id: NodeId) {
        let page = node::preview(&self.context.state.guide, id);
        let Rect { x, y, width, height } = self.area;
        let area = Area { x, y, width, height };
        let framing = Framing { framed: true, purpose: PagePurpose::Reading, whole: 0 };
        let arranged = arrange(&page, area, framing);
        let shown = (&arranged, PagePlace::UNSELECTED);
        page::draw(buf, self.context, shown, PageLook::default());
        if let Some(last) = arranged.panels.last() {
            let used = u16::try_from(last.lines.len()).unwrap_or(u16::MAX).saturating_add(1);
            let rest = below(last.inner.into(), used);
            let column = &mut Column::new(rest, buf);
            match first_stretch(self.context.state, id) {
                Some(stretch) if rest.height >= LEAST_STRETCH => {
                    self.stretch_above(column, stretch, &stretch.title, self.context.theme.muted);
                }
                _ => self.seated_body(column),
            }
        }
    }

    fn routine(&self, buf: &mut Buffer, id: &str) {
        let state = self.context.state;
        let Some(routine) = state.guide.routines.get(id) else {
            return self.about_guide(buf);
        };
        let length = Plan::usual_length(&state.guide, id);
        let inner = self.panel(buf, &routine.title, &length);
        let theme = self.context.theme;
        let mut column = Column::new(inner, buf);
        column.balanced(state.guide.safety(), theme.warning);
        column.skip(u16::from(column.left() > WHOLE_BODY));
        let options = Options { first: state.settings.first_leg, ..Options::default() };
        let plan = Plan::new(id, routine, options).ok();
        let start_key = start_key(state, id);
        let steps = self.steps(routine, inner.width);
        let [button, strip] = [u16::from(start_key.is_some()) * 2, timeline::ROWS + 1];
        let strip = if column.left() >= strip + button { strip } else { 0 };
        let words = u16::try_from(steps.len()).unwrap_or(u16::MAX).saturating_add(1);
        let shows_steps = column.left() >= words.saturating_add(strip + button + 9);
        let kept = strip + button + if shows_steps { words } else { 0 };
        let picture = column.take(column.left().saturating_sub(kept));
        let mut figures = routine
            .steps
            .iter()
            .filter_map(|step| state.guide.stretches.get(&step.stretch)?.figure.as_ref());
        let (width, height) = (picture.width.into(), usize::from(picture.height) * 2);
        let is_whole =
            |figure: &&Figure| self.posture(figure).is_whole(PictureSize { width, height });
        if let Some(figure) = figures.clone().find(is_whole).or_else(|| figures.next()) {
            self.figure(picture, column.buf, figure);
        }
        if shows_steps {
            column.skip(1);
            for (text, style) in &steps {
                column.line(text, *style);
            }
        }
        if let Some(plan) = plan.filter(|_| strip > 0) {
            column.skip(1);
            timeline::draw(column.take(timeline::ROWS), column.buf, &plan.phases, None, theme);
        }
        if let Some(start_key) = start_key.filter(|_| column.left() > 0) {
            column.skip(u16::from(column.left() > 1));
            let row = column.area;
            badge(column.buf, (row.x, row.y), start_key, theme.accent, theme);
        }
    }

    /// The stretches of a routine, two lines each.
    fn steps(&self, routine: &Routine, width: u16) -> Vec<(String, Style)> {
        let RenderContext { state, theme, .. } = self.context;
        let mut lines = Vec::new();
        for (index, step) in routine.steps.iter().enumerate() {
            let title = state.guide.stretch_title(&step.stretch).to_owned();
            let room = usize::from(width.saturating_sub(NUMBER));
            let short = title.split(',').next().unwrap_or_default().to_owned();
            let title = if cells(&title) > room { short } else { title };
            lines.push((format!("{}  {title}", index + 1), theme.strong));
            if routine.steps.len() > MOST_IN_TWO_LINES {
                continue;
            }
            let times = amounts::times(step.repeat);
            let sides = body_words::sides(step.sides);
            lines.push((format!("   {}, {times}, {sides}", step.hold), theme.muted));
        }
        lines
    }

    fn stretch(&self, buf: &mut Buffer, id: &str) {
        let RenderContext { state, theme, .. } = self.context;
        let Some(stretch) = state.guide.stretches.get(id) else {
            return self.about_guide(buf);
        };
        let inner = self.panel(buf, &stretch.title, stretch.pose.word());
        self.stretch_above(&mut Column::new(inner, buf), stretch, &stretch.motion, theme.text);
    }

    /// A body in a stretch above a text, with the line on top that says who must not.
    fn stretch_above(&self, column: &mut Column<'_>, stretch: &Stretch, text: &str, style: Style) {
        let RenderContext { state, theme, .. } = self.context;
        column.balanced(state.guide.safety(), theme.warning);
        column.skip(1);
        let rows = lines(text, column.area.width) + 1;
        let picture = column.take(column.left().saturating_sub(rows));
        if let Some(figure) = &stretch.figure {
            self.figure(picture, column.buf, figure);
        }
        column.skip(1);
        column.text(text, style);
    }

    fn rescue(&self, buf: &mut Buffer) {
        let RenderContext { state, theme, .. } = self.context;
        let Some(rescue) = &state.guide.rescue else {
            return self.about_guide(buf);
        };
        // The pane is higher than wide: somebody who stands is seen largest.
        let (muscle, pose) = rescue.nearest(None, Some(Pose::Standing));
        let label = body_words::cramp(muscle::part(muscle), None, pose);
        let inner = self.panel(buf, &pages::cramp_now(&label), "");
        let mut column = Column::new(inner, buf);
        column.balanced(&rescue.check, theme.warning);
        let steps = rescue.steps(muscle, pose).iter();
        let texts: Vec<String> = steps.map(|step| in_short(step, ". ")).collect();
        let width = inner.width.saturating_sub(NUMBER);
        let words: u16 = texts.iter().map(|text| lines(text, width)).sum();
        column.skip(1);
        let rows = column.take(column.left().saturating_sub(words + 3));
        if let Some(figure) = rescue.figure(muscle, pose) {
            self.figure(rows, column.buf, figure);
        }
        column.skip(1);
        for (number, text) in (1..).zip(&texts) {
            let number = number.to_string();
            column.marked((&number, theme.key), NUMBER, (text, theme.text));
        }
        column.skip(1);
        let row = column.take(1);
        badge(column.buf, (row.x, row.y), "c  cramp now", theme.accent, theme);
    }

    fn posture<'f>(&self, figure: &'f Figure) -> Posture<'f> {
        Posture { figure, leg: Some(self.context.state.settings.first_leg), held: Some(1.0) }
    }

    fn figure(&self, area: Rect, buf: &mut Buffer, figure: &Figure) {
        if area.height < 6 {
            return;
        }
        self.context.figure.draw(area, buf, &self.posture(figure), self.context.theme);
    }
}

/// The first stretch that a menu leads to, where no danger sign forbids any.
fn first_stretch(state: &State, menu: NodeId) -> Option<&Stretch> {
    let routine = state.guide.first_routine(menu)?;
    let stretch = state.guide.stretches.get(&routine.steps.first()?.stretch);
    stretch.filter(|_| !state.is_beside_danger())
}

/// What `s` does here: beside a page of the guide, where it starts this routine.
fn start_key(state: &State, id: &str) -> Option<&'static str> {
    let fits = state.fitting_routine() == Some(id);
    let says = if state.waiting_session().is_some() { "s  resume" } else { "s  start" };
    (state.context() == Context::Guide && fits).then_some(says)
}
