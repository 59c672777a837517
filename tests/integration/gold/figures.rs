//! The figures of a set, in the order they were taken, and what led to them.

use std::collections::BTreeMap;
use std::fmt;

#[derive(Debug, Default)]
pub struct Figures {
    named: Vec<(String, Figure)>,
    remarks: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Figure {
    Count(usize),
    Value(f64),
}

impl Figures {
    pub fn count(&mut self, name: &str, count: usize) {
        self.named.push((name.to_owned(), Figure::Count(count)));
    }

    pub fn value(&mut self, name: &str, value: f64) {
        self.named.push((name.to_owned(), Figure::Value(value)));
    }

    /// A part of a whole; 0 when the whole is empty.
    pub fn share(&mut self, name: &str, part: usize, whole: usize) {
        self.value(name, ratio(part, whole));
    }

    /// One miss or false alarm, to be read when a floor breaks.
    pub fn remark(&mut self, remark: String) {
        self.remarks.push(remark);
    }

    pub fn remarks(&self) -> &[String] {
        &self.remarks
    }

    /// What breaks the floors: a number is the least that will do, `{ most = n }` the most.
    pub fn broken(&self, floors: &BTreeMap<String, Floor>) -> Vec<String> {
        floors
            .iter()
            .filter_map(|(name, floor)| {
                let Some((_, figure)) = self.named.iter().find(|(known, _)| known == name) else {
                    return Some(format!("there is no figure {name}"));
                };
                let value = figure.as_f64();
                match *floor {
                    Floor::Least(least) if value < least => {
                        Some(format!("{name} is {figure}, below {least}"))
                    }
                    Floor::Most { most } if value > most => {
                        Some(format!("{name} is {figure}, above {most}"))
                    }
                    _ => None,
                }
            })
            .collect()
    }
}

/// What a figure may not leave.
#[derive(Debug, Clone, Copy, serde::Deserialize)]
#[serde(untagged)]
pub enum Floor {
    Least(f64),
    Most { most: f64 },
}

impl Figure {
    #[allow(clippy::cast_precision_loss, reason = "counts of a few thousand")]
    fn as_f64(self) -> f64 {
        match self {
            Self::Count(count) => count as f64,
            Self::Value(value) => value,
        }
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Count(count) => write!(f, "{count}"),
            Self::Value(value) => write!(f, "{value:.4}"),
        }
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, figure) in &self.named {
            writeln!(f, "{name:34} {figure}")?;
        }
        Ok(())
    }
}

/// 0 when the whole is empty.
pub fn ratio(part: usize, whole: usize) -> f64 {
    Figure::Count(part).as_f64() / Figure::Count(whole.max(1)).as_f64()
}

/// The harmonic mean; 0 when both are.
pub fn harmonic(precision: f64, recall: f64) -> f64 {
    if precision + recall == 0.0 {
        0.0
    } else {
        2.0 * precision * recall / (precision + recall)
    }
}
