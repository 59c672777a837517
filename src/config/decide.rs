//! Waivers, severities and a baseline on a report.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Config, Waiver};
use crate::render::{self, Baseline};
use crate::report::Severity;
use crate::report::{Claim, Decided, Remark, Report, Ruling};
use crate::source::Saying;

impl Config {
    /// Puts the decisions of the configuration into `report`. A waiver that is over on the day `today`, or meets no
    /// finding, becomes a remark at its line.
    pub fn decide(&self, report: &mut Report, today: Date) {
        for (name, severity) in &self.severities {
            let severities = &mut report.decisions.severities;
            severities.insert(name.clone(), severity.value.clone());
        }
        let mut used = vec![false; self.waivers.len()];
        let mut decided = Vec::new();
        {
            let claims: BTreeMap<&str, &Claim> = report
                .claims
                .iter()
                .map(|claim| (claim.id.as_str(), claim))
                .collect();
            let mut decide = |id: String, meets: &dyn Fn(&Waiver) -> bool| {
                let mut first = None;
                for (at, waiver) in self.waivers.iter().enumerate() {
                    if meets(waiver) {
                        used[at] = true;
                        if first.is_none() && !waiver.is_over(today) {
                            first = Some(waiver);
                        }
                    }
                }
                decided.extend(first.map(|waiver| waiver.ruling(id)));
            };
            for fact in &report.facts {
                let claims: Vec<&Claim> = fact
                    .claims
                    .iter()
                    .filter_map(|id| claims.get(id.as_str()).copied())
                    .collect();
                decide(fact.id.clone(), &|waiver| waiver.meets_fact(fact, &claims));
            }
            for found in &report.duplicates {
                decide(found.id.clone(), &|waiver| waiver.meets_duplicate(found));
            }
            for (source, note) in report.notes() {
                decide(note.finding(source), &|waiver| {
                    waiver.meets_note(source, note)
                });
            }
        }
        report.decisions.findings.extend(decided);
        for (waiver, used) in self.waivers.iter().zip(used) {
            let remark = if waiver.is_over(today) {
                let last = waiver.expires.map(|date| date.to_string());
                let last = last.unwrap_or_default();
                let says = Saying::new("the waiver ended on {last}: decide anew, or remove it");
                self.remark(waiver, "waiver-expired", says.with("last", last))
            } else if !used {
                let says =
                    Saying::new("the waiver meets no finding: remove it, or mend its conditions");
                self.remark(waiver, "waiver-unmatched", says)
            } else {
                continue;
            };
            report.decisions.remarks.push(remark);
        }
    }

    fn remark(&self, waiver: &Waiver, name: &str, says: Saying) -> Remark {
        let place = (waiver.place.line, waiver.place.value);
        Remark::new(name, &says, &self.file, place)
    }
}

/// The decisions of a report as renderers take them. With `known`, what is in the baseline counts as waived, for forms
/// that have no other word for it.
pub fn shown(report: &Report, baseline: Option<Baseline>, known: bool) -> render::Decisions {
    let decisions = &report.decisions;
    let waived = decisions
        .findings
        .iter()
        .filter(|decided| known || decided.ruling == Ruling::Waived)
        .map(|decided| (decided.finding.clone(), reason(decided)))
        .collect();
    let severities = decisions.severities.iter();
    let (baseline, absent) = match baseline {
        Some(Baseline { standing, absent }) => (Some(standing), absent),
        None => (None, Vec::new()),
    };
    render::Decisions {
        baseline,
        absent,
        waived,
        severities: severities
            .filter_map(|(name, severity)| Some((name.clone(), Severity::named(severity)?)))
            .collect(),
    }
}

/// "mended since (desk, up to 2026-12-31)".
fn reason(decided: &Decided) -> String {
    let Some(reason) = &decided.reason else {
        return "it is in the baseline".to_owned();
    };
    let expires = decided.expires.as_ref().map(|day| format!("up to {day}"));
    let by: Vec<String> = decided.owner.iter().cloned().chain(expires).collect();
    if by.is_empty() {
        return reason.clone();
    }
    format!("{reason} ({})", by.join(", "))
}
