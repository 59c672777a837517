//! Do the claims of one fact stand together, and is the verdict on it right?

use std::collections::{BTreeMap, BTreeSet};

use crosscheck::report::{Fact, Report};

use super::figures::{Figures, harmonic, ratio};
use super::labels::{Claim, Group, Labels};
use super::matching::{Found, canonical, labelled_core, overlap};

pub fn score(report: &Report, labels: &Labels, found: &Found<'_>, figures: &mut Figures) {
    let view = View::new(report, labels, found);
    view.grouping(figures);
    view.traps(figures);
    view.agreements(figures);
    view.conflicts(figures);
}

/// The values of a label that tell two apart: value, currency, ISO form.
type Values<'l> = (Option<String>, Option<&'l str>, Option<&'l str>);

struct View<'r> {
    report: &'r Report,
    labels: &'r Labels,
    found: &'r Found<'r>,
    /// The fact of each claim id.
    facts: BTreeMap<&'r str, &'r Fact>,
    /// The labels that one claim id stands for.
    labelled: BTreeMap<&'r str, BTreeSet<&'r str>>,
    values: BTreeMap<&'r str, Values<'r>>,
}

impl<'r> View<'r> {
    fn new(report: &'r Report, labels: &'r Labels, found: &'r Found<'r>) -> Self {
        let mut labelled: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (label, claim) in found {
            labelled.entry(claim.id.as_str()).or_default().insert(label);
        }
        let facts = report
            .facts
            .iter()
            .flat_map(|fact| fact.claims.iter().map(move |claim| (claim.as_str(), fact)))
            .collect();
        let values = labels
            .claims
            .iter()
            .map(|label| (label.id.as_str(), values(label)))
            .collect();
        Self {
            report,
            labels,
            found,
            facts,
            labelled,
            values,
        }
    }

