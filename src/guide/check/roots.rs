//! The pages that the head of the file and `rescue` name: each exists and is of the kind it must be.

use super::edges::Edges;
use super::report::Report;
use super::tree::{Text, Value};
use crate::guide::problem::Code;
use crate::guide::raw::{Kind, NONE};

/// The most questions of a danger screen, because nobody in danger answers more.
const MOST_SCREENS: usize = 9;

/// The pages that readers can begin at, as far as they exist.
#[derive(Debug, Default)]
pub(crate) struct Roots {
    /// The first page.
    pub start: Option<usize>,
    /// The first page, the danger signs, the screen, and the pages rescue names.
    pub all: Vec<usize>,
    /// The questions of the danger screen.
    pub screen: Vec<usize>,
}

impl Roots {
    /// Looks for them, and notes those that do not exist or are of another kind than they must be.
    pub(super) fn find(root: &Value<'_>, edges: &Edges<'_>, report: &mut Report) -> Self {
        let screen = root.items_of("screen");
        if let Some(beyond) = screen.get(MOST_SCREENS) {
            let message = format!("the danger screen has more than {MOST_SCREENS} questions");
            report.add(Code::OutOfRange, beyond.location, message);
        }
        let mut all = Vec::new();
        let mut find = |name: Option<&Text<'_>>, must: Option<Kind>| {
            let name = name?;
            let found = edges.find(&name.value, name.location, report)?;
            all.push(found);
            let page = &edges.pages[found];
            if let (Some(is), Some(must)) = (page.kind, must)
                && is != must
            {
                let message = format!("`{}` is no {}", page.id.value, must.word());
                let help = format!("name a node of kind {} here", must.word());
                report.add_help(Code::WrongKind, name.location, message, help);
            }
            Some(found)
        };
        let start = find(root.text_of("start"), None);
        find(root.text_of("danger").filter(|name| name.value != NONE), Some(Kind::Menu));
        let screen = screen.iter().take(MOST_SCREENS);
        let screen = screen.filter_map(|name| find(name.text(), Some(Kind::Symptom))).collect();
        if let Some(rescue) = root.get("rescue") {
            find(rescue.text_of("after"), None);
            find(rescue.text_of("over_limit"), Some(Kind::Warning));
        }
        Self { start, all, screen }
    }
}
