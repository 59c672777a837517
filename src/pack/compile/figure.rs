//! The words of numbers and amounts: number words, units, currencies, hedges and ranges.

use super::super::load::{RuleFile, entries};
use super::super::schema::NumeralRole;
use super::super::{
    Currency, Hedge, Lexicon, NumeralWord, Phrase, PhraseSet, Phrases, RangeForm, Unit,
};
use crate::Error;
use crate::value::{Qualifier, parse_decimal};

pub(super) fn numerals(
    files: &[&RuleFile],
    lexicon: &mut Lexicon,
) -> Result<Phrases<NumeralWord>, Error> {
    let mut numerals = Phrases::default();
    for at in entries(files, |f| &f.numeral) {
        let entry = at.get();
        let needs = !matches!(
            entry.role,
            NumeralRole::Filler | NumeralRole::Half | NumeralRole::Point | NumeralRole::Minus
        );
        let value = match &entry.value {
            Some(value) => parse_decimal(value)
                .ok_or_else(|| at.error(format!("\"{value}\" is no decimal number")))?,
            None if needs => return Err(at.error("a numeral of this role needs a value")),
            None => crate::value::Number::from_integer(0),
        };
        let before = std::sync::Arc::new(PhraseSet::of(&entry.before, lexicon));
        for word in &entry.words {
            let numeral = NumeralWord {
                role: entry.role,
                value,
                alone: entry.alone,
                article: entry.article,
                after_digits: entry.after_digits,
                glued: entry.glued,
                between: entry.between,
                multiplies: entry.multiplies,
                money: entry.money,
                before: before.clone(),
            };
            numerals.insert(Phrase::parse(word, lexicon), numeral);
        }
    }
    Ok(numerals)
}

pub(super) fn units(
    files: &[&RuleFile],
    lexicon: &mut Lexicon,
) -> Result<(Vec<Unit>, Phrases<usize>), Error> {
    let mut units = Vec::new();
    let mut words = Phrases::default();
    for at in entries(files, |f| &f.unit) {
        let entry = at.get();
        let factor = match &entry.factor {
            Some(factor) => Some(
                parse_decimal(factor)
                    .filter(|f| *f > crate::value::Number::from_integer(0))
                    .ok_or_else(|| {
                        at.error(format!("\"{factor}\" is no positive decimal number"))
                    })?,
            ),
            None => None,
        };
        for word in &entry.words {
            words.insert(Phrase::parse(word, lexicon), units.len());
            // "a 68,000-square-metre building"
            if word.contains(' ') {
                let joined = word.replace(' ', "-");
                words.insert(Phrase::parse(&joined, lexicon), units.len());
            }
        }
        units.push(Unit {
            symbol: entry.symbol.clone(),
            kind: entry.kind,
            dimension: entry.dimension.clone(),
            factor,
            glued: entry.glued,
            not_before: PhraseSet::of(&entry.not_before, lexicon),
            decimals: entry.decimals,
        });
    }
    Ok((units, words))
}

pub(super) fn currencies(
    files: &[&RuleFile],
    lexicon: &mut Lexicon,
) -> (Vec<Currency>, Phrases<usize>) {
    let mut currencies = Vec::new();
    let mut words = Phrases::default();
    for at in entries(files, |f| &f.currency) {
        let entry = at.get();
        for word in &entry.words {
            words.insert(Phrase::parse(word, lexicon), currencies.len());
        }
        currencies.push(Currency {
            code: entry.code.clone(),
            before: entry.before,
            glued: entry.glued,
            large: entry.large,
            not_before: PhraseSet::of(&entry.not_before, lexicon),
        });
    }
    (currencies, words)
}

pub(super) type Hedges = (Phrases<Hedge>, Phrases<Hedge>);

pub(super) fn hedges(
    code: &str,
    files: &[&RuleFile],
    lexicon: &mut Lexicon,
) -> Result<Hedges, Error> {
    let (mut before, mut after) = Hedges::default();
    for at in entries(files, |f| &f.hedge) {
        let entry = at.get();
        let qualifier = Qualifier::from_name(&entry.qualifier).ok_or_else(|| {
            at.error(format!(
                "\"{}\" is no qualifier of the report",
                entry.qualifier
            ))
        })?;
        for word in &entry.words {
            let hedge = Hedge {
                qualifier,
                name: format!("{code}/hedge-{}", qualifier.name()),
            };
            let phrase = Phrase::parse(word, lexicon);
            if entry.after {
                after.insert(phrase, hedge)
            } else {
                before.insert(phrase, hedge)
            }
        }
    }
    Ok((before, after))
}

pub(super) fn ranges(code: &str, files: &[&RuleFile], lexicon: &mut Lexicon) -> Vec<RangeForm> {
    entries(files, |f| &f.range)
        .map(|at| RangeForm {
            name: format!("{code}/{}", at.get().name),
            open: PhraseSet::of(&at.get().open, lexicon),
            opened: !at.get().open.is_empty(),
            between: PhraseSet::of(&at.get().between, lexicon),
            relation: at.get().relation,
        })
        .collect()
}
