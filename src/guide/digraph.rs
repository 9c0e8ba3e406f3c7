//! A plain directed graph and the linear-time questions asked of it. Knows
//! nothing of guides: pages are numbers, edges are numbered in their order.

/// A directed graph. Edges of one page stand together, in the guide's order.
#[derive(Debug, Clone, Default)]
pub(crate) struct Digraph {
    first: Vec<u32>,
    to: Vec<u32>,
}

/// A page or an edge, by number. Guides have far fewer than 2^32 of either.
pub(crate) fn number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

impl Digraph {
    /// A graph of pages with these edges each.
    pub(crate) fn new(pages: impl IntoIterator<Item = impl IntoIterator<Item = usize>>) -> Self {
        let mut digraph = Self { first: vec![0], to: Vec::new() };
        for edges in pages {
            digraph.to.extend(edges.into_iter().map(number));
            digraph.first.push(number(digraph.to.len()));
        }
        digraph
    }

    /// How many pages there are.
    pub(crate) fn len(&self) -> usize {
        self.first.len() - 1
    }

    /// The pages one edge away, in order.
    pub(crate) fn from(&self, page: usize) -> impl DoubleEndedIterator<Item = usize> + '_ {
        let edges = self.first[page] as usize..self.first[page + 1] as usize;
        self.to[edges].iter().map(|to| *to as usize)
    }

    /// Whether no edge leaves this page.
    pub(crate) fn is_end(&self, page: usize) -> bool {
        self.first[page] == self.first[page + 1]
    }

    /// The same pages with every edge turned round.
    pub(crate) fn reversed(&self) -> Self {
        let mut first = vec![0_u32; self.len() + 1];
        for to in &self.to {
            first[*to as usize + 1] += 1;
        }
        for page in 0..self.len() {
            first[page + 1] += first[page];
        }
        let mut next = first.clone();
        let mut back = vec![0; self.to.len()];
        for page in 0..self.len() {
            for to in self.from(page) {
                back[next[to] as usize] = number(page);
                next[to] += 1;
            }
        }
        Self { first, to: back }
    }

    /// Which pages can be reached from these, themselves included.
    pub(crate) fn reach(&self, starts: impl IntoIterator<Item = usize>) -> Vec<bool> {
        let mut seen = vec![false; self.len()];
        let mut open: Vec<usize> = starts.into_iter().collect();
        while let Some(page) = open.pop() {
            if !std::mem::replace(&mut seen[page], true) {
                open.extend(self.from(page).filter(|to| !seen[*to]));
            }
        }
        seen
    }

    /// The pages reached from `start`, each after all that it leads to, when
    /// edges back to a page on the path are left out.
    pub(crate) fn ends_first(&self, start: usize) -> Vec<usize> {
        let mut state = vec![EdgeState::New; self.len()];
        let mut order = Vec::new();
        let mut open = vec![start];
        while let Some(page) = open.last().copied() {
            match state[page] {
                EdgeState::New => {
                    state[page] = EdgeState::Open;
                    let fresh = self.from(page).rev();
                    open.extend(fresh.filter(|to| state[*to] == EdgeState::New));
                }
                EdgeState::Open => {
                    state[page] = EdgeState::Done;
                    order.push(page);
                    open.pop();
                }
                EdgeState::Done => {
                    open.pop();
                }
            }
        }
        order
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum EdgeState {
    New,
    Open,
    Done,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn diamond() -> Digraph {
        Digraph::new([vec![1, 2], vec![3], vec![3, 0], vec![], vec![3]])
    }

    #[test]
    fn what_is_reached_forwards_and_backwards() {
        assert_eq!(diamond().reach([1]), [false, true, false, true, false]);
        let back = diamond().reversed();
        assert_eq!(back.reach([3]), [true; 5]);
        assert_eq!(back.from(3).collect::<Vec<_>>(), [1, 2, 4]);
    }

    #[test]
    fn every_page_comes_after_the_pages_it_leads_to() {
        let order = diamond().ends_first(0);
        assert_eq!(order, [3, 1, 2, 0]);
    }

    #[test]
    fn a_long_chain_needs_no_deep_stack() {
        let pages = 200_000;
        let chain = Digraph::new((0..pages).map(|page| (page + 1 < pages).then_some(page + 1)));
        assert_eq!(chain.ends_first(0).len(), pages);
        assert!(chain.is_end(pages - 1));
    }
}
