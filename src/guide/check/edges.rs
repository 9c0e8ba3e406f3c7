//! The pages of a guide and every edge from one to another, as far as they can
//! be told from a file that may still be wrong.

use std::collections::HashMap;

use super::report::{Place, Report};
use super::tree::{Text, Value};
use super::values::short;
use crate::guide::digraph::{Digraph, number};
use crate::guide::markup;
use crate::guide::model::RESCUE;
use crate::guide::problem::Code;
use crate::guide::raw::{Care, Kind, NONE};

/// One page of the file.
pub(crate) struct CheckedPage<'t> {
    /// Its id.
    pub id: &'t Text<'t>,
    /// Everything it says.
    pub value: &'t Value<'t>,
    /// Its kind, if it names one that exists.
    pub kind: Option<Kind>,
    /// How soon to get help, if it says so.
    pub care: Option<Care>,
    /// Whether an edge leads to rescue or to a page that does not exist, so that
    /// nothing can be said about where it ends.
    pub leads_out: bool,
}

/// How one page leads to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum EdgeKind {
    /// The option with this number, from 0.
    Option(u16),
    /// "Not sure".
    NotSure,
    /// A relief page of a cause.
    Relief,
    /// A further page, or a link in the text.
    Reading,
}

/// An edge from one page to another.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Edge {
    /// The page it leaves.
    pub from: u32,
    /// The page it leads to.
    pub to: u32,
    /// How.
    pub kind: EdgeKind,
    /// Whether this is the option "none of these".
    pub clear: bool,
    /// Where it is written.
    pub place: Place,
}

/// All pages and edges.
pub(crate) struct Edges<'t> {
    /// The pages in file order.
    pub pages: Vec<CheckedPage<'t>>,
    /// The number of each id.
    pub numbers: HashMap<&'t str, usize>,
    /// The edges, those of one page together.
    pub all: Vec<Edge>,
    first: Vec<u32>,
    has_rescue: bool,
    /// Where "not sure" leads on a question that does not say it.
    not_sure: Option<&'t Text<'t>>,
}

impl<'t> Edges<'t> {
    /// Gathers all pages and edges, and notes those that lead nowhere.
    pub(crate) fn gather(root: &'t Value<'t>, source: &str, report: &mut Report) -> Self {
        let nodes = root.entries_of("nodes");
        let defaults = root.get("defaults");
        let care = defaults.and_then(|all| all.text_of("care"));
        let page = |(id, value)| page(id, value, care);
        let pages: Vec<CheckedPage<'t>> =
            nodes.iter().map(|(id, value)| page((id, value))).collect();
        let numbers = pages.iter().enumerate();
        let numbers = numbers.map(|(index, page)| (&*page.id.value, index)).collect();
        let mut edges = Self {
            pages,
            numbers,
            all: Vec::new(),
            first: vec![0],
            has_rescue: root.text_of("rescue").is_none_or(|word| word.value != NONE),
            not_sure: defaults.and_then(|all| all.text_of("not_sure")),
        };
        for index in 0..edges.pages.len() {
            edges.gather_page(index, source, report);
            edges.first.push(number(edges.all.len()));
        }
        edges
    }

    fn gather_page(&mut self, index: usize, source: &str, report: &mut Report) {
        let value = self.pages[index].value;
        let kind = self.pages[index].kind;
        let options = value.items_of("options");
        for (n, option) in options.iter().enumerate() {
            let clear = option.text_of("clear");
            let clear = clear.is_some_and(|text| text.value == "true");
            if let Some(to) = option.text_of("to") {
                if to.value == RESCUE {
                    self.rescue(index, kind, to, report);
                    continue;
                }
                let n = u16::try_from(n).unwrap_or(u16::MAX);
                self.add(index, to, EdgeKind::Option(n), clear, report);
            }
        }
        let not_sure = value.text_of("not_sure");
        let default = self.not_sure.filter(|_| kind == Some(Kind::Symptom));
        if let Some(to) = not_sure.or(default) {
            self.add(index, to, EdgeKind::NotSure, false, report);
        }
        for (key, kind) in [("relief", EdgeKind::Relief), ("see_also", EdgeKind::Reading)] {
            let list = value.items_of(key);
            for to in list.iter().filter_map(Value::text) {
                self.add(index, to, kind, false, report);
            }
        }
        if let Some(text) = value.text_of("text") {
            self.links(index, text, source, report);
        }
    }

    fn rescue(&mut self, index: usize, kind: Option<Kind>, to: &Text<'t>, report: &mut Report) {
        self.pages[index].leads_out = true;
        if !self.has_rescue {
            let message = "this guide has no rescue: it says `rescue: none`";
            let help = "delete this option, or describe `rescue`";
            report.add_help(Code::RescueOutsideMenu, to.place, message, help);
        }
        if kind.is_some_and(|kind| kind != Kind::Menu) {
            let message = format!("only a menu may lead to `{RESCUE}`");
            let help = "an answer to a question leads to a node; name one here";
            report.add_help(Code::RescueOutsideMenu, to.place, message, help);
        }
    }

