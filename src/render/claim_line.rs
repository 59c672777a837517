//! A claim as JSON on one line: what serde makes of it, written without asking each character what it is.

use super::json::escape_hidden;
use crate::report::{Claim, Span};
use crate::text::{Calm, any_three};

/// Writes `claim` behind what `line` holds: the object of the JSON report on one line, with hidden characters escaped.
pub(super) fn write(claim: &Claim, line: &mut String) -> serde_json::Result<()> {
    // Every key, so that none that is added is forgotten here.
    let Claim {
        id,
        source,
        block,
        span,
        core,
        line: number,
        column,
        quote,
        kind,
        value,
        qualifier,
        unit,
        subjects,
        attribution,
        modality,
        rules,
        sentence,
        context,
    } = claim;
    line.push_str("{\"id\":");
    string(id, line)?;
    text("source", source, line)?;
    text("block", block, line)?;
    stretch("span", *span, line);
    stretch("core", *core, line);
    count("line", *number, line);
    count("column", *column, line);
    text("quote", quote, line)?;
    text("kind", kind, line)?;
    perhaps("value", value.as_deref(), line)?;
    text("qualifier", qualifier, line)?;
    perhaps("unit", unit.as_deref(), line)?;
    list("subjects", subjects, line)?;
    perhaps("attribution", attribution.as_deref(), line)?;
    text("modality", modality, line)?;
    list("rules", rules, line)?;
    stretch("sentence", *sentence, line);
    text("context", context, line)?;
    line.push('}');
    Ok(())
}

fn key(name: &str, line: &mut String) {
    line.push_str(",\"");
    line.push_str(name);
    line.push_str("\":");
}

fn text(name: &str, text: &str, line: &mut String) -> serde_json::Result<()> {
    key(name, line);
    string(text, line)
}

fn perhaps(name: &str, text: Option<&str>, line: &mut String) -> serde_json::Result<()> {
    key(name, line);
    match text {
        Some(text) => string(text, line),
        None => {
            line.push_str("null");
            Ok(())
        }
    }
}

fn list(name: &str, texts: &[String], line: &mut String) -> serde_json::Result<()> {
    key(name, line);
    line.push('[');
    for (place, text) in texts.iter().enumerate() {
        if place > 0 {
            line.push(',');
        }
        string(text, line)?;
    }
    line.push(']');
    Ok(())
}

fn stretch(name: &str, Span { start, end }: Span, line: &mut String) {
    key(name, line);
    line.push_str("{\"start\":");
    digits(start, line);
    line.push_str(",\"end\":");
    digits(end, line);
    line.push('}');
}

fn count(name: &str, count: usize, line: &mut String) {
    key(name, line);
    digits(count, line);
}

fn digits(number: usize, line: &mut String) {
    let mut rest = number;
    let mut digits = [b'0'; 20];
    let mut from = digits.len();
    while from == digits.len() || rest > 0 {
        from -= 1;
        digits[from] = b'0' + (rest % 10) as u8;
        rest /= 10;
    }
    for digit in &digits[from..] {
        line.push(char::from(*digit));
    }
}

fn string(text: &str, line: &mut String) -> serde_json::Result<()> {
    if stands_as_it_is(text) {
        line.push('"');
        line.push_str(text);
        line.push('"');
    } else {
        line.push_str(&escape_hidden(&serde_json::to_string(text)?));
    }
    Ok(())
}

/// Whether `text` surely holds nothing that JSON or [`escape_hidden`] escapes.
fn stands_as_it_is(text: &str) -> bool {
    static CALM: Calm = Calm::but(b"\"\\").and(&[0xC3, 0xC4, 0xC5, 0xC6]);
    !any_three(text.as_bytes(), &CALM, |byte, next, third| {
        (byte < b' ')
            | (byte == b'"')
            | (byte == b'\\')
            | (byte == 0x7F)
            | (byte == 0xC2)
            | ((byte > 0xC9) & (byte < 0xE1))
            | ((byte == 0xE1) & !(0xB8..=0xBB).contains(&next))
            | ((byte == 0xE2) & ((next != 0x80) | !(0x90..=0xA7).contains(&third)))
            | (byte > 0xE2)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claim(text: &str) -> Claim {
        let text = text.to_owned();
        Claim {
            id: text.clone(),
            source: text.clone(),
            block: text.clone(),
            span: Span::new(1, 20),
            core: Span::new(3, 7),
            line: usize::MAX,
            column: 0,
            quote: text.clone(),
            kind: text.clone(),
            value: Some(text.clone()),
            qualifier: text.clone(),
            unit: None,
            subjects: vec![text.clone(), text.clone()],
            attribution: Some(text.clone()),
            modality: text.clone(),
            rules: Vec::new(),
            sentence: Span::new(0, 99),
            context: text,
        }
    }

    #[test]
    fn a_line_is_what_serde_makes_of_the_claim() {
        let mut texts: Vec<String> = ["", "a", "\"", "a\\b\n\t\u{1}", "“…” – «»"]
            .map(str::to_owned)
            .into();
        let signs = (0..0x2100)
            .chain(0xFE00..0x1_0000)
            .chain(0xE_0000..0xE_0100);
        texts.extend(signs.filter_map(char::from_u32).map(|c| format!("x{c}")));
        for text in texts {
            let claim = claim(&text);
            let mut line = String::new();
            assert!(write(&claim, &mut line).is_ok());
            let told = serde_json::to_string(&claim).unwrap_or_default();
            assert_eq!(line, escape_hidden(&told), "{text:?}");
        }
    }
}