    fn fact_of(&self, label: &str) -> Option<&'r Fact> {
        self.facts.get(self.found.get(label)?.id.as_str()).copied()
    }

    /// Whether two labels are in one fact.
    fn joined(&self, a: &str, b: &str) -> Option<&'r Fact> {
        let (a, b) = (self.fact_of(a)?, self.fact_of(b)?);
        (a.id == b.id).then_some(a)
    }

    /// Pairs of claims, labelled as one fact or not, in one fact or not.
    fn grouping(&self, figures: &mut Figures) {
        let neutral = self.neutral();
        let kept: Vec<_> = self
            .labels
            .claims
            .iter()
            .filter(|label| {
                self.found.contains_key(label.id.as_str()) && !self.is_second_copy(label)
            })
            .collect();
        let (mut right, mut merged, mut split) = (0, 0, 0);
        for (at, a) in kept.iter().enumerate() {
            for b in &kept[at + 1..] {
                let same = a.about == b.about;
                let joined = self.joined(&a.id, &b.id).is_some();
                if !same && neutral.contains(&pair(&a.id, &b.id)) {
                    continue;
                }
                right += usize::from(same && joined);
                merged += usize::from(joined && !same);
                split += usize::from(same && !joined);
                if same != joined {
                    let what = if joined { "merged" } else { "split" };
                    figures.remark(format!(
                        "{what} {} {:?} {} ~ {} {:?} {}",
                        a.id, a.quote, a.about, b.id, b.quote, b.about
                    ));
                }
            }
        }
        let precision = ratio(right, right + merged);
        let recall = ratio(right, right + split);
        figures.value("facts.precision", precision);
        figures.value("facts.recall", recall);
        figures.value("facts.f1", harmonic(precision, recall));
    }

    /// Joined or not, both are right: compatible values under two keys, and conflicts that run across keys.
    fn neutral(&self) -> BTreeSet<(&'r str, &'r str)> {
        let verdicts = &self.labels.verdicts;
        let mut neutral = BTreeSet::new();
        for group in verdicts.compatible.iter().chain(&verdicts.conflict) {
            for a in &group.members {
                for b in &group.members {
                    neutral.insert(pair(a, b));
                }
            }
        }
        neutral
    }

    /// Claims in the second copy of a block that a page prints twice count once.
    fn is_second_copy(&self, label: &Claim) -> bool {
        let pairs = &self.labels.duplicates.pairs;
        pairs.iter().any(|pair| {
            pair.level == "block"
                && pair.scope == "within"
                && pair.b.doc == label.doc
                && overlap(labelled_core(label), (pair.b.start, pair.b.end)) > 0
        })
    }

    fn traps(&self, figures: &mut Figures) {
        let (mut in_conflict, mut in_agreement) = (0, 0);
        for trap in &self.labels.verdicts.must_not_conflict {
            let verdict = self
                .joined(&trap.a, &trap.b)
                .map(|fact| fact.verdict.as_str());
            let conflict = verdict == Some("conflict");
            let agreement = trap.must_not_agree && verdict == Some("agreement");
            in_conflict += usize::from(conflict);
            in_agreement += usize::from(agreement);
            if conflict || agreement {
                figures.remark(format!(
                    "trap {} {} {verdict:?}: {}",
                    trap.a, trap.b, trap.why
                ));
            }
        }
        figures.count("facts.traps_in_conflict", in_conflict);
        figures.count("facts.traps_in_agreement", in_agreement);
    }

    /// An agreement is found when all its claims that were found are in one fact with that verdict.
    fn agreements(&self, figures: &mut Figures) {
        let agree = &self.labels.verdicts.agree;
        let whole = |group: &&Group| {
            let facts: Vec<_> = group
                .members
                .iter()
                .filter(|member| self.found.contains_key(member.as_str()))
                .map(|member| self.fact_of(member))
                .collect();
            match facts.as_slice() {
                [Some(first), rest @ ..] => {
                    first.verdict == "agreement"
                        && rest
                            .iter()
                            .all(|fact| fact.is_some_and(|fact| fact.id == first.id))
                }
                _ => false,
            }
        };
        figures.share(
            "facts.agreements_found",
            agree.iter().filter(whole).count(),
            agree.len(),
        );
    }

    fn conflicts(&self, figures: &mut Figures) {
        let verdicts = &self.labels.verdicts;
        let reported = self.with_verdict("conflict");
        let possible = self.with_verdict("possible-conflict");
        let updates = self.with_verdict("update");
        let shown =
            |facts: &[&Fact], group: &Group| facts.iter().any(|fact| self.shows(fact, group));

        let (seen, unseen): (Vec<_>, Vec<_>) = verdicts
            .conflict
            .iter()
            .partition(|group| shown(&reported, group));
        let false_alarms: Vec<_> = reported
            .iter()
            .filter(|fact| {
                !verdicts
                    .conflict
                    .iter()
                    .any(|group| self.shows(fact, group))
            })
            .collect();
        let kind_named = |group: &&&Group| {
            group.kind.as_ref().is_some_and(|kind| {
                reported
                    .iter()
                    .any(|fact| self.shows(fact, group) && fact.reason.starts_with(kind.as_str()))
            })
        };
        let maybe = unseen
            .iter()
            .filter(|group| shown(&possible, group))
            .count();
        for fact in &false_alarms {
            figures.remark(format!("false conflict: {} | {}", fact.about, fact.reason));
        }
        for group in &unseen {
            figures.remark(format!(
                "conflict not reported: {} {:?}",
                group.about, group.members
            ));
        }
        figures.count("conflict.false", false_alarms.len());
        figures.count("conflict.found", seen.len());
        figures.count("conflict.found_as_possible", maybe);
        figures.count("conflict.real", verdicts.conflict.len());
        figures.count(
            "conflict.kind_named",
            seen.iter().filter(kind_named).count(),
        );
        let later = verdicts
            .update
            .iter()
            .filter(|group| shown(&updates, group))
            .count();
        figures.count("update.found", later);
        figures.count("update.real", verdicts.update.len());
    }

    fn with_verdict(&self, verdict: &str) -> Vec<&'r Fact> {
        self.report
            .facts
            .iter()
            .filter(|fact| fact.verdict == verdict)
            .collect()
    }

    /// Whether a fact holds two members, with different values, of one labelled group.
    fn shows(&self, fact: &Fact, group: &Group) -> bool {
        let inside: BTreeSet<&str> = fact
            .claims
            .iter()
            .filter_map(|claim| self.labelled.get(claim.as_str()))
            .flatten()
            .copied()
            .filter(|label| group.members.iter().any(|member| member == label))
            .collect();
        if group.values.len() > 1 {
            let touched =
                |side: &&Vec<String>| side.iter().any(|member| inside.contains(member.as_str()));
            group.values.values().filter(touched).count() > 1
        } else {
            inside
                .iter()
                .map(|label| &self.values[label])
                .collect::<BTreeSet<_>>()
                .len()
                > 1
        }
    }
}

fn values(label: &Claim) -> Values<'_> {
    let noun = || {
        (label.kind == "money")
            .then_some(label.unit_or_noun.as_deref())
            .flatten()
    };
    (
        label.value.as_deref().map(canonical),
        label
            .currency
            .as_deref()
            .filter(|code| !code.is_empty())
            .or_else(noun),
        label.value_iso.as_deref(),
    )
}

fn pair<'a>(a: &'a str, b: &'a str) -> (&'a str, &'a str) {
    (a.min(b), a.max(b))
}
