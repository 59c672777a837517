//! Passages that are the same text, with the words that differ.

use minijinja::{Value, context};

use super::desk::Desk;
use super::diff::{Side, words};
use super::source::block_anchor;
use crate::render::excerpt::one_line;
use crate::render::visible;
use crate::report::{Duplicate, Passage, Span};

/// Passages of a group that are compared with its first; the others are only named.
const COMPARED: usize = 4;
/// Characters of a passage that are shown.
const LONGEST: usize = 1500;

/// The groups, in the order of the report.
pub(super) fn all(desk: &Desk<'_>) -> Value {
    let groups = desk.report.duplicates.iter();
    groups.map(|group| duplicate(desk, group)).collect()
}

fn duplicate(desk: &Desk<'_>, duplicate: &Duplicate) -> Value {
    let exact = duplicate.class == "exact";
    let passages = &duplicate.spans;
    let first = passages
        .first()
        .map_or_else(String::new, |first| text(desk, first));
    let others = passages.iter().enumerate().skip(1).filter(|_| !exact);
    let compared = others.take(COMPARED).map(|(at, other)| {
        let stretches = words(&first, &text(desk, other));
        let changes = stretches
            .chunk_by(|(one, _), (other, _)| (*one == Side::Both) == (*other == Side::Both))
            .filter(|chunk| chunk.iter().all(|(side, _)| *side != Side::Both))
            .count();
        let stretch = |(side, text): &(Side, String)| {
            let name = match side {
                Side::Both => "",
                Side::OnlyFirst => "del",
                Side::OnlyOther => "ins",
            };
            context! { side => name, text => text.as_str() }
        };
        context! {
            number => at + 1,
            changes => changes,
            stretches => stretches.iter().map(stretch).collect::<Value>(),
        }
    });
    let alike = format!("{:.0}", duplicate.similarity * 100.0);
    let percent = desk.language.fill("value.percent", &[("value", &alike)]);
    context! {
        anchor => format!("same-{}", visible(&duplicate.id)),
        waived => desk.waived(&duplicate.id),
        standing => desk.standing(&duplicate.id),
        class => if exact {
            desk.language.text("duplicate.exact").to_owned()
        } else {
            desk.language.fill("duplicate.near", &[("percent", &percent)])
        },
        places => passages.iter().map(|passage| place(desk, passage)).collect::<Value>(),
        tag => passages.first().map_or("", |first| desk.tag(&first.source)),
        text => first.as_str(),
        compared => compared.collect::<Value>(),
        sources => desk.source_numbers(passages.iter().map(|passage| passage.source.as_str())),
    }
}

fn place(desk: &Desk<'_>, passage: &Passage) -> Value {
    desk.place(
        &passage.source,
        passage.line,
        &block_anchor(desk, &passage.source, passage.start),
    )
}

/// The whole passage, where the report holds the article.
fn text(desk: &Desk<'_>, passage: &Passage) -> String {
    let whole = match desk.source(&passage.source) {
        Some((_, source)) if passage.end <= source.text.raw.len() => {
            source.text.text(Span::new(passage.start, passage.end))
        }
        _ => passage.text.clone(),
    };
    let line = one_line(&whole);
    match line.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", line.get(..at).unwrap_or(&line)),
        None => line,
    }
}
