//! Moving on a page: the cursor among the items, the first visible line.
//!
//! The cursor counts only while its item can be seen, so that Enter never chooses an item that is
//! scrolled away.

use super::page::Item;
use super::page::arrange::ScreenPage;
use crate::guide::trail::PagePlace;

impl ScreenPage {
    /// The largest first line that leaves no empty space below the page.
    pub fn last_scroll(&self) -> usize {
        self.lines.len().saturating_sub(self.fixed + self.height)
    }

    /// Whether there is more below.
    pub fn has_more(&self, place: PagePlace) -> bool {
        place.scroll < self.last_scroll()
    }

    /// The selected item, where it can be seen.
    pub fn selected(&self, place: PagePlace) -> Option<usize> {
        let cursor = place.cursor?;
        let item = self.items.get(cursor)?;
        self.shows(item, place.scroll).then_some(cursor)
    }

    /// Whether the last of the numbered items can be seen whole.
    pub fn shows_every_answer(&self, place: PagePlace) -> bool {
        let is_numbered =
            |item: &&Item| item.key.is_some_and(|key| key.is_ascii_digit() && key > '0');
        self.items.iter().rfind(is_numbered).is_none_or(|last| self.shows_whole(last, place.scroll))
    }

    fn shows(&self, item: &Item, scroll: usize) -> bool {
        let first = self.fixed + scroll;
        let start = item.lines.start;
        start < self.fixed || (start >= first && start < first + self.height)
    }

    fn shows_whole(&self, item: &Item, scroll: usize) -> bool {
        let first = self.fixed + scroll;
        let is_fixed = item.lines.end <= self.fixed;
        is_fixed || (item.lines.start >= first && item.lines.end <= first + self.height)
    }

    /// A place within the page, with the cursor on a visible item if there is one.
    pub fn clamp(&self, place: PagePlace) -> PagePlace {
        let scroll = place.scroll.min(self.last_scroll());
        let nearest = |cursor: usize| {
            let visible = (0..self.items.len()).filter(|n| self.shows(&self.items[*n], scroll));
            let last = self.items.len().saturating_sub(1);
            visible.min_by_key(|n| n.abs_diff(cursor)).unwrap_or(cursor.min(last))
        };
        PagePlace { cursor: place.cursor.map(nearest), scroll }
    }

    /// The cursor on this item, with the page moved only as far as the item needs to be seen.
    pub fn reveal(&self, index: usize, place: PagePlace) -> PagePlace {
        let Some(item) = self.items.get(index) else { return place };
        if item.lines.end <= self.fixed {
            return PagePlace { cursor: Some(index), ..place };
        }
        let start = item.lines.start.saturating_sub(self.fixed);
        let lowest = item.lines.end.saturating_sub(self.fixed + self.height);
        let scroll = place.scroll.clamp(lowest.min(start), start);
        PagePlace { cursor: Some(index), scroll }
    }

    /// One down: to the next item, or a line further where none is in sight.
    /// On a page that fits the window the last item is followed by the first.
    pub fn down(&self, place: PagePlace) -> PagePlace {
        let last = self.items.len().saturating_sub(1);
        if self.last_scroll() == 0 && place.cursor == Some(last) {
            return PagePlace::default();
        }
        let next = match (self.selected(place), place.cursor) {
            (Some(selected), _) => selected + 1,
            (None, Some(cursor)) => cursor,
            (None, None) => {
                let passed = self.fixed..self.fixed + place.scroll;
                let is_ahead = |item: &Item| !passed.contains(&item.lines.start);
                self.items.iter().position(is_ahead).unwrap_or(last)
            }
        };
        self.step_to(Some(next), place, (place.scroll + 1).min(self.last_scroll()))
    }

    /// One up: to the item before, or a line back where none is in sight.
    /// On a page that fits the window the first item is preceded by the last.
    pub fn up(&self, place: PagePlace) -> PagePlace {
        if self.last_scroll() == 0 && matches!(place.cursor, None | Some(0)) {
            return self.bottom();
        }
        let before = place.cursor.and_then(|cursor| cursor.checked_sub(1));
        self.step_to(before, place, place.scroll.saturating_sub(1))
    }

