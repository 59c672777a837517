//! Whose figure it is: the nearest name before a value, as far as capitals tell.

use super::analysis::{Analysis, Mark};
use super::feature::{Feature, FeatureKind};
use crate::mention::{Kind, Mention};
use crate::pack::schema::ConceptRole;
use crate::pack::{Pack, View};
use crate::text::{Case, TokenKind, plain};

/// The nearest name before the value in its sentence. It tells figures of different owners apart and is no evidence that two
/// figures have one owner. A part of an economy owns a figure as well: "khu vực dịch vụ tăng 6,12%", "Amazon's revenue rose 11%", "Mac sales were $7.74 billion", "VCB tăng 2,3%".
pub(super) fn subject_of(
    pack: &Pack,
    view: &View<'_>,
    analysis: &Analysis,
    mention: &Mention,
    others: &[Mention],
) -> Option<Feature> {
    // "last Wednesday" is nobody. Values stand in the order of the text.
    let value = |i: usize| {
        let at = others.partition_point(|other| other.tokens.0 <= i);
        at > 0 && i < others[at - 1].tokens.1
    };
    let says = |i: usize| {
        let report = |m: &Mark| m.start == i && m.role == Some(ConceptRole::Report);
        analysis.marks.iter().any(report)
    };
    for i in (0..mention.tokens.0).rev() {
        // "The owner insisted that fewer than 40 people were on board": they are not the owner's.
        if view.sign(i) == Some(';') || mention.kind == Kind::Count && says(i) {
            return None;
        }
        let owns = |m: &Mark| m.role.is_none() || pack.traits(&m.feature.name).owner;
        let name = |m: &&Mark| m.start <= i && i < m.end && owns(m);
        if let Some(mark) = analysis.marks.iter().find(name)
            && !value(i)
        {
            return Some(mark.feature.clone());
        }
        if names_alone(pack, view, analysis, i) && !value(i) {
            let word = view.tokens[i].of(view.text).to_lowercase();
            return Some(Feature::new(FeatureKind::Name, plain(&word)));
        }
    }
    None
}

/// One capitalised word that no pack knows. Where words are syllables only a word of two or more counts: any other capital
/// may open a common noun.
pub(super) fn names_alone(pack: &Pack, view: &View<'_>, analysis: &Analysis, i: usize) -> bool {
    let token = &view.tokens[i];
    let known = |m: &Mark| m.start <= i && i < m.end;
    token.kind == TokenKind::Word
        && token.case == Case::Title
        && !analysis.stop[i]
        && !analysis.marks.iter().any(known)
        && (!pack.language.syllabic || vowel_groups(token.of(view.text)) > 1)
}

fn vowel_groups(word: &str) -> usize {
    let letters = plain(&word.to_lowercase());
    let mut groups = 0;
    let mut inside = false;
    for letter in letters.chars() {
        let vowel = matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
        groups += usize::from(vowel && !inside);
        inside = vowel;
    }
    groups
}
