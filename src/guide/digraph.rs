//! A directed graph of numbered pages, with searches that take linear time.

use std::collections::VecDeque;

/// A directed graph: for each page the pages one edge away, in the guide's order.
#[derive(Debug, Clone, Default)]
pub(crate) struct Digraph(Vec<Vec<usize>>);

impl Digraph {
    /// A graph of pages with these edges each.
    pub(crate) fn new(pages: impl IntoIterator<Item = impl IntoIterator<Item = usize>>) -> Self {
        Self(pages.into_iter().map(|edges| edges.into_iter().collect()).collect())
    }

    /// The pages one edge away, in order.
    pub(crate) fn successors(&self, page: usize) -> &[usize] {
        &self.0[page]
    }

    /// The same pages with every edge turned round.
    pub(crate) fn reversed(&self) -> Self {
        let mut back = vec![Vec::new(); self.0.len()];
        for (page, edges) in self.0.iter().enumerate() {
            for to in edges {
                back[*to].push(page);
            }
        }
        Self(back)
    }

    /// Searches from these pages through all that may be entered. Gives for each page found the
    /// page before it on a shortest way, and for each start the start itself.
    pub(crate) fn search(
        &self,
        starts: impl IntoIterator<Item = usize>,
        may_enter: impl Fn(usize) -> bool,
    ) -> Vec<Option<usize>> {
        let mut before = vec![None; self.0.len()];
        let mut open = VecDeque::new();
        for start in starts {
            before[start] = Some(start);
            open.push_back(start);
        }
        while let Some(page) = open.pop_front() {
            for to in self.successors(page) {
                if before[*to].is_none() && may_enter(*to) {
                    before[*to] = Some(page);
                    open.push_back(*to);
                }
            }
        }
        before
    }

    /// The pages reached from `start`, each after all pages that it leads to. Edges back to
    /// a page on the current path are left out.
    pub(crate) fn post_order(&self, start: usize) -> Vec<usize> {
        let mut seen = vec![false; self.0.len()];
        let mut order = Vec::new();
        // A page is opened, and comes up a second time when all pages that it leads to are done.
        let mut open = vec![(start, false)];
        while let Some((page, is_done)) = open.pop() {
            if is_done {
                order.push(page);
            } else if !std::mem::replace(&mut seen[page], true) {
                open.push((page, true));
                let fresh = self.successors(page).iter().rev().filter(|to| !seen[**to]);
                open.extend(fresh.map(|to| (*to, false)));
            }
        }
        order
    }
}

/// The pages from this one back to the start of a search.
pub(crate) fn path_back(before: &[Option<usize>], mut page: usize) -> Vec<usize> {
    let mut way = vec![page];
    while let Some(next) = before[page].filter(|next| *next != page) {
        way.push(next);
        page = next;
    }
    way
}

#[cfg(test)]
mod tests {
    use super::*;

    fn diamond() -> Digraph {
        Digraph::new([vec![1, 2], vec![3], vec![3, 0], vec![], vec![3]])
    }

    #[test]
    fn what_is_reached_forwards_and_backwards_and_by_which_way() {
        let found = diamond().search([1], |_| true);
        assert_eq!(found, [None, Some(1), None, Some(1), None]);
        let back = diamond().reversed();
        let found = back.search([3], |page| page != 2);
        assert_eq!(found, [Some(1), Some(3), None, Some(3), Some(3)]);
        assert_eq!(path_back(&found, 0), [0, 1, 3]);
        assert_eq!(back.successors(3), [1, 2, 4]);
    }

    #[test]
    fn every_page_comes_after_the_pages_it_leads_to() {
        let order = diamond().post_order(0);
        assert_eq!(order, [3, 1, 2, 0]);
    }

    #[test]
    fn a_long_chain_needs_no_deep_stack() {
        let pages = 200_000;
        let chain = Digraph::new((0..pages).map(|page| (page + 1 < pages).then_some(page + 1)));
        assert_eq!(chain.post_order(0).len(), pages);
        assert!(chain.successors(pages - 1).is_empty());
    }
}
