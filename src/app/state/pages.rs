//! The pages of the running program: made and arranged when they are asked for, and where on them
//! the reader is.

use std::cell::RefCell;
use std::sync::Arc;

use super::State;
use crate::app::layout::{Area, MEASURE};
use crate::app::page::arrange::{Framing, PagePurpose, ScreenPage, arrange};
use crate::app::page::{self, Goal, Item, Page, node, search};
use crate::app::view::{ListKind, View};
use crate::diary::diary_night::DiaryNight;
use crate::guide::trail::PagePlace;
use crate::guide::{Guide, Trail};

/// What a page is arranged from.
type Unarranged = (Page, Area, Framing);

/// The page that was arranged last: most keys leave it as it was.
#[derive(Debug, Clone, Default)]
pub(crate) struct PageMemo(RefCell<Option<(Unarranged, Arc<ScreenPage>)>>);

impl PageMemo {
    fn arrange(&self, from: Unarranged) -> Arc<ScreenPage> {
        let mut last = self.0.borrow_mut();
        let same = last.take().filter(|(last_from, _)| *last_from == from);
        let (_, arranged) = last.insert(same.unwrap_or_else(|| {
            let arranged = arrange(&from.0, from.1, from.2);
            (from, Arc::new(arranged))
        }));
        Arc::clone(arranged)
    }
}

impl State {
    /// Changes the topmost way through the guide, and puts the cursor on what was chosen there
    /// before.
    pub(crate) fn change_trail<T>(&mut self, change: impl FnOnce(&mut Trail, &Guide) -> T) -> T {
        let guide = Arc::clone(&self.guide);
        let trail = &mut self.top_reading_mut().trail;
        let outcome = change(trail, &guide);
        let Some(chosen) = trail.take_chosen().map(Goal::Step) else { return outcome };
        let trail = &self.top_reading().trail;
        let page = self.node_page();
        let window = arrange(&page, self.layout().body, self.framing());
        let is_chosen = |item: &Item| item.goal == chosen;
        let index = window.items.iter().position(is_chosen);
        let place = trail.place();
        let place = index.map_or(place, |index| window.reveal(index, place));
        self.top_reading_mut().trail.set_place(place);
        outcome
    }

    /// What the reader sees, before it is laid out for any width.
    pub fn page(&self) -> Page {
        match self.overlays.last() {
            Some(View::ListOverlay(list)) => self.list(&list.kind),
            Some(View::Form(form)) => page::form::page(form),
            Some(View::Search(search)) => {
                search::page(&self.guide, &search.hits, search.query.text())
            }
            _ => self.node_page(),
        }
    }

    /// The topmost page of the guide: after a cramp, with how long it lasted on top.
    fn node_page(&self) -> Page {
        let trail = &self.top_reading().trail;
        match (self.past_cramp(), &self.guide.rescue) {
            (Some(lasted), Some(rescue)) => {
                let mut signs = self.danger_answers.iter();
                let was_long = signs.any(|sign| sign.warning == self.guide.name(rescue.over_limit));
                node::after_care(&self.guide, rescue, lasted, was_long)
            }
            _ => node::page(&self.guide, trail),
        }
    }

    /// The page of the guide that stands below a list or a check.
    pub(crate) fn page_below(&self) -> ScreenPage {
        let page = self.node_page();
        let framing = Framing { purpose: PagePurpose::Reading, ..self.framing() };
        arrange(&page, self.layout().body, framing)
    }

    /// The page that the reader sees, arranged for this window, and where on it the reader is.
    pub fn visible_page(&self) -> (Arc<ScreenPage>, PagePlace) {
        let (area, place) = match self.overlays.last() {
            Some(View::ListOverlay(list)) => (self.layout().overlay, list.place),
            Some(View::Form(form)) => (self.layout().overlay, form.place()),
            Some(View::Search(search)) => (self.below_search_field(), search.place),
            _ => (self.layout().body, self.top_reading().trail.place()),
        };
        let page = self.page_memo.arrange((self.page(), area, self.framing()));
        let place = match (self.overlays.last(), place.cursor) {
            (Some(View::Form(_)), Some(field)) => page.reveal(field, place),
            _ => page.clamp(place),
        };
        (page, place)
    }

    /// The part of the body below the search field.
    fn below_search_field(&self) -> Area {
        let layout = self.layout();
        let field = if layout.framed { 3 } else { 1 };
        let field = field.min(layout.body.height);
        Area { y: layout.body.y + field, height: layout.body.height - field, ..layout.body }
    }

    /// Whether the diary says anything about the last nights.
    pub(crate) fn has_last_nights(&self) -> bool {
        let (_, nights) = self.diary_status.compared();
        nights.iter().any(DiaryNight::is_logged)
    }

    fn framing(&self) -> Framing {
        let is_start = self.top_reading().trail.here() == self.guide.start;
        let layout = self.layout();
        let purpose = match self.overlays.last() {
            Some(View::ListOverlay(_) | View::Form(_)) => PagePurpose::Overlay,
            Some(View::Search(_)) => PagePurpose::Search,
            _ if is_start && (layout.pane.is_none() || self.has_last_nights()) => {
                PagePurpose::AboveOthers
            }
            _ => PagePurpose::Reading,
        };
        let beside = layout.pane.map_or(0, |pane| pane.width + 1);
        Framing { framed: layout.framed, purpose, whole: layout.body.width + beside }
    }

    /// Moves on the page that the reader sees.
    pub fn set_place(&mut self, place: PagePlace) {
        match self.overlays.last_mut() {
            Some(View::ListOverlay(list)) => list.place = place,
            Some(View::Search(search)) => search.place = place,
            _ => self.top_reading_mut().trail.set_place(place),
        }
    }

    /// What a list says.
    fn list(&self, kind: &ListKind) -> Page {
        match kind {
            ListKind::Keys(context) => page::keys::page(&self.guide, *context),
            ListKind::Sources(id) => page::sources::page(&self.guide, *id),
            ListKind::Answers => {
                let trail = &self.top_reading().trail;
                page::answers::page(&self.guide, trail, &self.danger_answers)
            }
            ListKind::Problems(text) => page::problems::page(text),
            ListKind::Stretch(id) => page::stretch::page(&self.guide, id),
            ListKind::Word(term) => page::glossary::word(&self.guide, term),
            ListKind::Glossary => page::glossary::page(&self.guide),
        }
    }

    /// Cells a line of printed text may take in this window.
    pub fn page_width(&self) -> usize {
        usize::from(self.size.width.clamp(20, MEASURE))
    }

    /// The text to leave in the scrollback: the marked pages.
    pub fn exit_text(&self) -> String {
        let width = self.page_width();
        let pages: Vec<String> =
            self.to_print.iter().map(|id| node::printed(&self.guide, *id).text(width)).collect();
        pages.join("\n")
    }
}
