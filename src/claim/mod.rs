//! What a value is about: noun, subjects, predicate, place, attribution, modality.

mod account;
mod ahead;
mod amounts;
mod analysis;
mod antecedent;
mod apart;
mod around;
mod bound;
mod bracketed;
mod counted;
mod credit;
mod currency;
mod date_line;
mod elide;
mod extent;
mod feature;
mod figure;
mod frame;
mod framed;
mod known;
mod lasting;
mod length;
mod listed;
mod meant;
mod modality;
mod noun;
mod numbered;
mod person;
mod put_off;
mod reach;
mod read;
mod revised;
mod row;
mod same_unit;
mod sample;
mod shared;
mod short;
mod spot;
mod standing;
mod subject;
mod tense;
mod theme;
mod turned;
mod unclaimed;

pub use date_line::dated;
pub(crate) use elide::names_thing;
pub use extent::Extent;
pub use feature::{Feature, FeatureKind};
pub use frame::Frame;
pub use known::KnownSentences;
pub use noun::Noun;
pub(crate) use put_off::planned_day;
pub use read::{SourceClaims, read, read_alone, read_known};
pub(crate) use sample::credited_in;
pub(crate) use shared::SharedWords;

use crate::mention::{Kind, Mention};
use crate::source::BlockKind;
use crate::text::Span;
use crate::value::{Quantity, Value};

/// A value with what it is about.
#[derive(Debug, Clone)]
pub struct Claim {
    /// The value.
    pub mention: Mention,
    /// The whole phrase with its noun: raw bytes.
    pub span: Span,
    /// What the value counts, measures or dates.
    pub noun: Option<Noun>,
    /// Names and ids of the entities of its clause, nearest first.
    pub subjects: Vec<String>,
    /// Who is credited with the statement, as named in the text.
    pub attribution: Option<String>,
    /// How sure the text is of it.
    pub modality: Modality,
    /// What the words around it say.
    pub extent: Extent,
    /// What tells it apart from other figures of its kind.
    pub frame: Frame,
    /// The value is a part of a larger one named before ("trong đó").
    pub part: bool,
    /// Another count of its sentence is taken out of it ("441 of the 492 deputies").
    pub whole: bool,
    /// The count comes on top of one told before ("thêm 3").
    pub increment: bool,
    /// It tells how large the thing is that its noun goes on to name ("a 150-seat parliament").
    pub sizes: bool,
    /// It is so much for each ("20 triệu đồng cho mỗi người").
    pub apiece: bool,
    /// Its sentence tells it as it stands so far ("từ đầu năm", "so far").
    pub running: bool,
    /// It is what was told before, and no more ("had earlier said nine").
    pub overtaken: bool,
    /// Where in its source the figure of its sentence begins that it replaces ("sang 5/10" of "từ 3/10 sang 5/10"): a raw byte.
    pub revises: Option<u32>,
    /// By how many days the day came earlier than was planned, and less than none when later ("chậm bốn ngày so với kế hoạch").
    pub early_by: Option<i16>,
    /// Its value as it is compared, where that is not as it is written: with the year that goes without saying among other articles of its
    /// time, where the article has no date, or without the minus of a share in brackets.
    pub assumed: Option<Box<Value>>,
    /// Whose age it is, folded ("pham thu tra").
    pub person: Option<Box<str>>,
    /// The count has no noun and is the figure told before ("The figure had stood at 21").
    pub told: bool,
    /// The date is told by the clock of a place ("giờ Việt Nam").
    pub clock_zone: bool,
    /// The noun points back ("4 nước trên").
    pub anaphor: bool,
    /// The date is counted from another of the text ("the next day").
    pub points_back: bool,
    /// The value is what another is compared with ("so với 890 tỷ").
    pub comparison: bool,
    /// The value tells when something was reported, not when it happened.
    pub report: bool,
    /// The value is the time up to which other figures of the sentence are known ("tính đến 17h").
    pub as_of: bool,
    /// And it can be nothing else: "lúc 17h" may as well be when something happened.
    pub cut_off: bool,
    /// Kind of block.
    pub block: BlockKind,
    /// Whether the block belongs to another story.
    pub foreign: bool,
    /// Number of the block in its source.
    pub block_number: usize,
    /// Number of the sentence in its source.
    pub sentence_number: usize,
    /// Raw bytes of the sentence.
    pub sentence: Span,
    /// Language that read it.
    pub language: Option<String>,
}

impl Claim {
    /// The value as it is held against others.
    pub fn value(&self) -> &Value {
        self.assumed.as_deref().unwrap_or(&self.mention.value)
    }

    /// The dimension that it is measured in, else its unit; empty where it has neither.
    pub(crate) fn dimension(&self) -> &str {
        match &self.mention.value {
            Value::Number(Quantity {
                base: Some(base), ..
            }) => base.dimension.as_str(),
            _ => self.mention.unit.as_deref().unwrap_or(""),
        }
    }

    /// Whether its number stands in a unit, in a currency or in per cent.
    pub(crate) fn is_united(&self) -> bool {
        matches!(
            self.mention.kind,
            Kind::Money | Kind::Measure | Kind::Percent
        )
    }
}

/// How sure a text is of what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Modality {
    /// Said as it is.
    #[default]
    Asserted,
    /// It is to come.
    Planned,
    /// It may be.
    Possible,
    /// It is not so.
    Denied,
    /// Somebody's words in quotation marks.
    Quoted,
}

impl Modality {
    /// The name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Asserted => "asserted",
            Self::Planned => "planned",
            Self::Possible => "possible",
            Self::Denied => "denied",
            Self::Quoted => "quoted",
        }
    }
}

#[cfg(test)]
mod tests;
