//! The pages of a guide and every edge from one to another, as far as they can
//! be told from a file that may still be wrong.

use std::collections::HashMap;

use super::report::{Location, Report};
use super::tree::{Text, Value};
use super::values::short;
use crate::guide::digraph::Digraph;
use crate::guide::markup;
use crate::guide::problem::Code;
use crate::guide::raw::{Care, Kind, NONE, RESCUE};

/// One page of the file.
pub(crate) struct CheckedPage<'t> {
    /// Its key under `nodes`.
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
    /// The edges that leave it, in file order.
    pub edges: Vec<Edge>,
}

/// How one page leads to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum EdgeKind {
    /// An option other than "none of these".
    Option,
    /// The option "none of these".
    Clear,
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
    /// The page it leads to.
    pub to: usize,
    /// How.
    pub kind: EdgeKind,
    /// Where it is written.
    pub location: Location,
}

impl CheckedPage<'_> {
    /// The edges of this kind.
    pub(crate) fn edges_of(&self, kind: EdgeKind) -> impl Iterator<Item = &Edge> {
        self.edges.iter().filter(move |edge| edge.kind == kind)
    }
}

impl Edge {
    /// Whether it is taken by choosing an option or "not sure".
    pub(crate) fn is_answer(&self) -> bool {
        matches!(self.kind, EdgeKind::Option | EdgeKind::Clear | EdgeKind::NotSure)
    }
}

/// All pages and edges.
pub(crate) struct Edges<'t> {
    /// The pages in file order.
    pub pages: Vec<CheckedPage<'t>>,
    /// The edges that questions and menus are answered by, and those to the relief of a cause.
    pub forward: Digraph,
    /// The number of each id.
    numbers: HashMap<&'t str, usize>,
    has_rescue: bool,
    /// Where "not sure" leads on a question that does not say it.
    not_sure: Option<&'t Text<'t>>,
}

impl<'t> Edges<'t> {
    /// Gathers all pages and edges, and notes those that lead nowhere.
    pub(crate) fn gather(root: &'t Value<'t>, report: &mut Report) -> Self {
        let defaults = root.get("defaults");
        let care: Option<Care> = defaults.and_then(|all| all.read("care"));
        let page = |(id, value): &'t (Text<'t>, Value<'t>)| CheckedPage {
            id,
            value,
            kind: value.read("kind"),
            care: value.read("care").or(care),
            leads_out: false,
            edges: Vec::new(),
        };
        let pages: Vec<_> = root.entries_of("nodes").iter().map(page).collect();
        let numbers = pages.iter().enumerate();
        let numbers = numbers.map(|(index, page)| (&*page.id.value, index)).collect();
        let mut edges = Self {
            pages,
            forward: Digraph::default(),
            numbers,
            has_rescue: root.text_of("rescue").is_none_or(|word| word.value != NONE),
            not_sure: defaults.and_then(|all| all.text_of("not_sure")),
        };
        for index in 0..edges.pages.len() {
            edges.gather_page(index, report);
            edges.pages[index].edges.shrink_to_fit();
        }
        edges.forward = edges.digraph(|edge| edge.kind != EdgeKind::Reading);
        edges
    }

    fn gather_page(&mut self, index: usize, report: &mut Report) {
        let CheckedPage { value, kind, .. } = self.pages[index];
        for option in value.items_of("options") {
            let Some(to) = option.text_of("to") else { continue };
            if to.value == RESCUE {
                self.pages[index].leads_out = true;
                let message = match kind {
                    _ if !self.has_rescue => "this guide has no rescue: it says `rescue: none`",
                    Some(Kind::Menu) | None => continue,
                    Some(_) => "only a menu may lead to `@rescue`",
                };
                report.add(Code::RescueOutsideMenu, to.location, message);
                continue;
            }
            let is_clear = option.read("clear") == Some(true);
            let kind = if is_clear { EdgeKind::Clear } else { EdgeKind::Option };
            self.add(index, &to.value, to.location, kind, report);
        }
        let default = self.not_sure.filter(|_| kind == Some(Kind::Symptom));
        if let Some(to) = value.text_of("not_sure").or(default) {
            self.add(index, &to.value, to.location, EdgeKind::NotSure, report);
        }
        for (key, kind) in [("relief", EdgeKind::Relief), ("see_also", EdgeKind::Reading)] {
            for to in value.texts_of(key) {
                self.add(index, &to.value, to.location, kind, report);
            }
        }
        // Most texts have no link, and need not be parsed.
        if let Some(text) = value.text_of("text").filter(|text| text.value.contains(['[', '<'])) {
            self.links(index, text, report);
        }
    }

    /// Adds the links of a text. Quoting and folding move them, so each is looked up in the
    /// source, from the end of the one before.
    fn links(&mut self, from: usize, text: &Text<'_>, report: &mut Report) {
        let mut rest = text.location;
        for (to, _) in markup::links(&text.value) {
            let found = report.find(&format!("]({to})"), rest);
            let location = if found == rest {
                // The source spells its links in another way, so the others will not be found either.
                rest.start = rest.end;
                text.location
            } else {
                rest.start = found.end;
                Location { start: found.start + 2, end: found.end - 1 }
            };
            self.add(from, &to, location, EdgeKind::Reading, report);
        }
    }

    fn add(&mut self, from: usize, to: &str, at: Location, kind: EdgeKind, report: &mut Report) {
        match self.find(to, at, report) {
            Some(to) => self.pages[from].edges.push(Edge { to, kind, location: at }),
            None => self.pages[from].leads_out = true,
        }
    }

    /// The page with this name; notes a name without a page.
    pub(crate) fn find(&self, name: &str, at: Location, report: &mut Report) -> Option<usize> {
        let found = self.numbers.get(name).copied();
        if found.is_none() && !name.trim().is_empty() {
            let otherwise = if name == RESCUE {
                "only an option of a menu may lead to rescue"
            } else if name.contains("://") {
                "a link leads to a node; addresses belong in `sources`"
            } else {
                "add this node, or name one that exists"
            };
            let message = format!("no node is named `{}`", short(name));
            let names = self.pages.iter().map(|page| &*page.id.value);
            report.add_unknown(Code::UnknownNode, at, message, name, names, otherwise);
        }
        found
    }

    /// The graph of the edges that pass `keep`.
    pub(crate) fn digraph(&self, keep: impl Fn(&Edge) -> bool) -> Digraph {
        let kept = |page: &'_ CheckedPage<'t>| -> Vec<usize> {
            page.edges.iter().filter(|edge| keep(edge)).map(|edge| edge.to).collect()
        };
        Digraph::new(self.pages.iter().map(kept))
    }

    /// The ids of these pages joined by arrows, the middle left out when long.
    pub(crate) fn trail(&self, pages: &[usize]) -> String {
        let id = |page: &usize| &*self.pages[*page].id.value;
        let mut ids: Vec<&str> = pages.iter().map(id).collect();
        if ids.len() > 12 {
            ids.splice(6..ids.len() - 5, ["…"]);
        }
        ids.join(" > ")
    }
}
