//! What a rule file says of what values are about: concepts, names, who said it and how sure it is.

use serde::{Deserialize, Serialize};

use super::super::placed::written;

/// What can be counted, measured or dated, under an id that all packs share: "area-of-cooperation".
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Concept {
    pub id: String,
    pub role: ConceptRole,
    /// A wider concept: "airplane" under "vehicle".
    #[serde(default)]
    pub broader: Option<String>,
    pub words: Vec<String>,
    /// Words that name it only beside another one under the same wider concept: "30 bạc" behind "41 huy chương vàng".
    #[serde(default)]
    pub short: Vec<String>,
    /// Words that name it only right before or right behind a measure: "dài 40 m", "40 metres long".
    #[serde(default)]
    pub measured: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum ConceptRole {
    /// What a number counts: "lĩnh vực", "areas".
    Noun,
    /// What happens to it: "giao", "delivered", "chết", "killed".
    Predicate,
    /// What a date or duration belongs to: "hội nghị thượng đỉnh", "summit".
    Event,
    /// Saying, reporting: its date is the date of the report.
    Report,
}

/// A name with its other names, under an id that all packs share: "country/KR".
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Entity {
    pub id: String,
    pub names: Vec<String>,
}

/// Concepts of which at most one can be meant: killed / injured.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Contrast {
    pub concepts: Vec<String>,
}

/// What some concepts are like.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct ConceptTrait {
    /// Concept ids.
    pub concepts: Vec<String>,
    /// Says little by itself: what happens to it tells what is counted ("người").
    #[serde(default)]
    pub generic: bool,
    /// One event has a single one at a time, so that two different figures cannot both be true (a death toll).
    #[serde(default)]
    pub tally: bool,
    /// Its figure grows as news comes in, so that a later, larger one is no contradiction.
    #[serde(default)]
    pub evolves: bool,
    /// Its figure falls as news comes in (people missing).
    #[serde(default)]
    pub falls: bool,
    /// Says that a figure went up, so that a later, larger one is no contradiction ("risen to 31").
    #[serde(default)]
    pub raises: bool,
    /// Says that a figure went down ("fallen to 2,904").
    #[serde(default)]
    pub lowers: bool,
    /// Is told on a scale, without a unit ("magnitude 6.7").
    #[serde(default)]
    pub scale: bool,
    /// Is told in degrees on its scale ("mạnh 6,7 độ").
    #[serde(default)]
    pub degrees: bool,
    /// Comes many in a row, so that two different ordinals of it are two things (a minute, a round).
    #[serde(default)]
    pub serial: bool,
    /// Bears names that end in a number, which counts nothing ("tàu Hải Âu 36").
    #[serde(default)]
    pub numbered: bool,
    /// Is the age of somebody, which stands behind a name without a word ("Vu Dinh Lam, 45,").
    #[serde(default)]
    pub age: bool,
    /// Befalls people, so that no amount of money is its figure (death, injury).
    #[serde(default)]
    pub befalls: bool,
    /// Owns a figure as a name does (a part of an economy).
    #[serde(default)]
    pub owner: bool,
    /// Its figure is an amount of money (revenue, debt).
    #[serde(default)]
    pub in_money: bool,
    /// Several happenings counted together: dead and missing.
    #[serde(default)]
    pub sums_up: bool,
    /// Acts and pays, but is no amount itself (a government, a bank).
    #[serde(default)]
    pub actor: bool,
    /// A phase of an event: its date lies in the period of the event (open, close, take place).
    #[serde(default)]
    pub phase: bool,
    /// Stays what it is for years, so that another figure is no news (the members of a body, the storeys of a building).
    #[serde(default)]
    pub fixed: bool,
    /// The predicate that a noun says: "death" implies "die".
    #[serde(default)]
    pub implies: Option<String>,
}

/// How a text names who said it. The template holds `{source}`: "theo {source},", "{source} cho biết".
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Attribution {
    pub name: String,
    /// Words before the one who is credited.
    #[serde(default)]
    pub before: Vec<String>,
    /// Words after.
    #[serde(default)]
    pub after: Vec<String>,
    #[serde(default, with = "written")]
    pub examples: Vec<AttributionExample>,
    #[serde(default)]
    pub not: Vec<String>,
}

#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct AttributionExample {
    pub text: String,
    pub source: String,
}

/// Words that make a statement planned, possible or denied.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Modality {
    /// planned, possible, denied.
    pub modality: String,
    pub words: Vec<String>,
    /// The figures of its clause that are meant.
    #[serde(default)]
    pub reach: Reach,
}

/// How far a word of modality reaches.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Reach {
    /// The clause and what goes on from it: "sẽ giao", "will deliver".
    #[default]
    Clause,
    /// What stands behind it, up to the next comma: "mục tiêu 150.000 xe".
    Behind,
    /// The same, and the figure right before it: "the 2 percent target".
    Beside,
}
