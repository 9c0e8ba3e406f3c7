//! The pages of the running program: laid out for its window, and where on them the reader is.

use std::sync::Arc;

use super::State;
use crate::app::layout::MEASURE;
use crate::app::page::{self, Goal, Item, Page, node};
use crate::app::scroll::Window;
use crate::app::view::{GuideView, ListKind, ListOverlay, Search, View};
use crate::guide::trail::PagePosition;
use crate::guide::{Guide, Trail};

impl State {
    /// Changes the topmost way through the guide, and lays out the page where it is then.
    pub fn walk<T>(&mut self, change: impl FnOnce(&mut Trail, &Guide) -> T) -> T {
        let guide = Arc::clone(&self.guide);
        let trail = &mut self.top_reading_mut().trail;
        let outcome = change(trail, &guide);
        let chosen = trail.take_chosen();
        let page = node::page(&guide, &self.top_reading().trail, self.page_width());
        let window = Window {
            page: &page,
            height: usize::from(self.layout().body.height),
        };
        let mut place = self.top_reading().trail.place();
        let is_chosen = |item: &Item| chosen.map(Goal::Step).as_ref() == Some(&item.goal);
        if let Some(index) = page.items.iter().position(is_chosen) {
            place = window.reveal(index, place);
        }
        let place = window.clamp(place);
        let reading = self.top_reading_mut();
        reading.page = page;
        reading.trail.set_place(place);
        outcome
    }

    /// The page that the reader sees, and where on it.
    pub fn visible_page(&self) -> (Window<'_>, PagePosition) {
        let height = usize::from(self.layout().body.height);
        match self.overlays.last() {
            Some(View::ListOverlay(sheet)) => (
                Window {
                    page: &sheet.page,
                    height,
                },
                sheet.place,
            ),
            Some(View::Search(search)) => (
                Window {
                    page: &search.page,
                    height,
                },
                search.place,
            ),
            _ => {
                let reading = self.top_reading();
                (
                    Window {
                        page: &reading.page,
                        height,
                    },
                    reading.trail.place(),
                )
            }
        }
    }

    /// Moves on the page that the reader sees.
    pub fn set_place(&mut self, place: PagePosition) {
        match self.overlays.last_mut() {
            Some(View::ListOverlay(sheet)) => sheet.place = place,
            Some(View::Search(search)) => search.place = place,
            _ => self.top_reading_mut().trail.set_place(place),
        }
    }

    /// Lays out every page anew, after the window or the guide has changed.
    pub fn lay_out(&mut self) {
        let mut reading = std::mem::replace(
            &mut self.reading,
            GuideView {
                trail: Trail::new(self.guide.start),
                page: Page::default(),
            },
        );
        self.lay_out_reading(&mut reading);
        self.reading = reading;
        // From below, so that a list finds the pages it is about.
        for mut view in std::mem::take(&mut self.overlays) {
            match &mut view {
                View::GuideView(reading) => self.lay_out_reading(reading),
                View::ListOverlay(sheet) => *sheet = self.sheet(sheet.kind.clone(), sheet.place),
                View::Search(search) => self.find(search),
                View::SafetyGate(_)
                | View::Timer(_)
                | View::Rescue(_)
                | View::Diary(_)
                | View::Standby => {}
            }
            self.overlays.push(view);
        }
    }

    /// Lays out the first page if that was put off.
    pub fn lay_out_late(&mut self) {
        if self.reading.page.lines.is_empty() {
            let (page, place) = self.laid_out(&self.reading.trail);
            self.reading.page = page;
            self.reading.trail.set_place(place);
        }
    }

    /// Lays out the open page of a reading.
    pub fn lay_out_reading(&self, reading: &mut GuideView) {
        let (page, place) = self.laid_out(&reading.trail);
        reading.page = page;
        reading.trail.set_place(place);
    }

    /// The page where a trail is, and where on it the reader then is.
    fn laid_out(&self, trail: &Trail) -> (Page, PagePosition) {
        let page = node::page(&self.guide, trail, self.page_width());
        let window = Window {
            page: &page,
            height: usize::from(self.layout().body.height),
        };
        let place = window.clamp(trail.place());
        (page, place)
    }

    /// A list, laid out for this window.
    pub fn sheet(&self, kind: ListKind, place: PagePosition) -> ListOverlay {
        let layout = self.layout();
        let width = usize::from(layout.body.width);
        let reading = self.top_reading();
        let page = match &kind {
            ListKind::Keys(context) => page::keys::page(*context, width),
            ListKind::Sources(id) => page::sources::page(&self.guide, *id, width),
            ListKind::Answers => {
                page::answers::page(&self.guide, &reading.trail, &self.danger_answers, width)
            }
            ListKind::Problems(text) => page::problems(text, width),
            ListKind::Stretch(id) => page::stretch::page(&self.guide, id, width),
            ListKind::Word(term) => page::glossary::word(&self.guide, term, width),
            ListKind::Glossary => page::glossary::page(&self.guide, width),
        };
        let place = Window {
            page: &page,
            height: usize::from(layout.body.height),
        }
        .clamp(place);
        ListOverlay { kind, page, place }
    }

    /// Looks up what was typed, and lays out what was found.
    pub fn find(&self, search: &mut Search) {
        let layout = self.layout();
        let width = usize::from(layout.body.width);
        search.page = page::found::page(&self.guide, &search.index, &search.query, width);
        let window = Window {
            page: &search.page,
            height: usize::from(layout.body.height),
        };
        search.place = window.clamp(search.place);
    }

    /// Cells a line of a page may take in this window.
    pub fn page_width(&self) -> usize {
        usize::from(self.layout().body.width)
    }

    /// The text to leave in the scrollback: the marked pages.
    pub fn exit_text(&self) -> String {
        let width = usize::from(self.size.width.clamp(20, MEASURE));
        let pages: Vec<String> = self
            .to_print
            .iter()
            .map(|id| node::printed(&self.guide, *id, width).text())
            .collect();
        pages.join("\n")
    }
}
