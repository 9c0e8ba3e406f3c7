//! The guide as the program uses it, built from [`raw::RawGuide`].

use std::sync::OnceLock;

use indexmap::IndexMap;

use super::raw::{self, Care, Kind, Node, RawGuide};

mod choice;
mod emergency;
mod rescue;
mod words;

pub use super::raw::GuideWords;
pub use choice::{CLEAR, KeyedChoice, NOT_SURE, Target};
pub use rescue::Rescue;

/// A node of one guide. Only meaningful together with the guide it came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub(super) usize);

/// A guide without errors, ready to be read.
#[derive(Debug, Clone, PartialEq)]
pub struct Guide {
    /// What this guide is about.
    pub title: String,
    /// Version of the content, for example "1.0.0".
    pub version: String,
    /// Day of the last review, as YYYY-MM-DD.
    pub reviewed: Option<String>,
    /// Language of the content, for example "en".
    pub language: String,
    /// What the content is and is not.
    pub notice: String,
    /// The first node.
    pub start: NodeId,
    /// The menu of danger signs, where the guide has one.
    pub danger: Option<NodeId>,
    /// The danger questions, which come before any advice, in order.
    pub danger_questions: Vec<NodeId>,
    /// Id of the routine for bedtime.
    pub bedtime: Option<String>,
    /// What to do while a cramp lasts.
    pub rescue: Option<Rescue>,
    /// Whether the guide has a diary of cramps.
    pub diary: bool,
    /// The guide's words for what the program says in many places.
    pub words: GuideWords,
    /// Where the claims come from, by key.
    pub sources: IndexMap<String, raw::SourceEntry>,
    /// The stretches by id.
    pub stretches: IndexMap<String, raw::Stretch>,
    /// The routines by id.
    pub routines: IndexMap<String, raw::Routine>,
    /// Explained words.
    pub glossary: IndexMap<String, String>,
    nodes: IndexMap<String, Node>,
    pub(super) usual_questions: OnceLock<usize>,
}

impl Guide {
    /// The guide of a file in which `check` found no error. A name that leads nowhere all the same
    /// is left out.
    ///
    /// # Errors
    /// The first page that the head of the file or `rescue` names and that is not there.
    pub(crate) fn from_raw(mut raw: RawGuide) -> Result<Self, String> {
        // "None of these" stands apart from the options with a number, behind them.
        for node in raw.nodes.values_mut() {
            node.options.sort_by_key(|option| option.clear);
        }
        let nodes = raw.nodes;
        let find = |name: &String| {
            let found = nodes.get_index_of(name).map(NodeId);
            found.ok_or_else(|| format!("there is no node `{name}`"))
        };
        let rescue = raw.rescue.and_then(|setting| setting.0);
        let danger = raw.danger.filter(|name| name != raw::NONE);
        Ok(Self {
            start: find(&raw.start)?,
            danger: danger.as_ref().map(find).transpose()?,
            danger_questions: raw.screen.iter().map(find).collect::<Result<_, _>>()?,
            bedtime: raw.bedtime,
            rescue: rescue.map(|own| Rescue::new(*own, find)).transpose()?,
            diary: raw.diary.is_none(),
            words: raw.words.or_usual(),
            title: raw.title,
            version: raw.version,
            reviewed: raw.reviewed,
            language: raw.language,
            notice: raw.notice,
            sources: raw.sources,
            stretches: raw.stretches,
            routines: raw.routines,
            glossary: raw.glossary,
            nodes,
            usual_questions: OnceLock::new(),
        })
    }

    /// The page with this id.
    ///
    /// # Panics
    /// When the id came from another guide.
    pub fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id.0]
    }

    /// The name of a page in the file.
    pub fn name(&self, id: NodeId) -> &str {
        self.nodes.get_index(id.0).map_or("", |(name, _)| name)
    }

    /// The page with this name.
    pub fn find(&self, name: &str) -> Option<NodeId> {
        self.nodes.get_index_of(name).map(NodeId)
    }

    /// The pages with these names.
    pub(crate) fn find_all<'a>(&'a self, names: &'a [String]) -> impl Iterator<Item = NodeId> + 'a {
        names.iter().filter_map(|name| self.find(name))
    }

    /// All pages in file order.
    pub fn nodes(&self) -> impl ExactSizeIterator<Item = (NodeId, &Node)> {
        self.nodes.values().enumerate().map(|(index, node)| (NodeId(index), node))
    }

    /// Title of the stretch with this id; where there is none, the id.
    pub(crate) fn stretch_title<'a>(&'a self, id: &'a str) -> &'a str {
        self.stretches.get(id).map_or(id, |stretch| &stretch.title)
    }

    /// Title of the routine with this id; where there is none, the id.
    pub(crate) fn routine_title<'a>(&'a self, id: &'a str) -> &'a str {
        self.routines.get(id).map_or(id, |routine| &routine.title)
    }

    /// Who must not stretch, as it stands above the first step; empty without rescue.
    pub(crate) fn safety(&self) -> &str {
        self.rescue.as_ref().map_or("", |rescue| &rescue.check)
    }

    /// The line that stands above the first step of a relief page, unless the page says that no
    /// step needs it. Where rescue is borrowed, so that its words may not fit the steps, only a
    /// routine does.
    pub fn safety_of(&self, node: &Node) -> Option<&str> {
        let rescue = self.rescue.as_ref()?;
        let has_steps = !node.steps.is_empty() && !self.rescue_is_borrowed();
        let needs = node.kind == Kind::Relief && (has_steps || node.routine.is_some());
        (needs && node.check.is_none()).then_some(&*rescue.check)
    }

    /// The first routine that a menu leads to.
    pub(crate) fn first_routine(&self, menu: NodeId) -> Option<&raw::Routine> {
        let is_menu = self.node(menu).kind == Kind::Menu;
        let mut pages = self.choices(menu).into_iter().filter_map(|choice| choice.to.node());
        let routine = pages.find_map(|page| self.node(page).routine.as_ref())?;
        self.routines.get(routine).filter(|_| is_menu)
    }

    /// Whether this page is a question of the danger screen.
    pub(crate) fn is_danger_question(&self, id: NodeId) -> bool {
        self.danger_questions.contains(&id)
    }

    /// Whether a page opens with nothing selected, so that no default answers for the reader.
    pub(crate) fn selects_nothing(&self, id: NodeId) -> bool {
        self.danger == Some(id) || self.is_danger_question(id) || self.is_of_danger(id)
    }

    /// Whether a page is about danger: one that says to get help today, or a menu that leads to a
    /// warning.
    pub(crate) fn is_of_danger(&self, id: NodeId) -> bool {
        let node = self.node(id);
        let is_warning = |name| self.nodes.get(name).is_some_and(|to| to.kind == Kind::Warning);
        let leads_to_warning = || node.options.iter().any(|option| is_warning(&option.to));
        let is_urgent = node.kind == Kind::Warning || node.care >= Some(Care::Urgent);
        is_urgent || (node.kind == Kind::Menu && leads_to_warning())
    }
}

impl Node {
    /// Whether a search for advice ends here.
    pub fn is_outcome(&self) -> bool {
        matches!(self.kind, Kind::Cause | Kind::Relief | Kind::Warning)
    }
}
