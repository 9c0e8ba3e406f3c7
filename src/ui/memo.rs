//! A drawing kept for as long as nothing about it changes: a stick figure costs
//! more than the rest of a frame, and most keys leave it as it was.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The last drawing and what it was made from.
#[derive(Debug)]
pub struct Memo<K> {
    kept: Option<(K, Buffer)>,
}

impl<K> Default for Memo<K> {
    fn default() -> Self {
        Self { kept: None }
    }
}

impl<K: PartialEq> Memo<K> {
    /// Puts the drawing into `area` of the frame; `draw` is only called when
    /// `key` or the area differ from those of the last call.
    pub fn show(
        &mut self,
        key: K,
        area: Rect,
        buf: &mut Buffer,
        draw: impl FnOnce(Rect, &mut Buffer),
    ) {
        let area = area.intersection(buf.area);
        match &self.kept {
            Some((old, drawn)) if *old == key && drawn.area == area => copy(drawn, buf, area),
            _ => {
                draw(area, buf);
                let mut drawn = Buffer::empty(area);
                copy(buf, &mut drawn, area);
                self.kept = Some((key, drawn));
            }
        }
    }
}

fn copy(from: &Buffer, to: &mut Buffer, area: Rect) {
    for y in area.top()..area.bottom() {
        for x in area.left()..area.right() {
            to[(x, y)].clone_from(&from[(x, y)]);
        }
    }
}