    /// Selects this item where it can be seen now or after scrolling; otherwise only scrolls.
    fn step_to(&self, index: Option<usize>, place: PagePlace, further: usize) -> PagePlace {
        let item = index.and_then(|index| self.items.get(index));
        let seen = [place.scroll, further]
            .into_iter()
            .find(|scroll| item.is_some_and(|item| self.shows_whole(item, *scroll)));
        match seen {
            Some(scroll) => PagePlace { cursor: index, scroll },
            None => self.clamp(PagePlace { scroll: further, ..place }),
        }
    }

    /// A screenful down.
    pub fn page_down(&self, place: PagePlace) -> PagePlace {
        let step = self.height.saturating_sub(1).max(1);
        if !self.has_more(place) {
            return PagePlace { cursor: Some(self.items.len().saturating_sub(1)), ..place };
        }
        self.clamp(PagePlace { scroll: place.scroll + step, ..place })
    }

    /// A screenful up.
    pub fn page_up(&self, place: PagePlace) -> PagePlace {
        let step = self.height.saturating_sub(1).max(1);
        if place.scroll == 0 {
            return PagePlace { cursor: place.cursor.map(|_| 0), scroll: 0 };
        }
        self.clamp(PagePlace { scroll: place.scroll.saturating_sub(step), ..place })
    }

    /// To the last line and item.
    pub fn bottom(&self) -> PagePlace {
        let cursor = self.items.len().saturating_sub(1);
        self.clamp(PagePlace { cursor: Some(cursor), scroll: self.last_scroll() })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::app::page::{FlowLine, Goal};
    use crate::guide::trail::Step;

    fn window(text: usize, items: usize, height: usize) -> ScreenPage {
        let items = (0..items).map(|n| Item {
            lines: text + n..text + n + 1,
            key: None,
            goal: Goal::Step(Step::Option(n)),
            about: None,
            apart: false,
        });
        let items: Vec<Item> = items.collect();
        let lines = vec![FlowLine::default(); text + items.len()];
        ScreenPage { lines, items, height, ..ScreenPage::default() }
    }

    #[test]
    fn reading_down_passes_every_line_before_the_first_choice_counts() {
        let window = window(30, 3, 10);
        let mut place = PagePlace::default();
        assert_eq!(window.selected(place), None);
        for _ in 0..21 {
            place = window.down(place);
        }
        assert_eq!((window.selected(place), place.scroll), (Some(0), 21));
    }

    #[test]
    fn on_a_page_that_fits_the_cursor_goes_round() {
        let window = window(2, 3, 10);
        let end = window.bottom();
        assert_eq!(end.cursor, Some(2));
        assert_eq!(window.down(end).cursor, Some(0));
        assert_eq!(window.up(PagePlace::default()).cursor, Some(2));
    }

    #[test]
    fn nothing_is_selected_until_the_reader_moves() {
        let window = window(2, 3, 10);
        let none = PagePlace::UNSELECTED;
        assert_eq!(window.selected(window.clamp(none)), None);
        assert_eq!(window.down(none).cursor, Some(0));
        assert_eq!(window.up(none).cursor, Some(2));
    }

    proptest! {
        #[test]
        fn down_reaches_the_last_item_and_up_comes_back(text in 0..60_usize, items in 0..12_usize, height in 1..20_usize) {
            let window = window(text, items, height);
            let mut place = PagePlace::default();
            prop_assume!(text + items > height);
            for _ in 0..=text + items {
                place = window.down(place);
                prop_assert!(place.scroll <= window.last_scroll());
            }
            prop_assert!(!window.has_more(place));
            if items > 0 {
                prop_assert_eq!(window.selected(place), Some(items - 1));
            }
            for _ in 0..=text + items {
                place = window.up(place);
            }
            prop_assert_eq!(place.scroll, 0);
        }
    }
}
