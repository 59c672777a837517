//! Which claim of the accepted report is which of this run.

use std::collections::{BTreeMap, VecDeque};

use super::Statement;
use super::compare::Statements;
use super::excerpt::without_digits;

/// Words around two figures that are less alike than this belong to different figures.
const ALIKE: f64 = 0.55;
/// More pairs than this in one article are not weighed word by word.
const MOST: usize = 4_000;

/// The partner of each claim.
pub(super) struct Pairs {
    /// For each accepted claim the number of its partner in this run.
    pub new_of: Vec<Option<usize>>,
    /// The other way round.
    pub old_of: Vec<Option<usize>>,
}

/// Pairs claims that are the same, then those at the same place of the text, then those with the same words wherever they
/// went, then the likest. Both lists in the order of their files.
pub(super) fn pairs(old: &Statements<'_>, new: &Statements<'_>) -> Pairs {
    let mut pairs = Pairs {
        new_of: vec![None; old.all.len()],
        old_of: vec![None; new.all.len()],
    };
    let place = |one: &Statement| {
        let around = without_digits(&one.at);
        format!("{:?}", (&one.source, kind(one), around))
    };
    pairs.by(old, new, |one, judged| {
        format!("{:?}", (one.key(), &one.at, judged))
    });
    pairs.by(old, new, |one, _| format!("{:?}", (one.key(), &one.at)));
    pairs.by(old, new, |one, judged| format!("{} {judged}", place(one)));
    pairs.by(old, new, |one, _| place(one));
    pairs.by(old, new, |one, _| format!("{:?}", one.key()));
    pairs.likest(&old.all, &new.all);
    pairs
}

fn kind(statement: &Statement) -> &str {
    statement.reads.split(' ').next().unwrap_or("")
}

impl Pairs {
    fn join(&mut self, old: usize, new: usize) {
        self.new_of[old] = Some(new);
        self.old_of[new] = Some(old);
    }

    /// Pairs what has the same key, in order.
    fn by(
        &mut self,
        old: &Statements<'_>,
        new: &Statements<'_>,
        key: impl Fn(&Statement, &str) -> String,
    ) {
        let mut waiting: BTreeMap<String, VecDeque<usize>> = BTreeMap::new();
        for at in (0..new.all.len()).filter(|at| self.old_of[*at].is_none()) {
            let key = key(new.all[at], &new.judged[at]);
            waiting.entry(key).or_default().push_back(at);
        }
        for at in 0..old.all.len() {
            if self.new_of[at].is_none()
                && let Some(found) = waiting
                    .get_mut(&key(old.all[at], &old.judged[at]))
                    .and_then(VecDeque::pop_front)
            {
                self.join(at, found);
            }
        }
    }

    fn likest(&mut self, old: &[&Statement], new: &[&Statement]) {
        let left: Vec<usize> = (0..old.len())
            .filter(|at| self.new_of[*at].is_none())
            .collect();
        let right: Vec<usize> = (0..new.len())
            .filter(|at| self.old_of[*at].is_none())
            .collect();
        let mut weighed = Vec::new();
        for &a in &left {
            for &b in &right {
                let comparable = old[a].source == new[b].source && kind(old[a]) == kind(new[b]);
                if comparable && weighed.len() < MOST {
                    let alike = strsim::normalized_levenshtein(&old[a].at, &new[b].at);
                    weighed.push((alike, a, b));
                }
            }
        }
        weighed.retain(|(alike, ..)| *alike >= ALIKE);
        weighed.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
        for (_, a, b) in weighed {
            if self.new_of[a].is_none() && self.old_of[b].is_none() {
                self.join(a, b);
            }
        }
    }
}
