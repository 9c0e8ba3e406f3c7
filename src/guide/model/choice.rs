//! What can be chosen on a menu or answered to a question, and by which key.

use std::fmt;

use super::{Body, Guide, Node, NodeId};
use crate::guide::trail::Step;

/// One choice of a menu, or one answer to a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What the reader sees.
    pub label: String,
    /// A second, quieter line under the label.
    pub hint: Option<String>,
    /// What this looks like and what it is not.
    pub about: Option<String>,
    /// Where it leads; an answer to a question never leads to rescue.
    pub to: Target,
    /// The answer "none of these": it stands apart, after the numbered ones.
    pub clear: bool,
}

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
}

/// The key of a choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ChoiceKey {
    /// A digit from 1 to 9; larger only in a file that `check` refuses.
    Number(usize),
    /// `n`: "none of these".
    Clear,
    /// `0`: "not sure".
    NotSure,
}

impl ChoiceKey {
    /// The key as it is pressed; none for numbers beyond 9.
    pub fn char(self) -> Option<char> {
        match self {
            Self::Number(number) => char::from_digit(u32::try_from(number).ok()?, 10),
            Self::Clear => Some('n'),
            Self::NotSure => Some('0'),
        }
    }
}

impl fmt::Display for ChoiceKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => number.fmt(f),
            Self::Clear => f.write_str("n"),
            Self::NotSure => f.write_str("0"),
        }
    }
}

/// A choice with its key, as every list of choices shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyedChoice<'g> {
    /// Its key.
    pub key: ChoiceKey,
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

impl Guide {
    /// What can be chosen on a page: the numbered ones, "none of these", then "not sure".
    pub fn choices(&self, id: NodeId) -> Vec<KeyedChoice<'_>> {
        let node = self.node(id);
        let mut choices: Vec<_> = node
            .options()
            .iter()
            .enumerate()
            .map(|(index, option)| KeyedChoice {
                key: key(index, option),
                step: Step::Option(index),
                label: &option.label,
                hint: option.hint.as_deref(),
                about: option.about.as_deref(),
                to: option.to,
            })
            .collect();
        if let Body::Symptom { not_sure, .. } = node.body {
            choices.push(KeyedChoice {
                key: ChoiceKey::NotSure,
                step: Step::NotSure,
                label: &self.words.not_sure,
                hint: None,
                about: None,
                to: Target::Node(not_sure),
            });
        }
        choices
    }

    /// The choice that takes this step from a page; none for a link.
    pub fn choice_of(&self, id: NodeId, step: Step) -> Option<KeyedChoice<'_>> {
        self.choices(id).into_iter().find(|choice| choice.step == step)
    }

    /// The choice with this key on a page.
    pub fn choice(&self, id: NodeId, key: ChoiceKey) -> Option<KeyedChoice<'_>> {
        self.choices(id).into_iter().find(|choice| choice.key == key)
    }
}

/// The numbers have no gap because "none of these" is the last option.
fn key(index: usize, option: &Choice) -> ChoiceKey {
    if option.clear { ChoiceKey::Clear } else { ChoiceKey::Number(index + 1) }
}

impl Node {
    /// What can be chosen on the page, without "not sure"; "none of these" is the last.
    pub fn options(&self) -> &[Choice] {
        match &self.body {
            Body::Menu { options } | Body::Symptom { options, .. } => options,
            _ => &[],
        }
    }

    /// What the options say, in order, without "not sure".
    pub fn labels(&self) -> impl Iterator<Item = &String> {
        self.options().iter().map(|option| &option.label)
    }
}
