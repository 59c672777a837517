//! Whether a statement is asserted, planned, possible, denied or quoted.

use super::Modality;
use super::analysis::Analysis;
use crate::pack::{Pack, View};

/// The modality at token `at`: the firmest word of its clause before it, or a planning word right behind it.
pub(super) fn modality_at(
    pack: &Pack,
    view: &View<'_>,
    analysis: &Analysis,
    (start, end): (usize, usize),
) -> Modality {
    let (from, to) = analysis.clause(start, view.tokens.len());
    let mut found = Modality::Asserted;
    let mut free = from;
    for i in from..to {
        let Some((length, name)) = pack.modalities.longest_at(view, i).filter(|_| i >= free) else {
            continue;
        };
        let modality = match name.as_str() {
            "planned" => Modality::Planned,
            "possible" => Modality::Possible,
            "denied" => Modality::Denied,
            // A longer phrase in which a word of modality says nothing of the kind.
            _ => {
                free = i + length;
                continue;
            }
        };
        // A denial reaches only what follows it at once; a plan holds for its clause.
        let reaches = match modality {
            Modality::Denied => i + length <= start && start - (i + length) <= 2,
            _ => i + length <= start || i >= end,
        };
        if reaches {
            found = found.max(modality);
        }
    }
    if found == Modality::Asserted && in_quotation_marks(view, start) {
        Modality::Quoted
    } else {
        found
    }
}

fn in_quotation_marks(view: &View<'_>, at: usize) -> bool {
    let mut open = false;
    for i in 0..at {
        match view.sign(i) {
            Some('“' | '«') => open = true,
            Some('”' | '»') => open = false,
            Some('"') => open = !open,
            _ => {}
        }
    }
    // A mark that is never closed in the sentence opens a quotation that goes on.
    open
}