    fn add(
        &mut self,
        from: usize,
        to: &Text<'t>,
        kind: EdgeKind,
        clear: bool,
        report: &mut Report,
    ) {
        match self.find(to, report) {
            Some(found) => self.all.push(Edge {
                from: number(from),
                to: number(found),
                kind,
                clear,
                place: to.place,
            }),
            None => self.pages[from].leads_out = true,
        }
    }

    /// The page with this name; notes when there is none.
    pub(crate) fn find(&self, to: &Text<'_>, report: &mut Report) -> Option<usize> {
        let found = self.numbers.get(&*to.value).copied();
        if found.is_none() && !to.value.trim().is_empty() {
            self.unknown(&to.value, to.place, report);
        }
        found
    }

    fn unknown(&self, name: &str, place: Place, report: &mut Report) {
        let otherwise = if name == RESCUE {
            "only an option of a menu may lead to rescue"
        } else if name.contains("://") {
            "a link leads to a node; addresses belong in `sources`"
        } else {
            "add this node, or name one that exists"
        };
        let message = format!("no node is named `{}`", short(name));
        let names = self.pages.iter().map(|page| &*page.id.value);
        report.add_unknown(Code::UnknownNode, place, message, name, names, otherwise);
    }

    fn links(&mut self, from: usize, text: &'t Text<'t>, source: &str, report: &mut Report) {
        // Nearly every text has no link; looking for Markdown in it would be wasted.
        if !text.value.contains('[') && !text.value.contains('<') {
            return;
        }
        let mut places = LinkPlaces::new(text, source);
        for (to, _) in markup::links(&text.value) {
            let place = places.next(&to);
            let Some(found) = self.numbers.get(&*to).copied() else {
                self.pages[from].leads_out = true;
                self.unknown(&to, place, report);
                continue;
            };
            self.all.push(Edge {
                from: number(from),
                to: number(found),
                kind: EdgeKind::Reading,
                clear: false,
                place,
            });
        }
    }

    /// The edges that leave this page.
    pub(crate) fn from(&self, page: usize) -> &[Edge] {
        &self.all[self.first[page] as usize..self.first[page + 1] as usize]
    }

    /// The graph of the edges that pass `keep`.
    pub(crate) fn digraph(&self, keep: impl Fn(&Edge) -> bool) -> Digraph {
        let kept = |page| self.from(page).iter().filter(|edge| keep(edge));
        Digraph::new((0..self.pages.len()).map(|page| kept(page).map(|edge| edge.to as usize)))
    }

    /// The ids of these pages joined by arrows, the middle left out when long.
    pub(crate) fn trail(&self, pages: &[usize]) -> String {
        let id = |page: &usize| &*self.pages[*page].id.value;
        if pages.len() <= 12 {
            return pages.iter().map(id).collect::<Vec<_>>().join(" > ");
        }
        let (head, tail) = (&pages[..6], &pages[pages.len() - 5..]);
        let join = |part: &[usize]| part.iter().map(id).collect::<Vec<_>>().join(" > ");
        format!("{} > … > {}", join(head), join(tail))
    }
}

fn page<'t>(
    id: &'t Text<'t>,
    value: &'t Value<'t>,
    default: Option<&'t Text<'t>>,
) -> CheckedPage<'t> {
    let word = |key| value.text_of(key).map(|text| &*text.value);
    let own_care = word("care").or(default.map(|care| &*care.value));
    let kinds = [Kind::Menu, Kind::Symptom, Kind::Cause, Kind::Relief, Kind::Warning, Kind::Topic];
    let cares = [Care::SelfCare, Care::Routine, Care::Urgent, Care::Emergency];
    CheckedPage {
        id,
        value,
        kind: kinds.into_iter().find(|kind| word("kind") == Some(kind.word())),
        care: cares.into_iter().find(|care| own_care == Some(care.word())),
        leads_out: false,
    }
}

/// Finds where the links of a text stand in the file: the same words are looked
/// up in the source, one after another, because quoting and folding move them.
struct LinkPlaces<'t> {
    whole: Place,
    source: &'t str,
    seen: usize,
}

impl<'t> LinkPlaces<'t> {
    fn new(text: &Text<'_>, source: &'t str) -> Self {
        Self {
            whole: text.place,
            source: source.get(text.place.range()).unwrap_or_default(),
            seen: 0,
        }
    }

    fn next(&mut self, to: &str) -> Place {
        let Some(at) = self.source[self.seen..].find(&format!("]({to})")) else {
            // The source spells its links otherwise; looking on would be in vain.
            self.source = "";
            self.seen = 0;
            return self.whole;
        };
        let start = self.seen + at + 2;
        self.seen = start + to.len();
        let start = self.whole.start as usize + start;
        Place::new(start, start + to.len())
    }
}
