//! Nothing is passed over in silence: every run of digits is in a claim or has a reason.

use super::SourceClaims;
use crate::mention::Ignored;
use crate::source::Source;
use crate::text::Span;

/// Names every run of digits that stands in no sentence: the marks of a list, the address behind a link.
pub(super) fn account(source: &Source, result: &mut SourceClaims) {
    let claims = result.claims.iter().map(|claim| claim.span);
    let mut covered: Vec<Span> = claims
        .chain(result.ignored.iter().map(|ignored| ignored.span))
        .collect();
    covered.sort_unstable();
    let bytes = source.text.as_bytes();
    let (mut at, mut reached, mut next) = (0, 0, 0);
    while at < bytes.len() {
        while next < covered.len() && covered[next].start <= at {
            reached = reached.max(covered[next].end);
            next += 1;
        }
        if at < reached {
            at = reached;
            continue;
        }
        if !bytes[at].is_ascii_digit() {
            let rest = bytes[at..].iter();
            at += rest.take_while(|byte| !byte.is_ascii_digit()).count();
            continue;
        }
        let limit = covered.get(next).map_or(bytes.len(), |span| span.start);
        let end = (at..limit)
            .find(|i| !bytes[*i].is_ascii_digit())
            .unwrap_or(limit);
        result.ignored.push(Ignored {
            span: Span::new(at, end),
            reason: "markup".to_owned(),
        });
        at = end;
    }
}
