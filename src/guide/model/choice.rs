//! What can be chosen on a menu or answered to a question, and by which key.

use super::{Guide, NodeId};
use crate::guide::raw::RESCUE;
use crate::guide::trail::Step;

/// Where a choice leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// To a page.
    Node(NodeId),
    /// To rescue: a cramp now.
    Rescue,
}

impl Target {
    /// The page it leads to.
    pub fn node(self) -> Option<NodeId> {
        match self {
            Self::Node(node) => Some(node),
            Self::Rescue => None,
        }
    }

    /// The name of the page it leads to, or `@rescue`.
    pub fn name(self, guide: &Guide) -> &str {
        self.node().map_or(RESCUE, |id| guide.name(id))
    }
}

/// The key of "none of these".
pub const CLEAR: char = 'n';
/// The key of "not sure".
pub const NOT_SURE: char = '0';

/// A choice with its key, as every list of choices shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyedChoice<'g> {
    /// Its key: a digit from 1 to 9, or one of those above.
    pub key: char,
    /// The step on a trail that takes it.
    pub step: Step,
    /// What the reader sees.
    pub label: &'g str,
    /// A second, quieter line under the label.
    pub hint: Option<&'g str>,
    /// What this looks like and what it is not.
    pub about: Option<&'g str>,
    /// Where it leads.
    pub to: Target,
}

impl KeyedChoice<'_> {
    /// Whether it stands apart from the numbered ones.
    pub(crate) fn is_apart(&self) -> bool {
        matches!(self.key, CLEAR | NOT_SURE)
    }
}

impl Guide {
    /// What can be chosen on a page: the numbered ones, "none of these", then "not sure".
    pub fn choices(&self, id: NodeId) -> Vec<KeyedChoice<'_>> {
        let node = self.node(id);
        let choice = |key, step, label, to: &str| {
            let to = if to == RESCUE { Target::Rescue } else { Target::Node(self.find(to)?) };
            Some(KeyedChoice { key, step, label, hint: None, about: None, to })
        };
        // The numbers have no gap because "none of these" is the last option.
        let options = ('1'..='9').chain([CLEAR]).zip(&node.options).enumerate();
        let options = options.filter_map(|(index, (digit, option))| {
            let key = if option.clear { CLEAR } else { digit };
            let plain = choice(key, Step::Option(index), &*option.label, &option.to)?;
            let (hint, about) = (option.hint.as_deref(), option.about.as_deref());
            Some(KeyedChoice { hint, about, ..plain })
        });
        let unsure = |to: &String| choice(NOT_SURE, Step::NotSure, &*self.words.not_sure, to);
        options.chain(node.not_sure.iter().filter_map(unsure)).collect()
    }

    /// The choice that takes this step from a page; none for a link.
    pub(crate) fn choice_of(&self, id: NodeId, step: Step) -> Option<KeyedChoice<'_>> {
        self.choices(id).into_iter().find(|choice| choice.step == step)
    }
}
