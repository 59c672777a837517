//! A change told from its end: "slipped to 585 from 640", "giảm xuống 585 từ 640".

use super::Claim;
use super::read::Read;
use crate::mention::{Kind, Role};

/// Most tokens between the figure that was reached and the word before the one that was left.
const APART: usize = 3;

/// Gives the two figures of a change among `claims`, those of one sentence, their roles where the later figure stands first.
pub(super) fn turn(claims: &mut [Claim], read: &Read<'_>) {
    let (view, pack) = (read.view(), read.pack);
    for at in 1..claims.len() {
        let (before, rest) = claims.split_at_mut(at);
        let (Some(reached), Some(left)) = (before.last_mut(), rest.first_mut()) else {
            continue;
        };
        let figures = matches!(
            left.mention.kind,
            Kind::Count | Kind::Money | Kind::Percent | Kind::Measure
        );
        let plain = |claim: &Claim| claim.mention.role == Role::Is;
        if !figures || reached.mention.kind != left.mention.kind || !plain(reached) || !plain(left)
        {
            continue;
        }
        let onto = pack.word_before("onto", &view, reached.mention.tokens.0);
        let from = pack.word_before("from", &view, left.mention.tokens.0);
        let close = from.is_some_and(|from| {
            let end = reached.mention.tokens.1;
            end <= from && from <= end + APART
        });
        // "sold to 300 people from 12 countries" counts two things.
        let one_noun = match (&left.noun, &reached.noun) {
            (Some(left), Some(reached)) => {
                let concept = left.concept.is_some() && left.concept == reached.concept;
                concept || left.words.first() == reached.words.first()
            }
            (None, _) => true,
            (Some(_), None) => false,
        };
        let one_thing = one_noun || left.mention.kind != Kind::Count;
        if onto.is_some() && close && one_thing {
            (reached.mention.role, left.mention.role) = (Role::To, Role::From);
        }
    }
}
