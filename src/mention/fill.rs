//! What fills the typed slots of templates.

use std::cell::{OnceCell, RefCell};

use super::numeral::{NumberAt, number_at, unscaled};
use super::sides::any_sides;
use crate::pack::schema::UnitKind;
use crate::pack::{FillSlot, Pack, Slot, View};
use crate::text::TokenKind;

/// The value of a filled slot.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum SlotValue {
    Integer(i64),
    Number(NumberAt),
    /// Index into the units of the pack.
    Unit(usize),
    /// Words of a list.
    Words,
}

/// Fills slots by the words and numbers of one pack, in one sentence: each number is read once.
#[derive(Debug)]
pub(super) struct Filler<'p> {
    pack: &'p Pack,
    /// Looks for numbers, the last one at the end.
    numbers: RefCell<Vec<NumberLook>>,
    /// Whether the sentence can hold the sides of a thing.
    sides: OnceCell<bool>,
}

/// A number that was looked for at a token.
#[derive(Debug)]
struct NumberLook {
    at: usize,
    number: Option<NumberAt>,
    /// The token after it and its value, where it is a whole number.
    whole: Option<(usize, i64)>,
}

impl<'p> Filler<'p> {
    pub(super) fn new(pack: &'p Pack) -> Self {
        Self {
            pack,
            numbers: RefCell::default(),
            sides: OnceCell::new(),
        }
    }

    /// Whether the sentence can hold the sides of a thing.
    pub(super) fn any_sides(&self, view: &View<'_>) -> bool {
        *self.sides.get_or_init(|| any_sides(self.pack, view))
    }

    /// The number at token `at` of the sentence.
    pub(super) fn number_at(&self, view: &View<'_>, at: usize) -> Option<NumberAt> {
        self.look(view, at, |look| look.number.clone())
    }

    /// The token after the number at token `at` and its value, where it is a whole number.
    fn whole_at(&self, view: &View<'_>, at: usize) -> Option<(usize, i64)> {
        self.look(view, at, |look| look.whole)
    }

    /// What `told` takes from the look at token `at`.
    fn look<T>(
        &self,
        view: &View<'_>,
        at: usize,
        told: impl Fn(&NumberLook) -> Option<T>,
    ) -> Option<T> {
        let known = || self.pack.numerals.may_start(view, at);
        let opens = match view.tokens.get(at)?.kind {
            TokenKind::Word => known(),
            TokenKind::Digits => true,
            // A minus, the point of decimals without a zero.
            TokenKind::Sign => {
                view.digits(at + 1).is_some() || view.digits(at + 2).is_some() || known()
            }
        };
        if !opens {
            return None;
        }
        let mut numbers = self.numbers.borrow_mut();
        if let Some(look) = numbers.iter().rev().find(|look| look.at == at) {
            return told(look);
        }
        let number = number_at(self.pack, view, at);
        let whole = number.as_ref().filter(|number| number.value.is_integer());
        let whole = whole
            .and_then(|number| Some((number.end, i64::try_from(number.value.to_integer()).ok()?)));
        let look = NumberLook { at, number, whole };
        let result = told(&look);
        numbers.push(look);
        result
    }
}

impl FillSlot for Filler<'_> {
    type Value = SlotValue;

    fn fill(&self, slot: Slot, view: &View<'_>, at: usize, out: &mut Vec<(usize, SlotValue)>) {
        if let Slot::List(list) = slot {
            let set = &self.pack.lists[usize::from(list)];
            out.extend(
                set.all_at(view, at)
                    .map(|(length, ())| (at + length, SlotValue::Words)),
            );
            return;
        }
        let by_words = view.tokens[at].kind != TokenKind::Digits
            || self.pack.slots_with_digits.contains(&slot.words());
        if by_words && let Some(words) = self.pack.slot_words.get(&slot.words()) {
            // A number is a number, whichever way it is filled: "ba phần tư".
            let filled = |end: usize, value: i64| match slot {
                Slot::N | Slot::Of => SlotValue::Number(NumberAt::spoken(at, end, value)),
                _ => SlotValue::Integer(value),
            };
            out.extend(
                words
                    .all_at(view, at)
                    .map(|(length, value)| (at + length, filled(at + length, *value))),
            );
        }
        match slot {
            Slot::N | Slot::Of => {
                if let Some(number) = self.number_at(view, at) {
                    // The scale word may be the start of the next word: "3 tỷ phú".
                    let short = unscaled(self.pack, view, at);
                    for number in short.into_iter().filter(|n| n.end < number.end) {
                        out.push((number.end, SlotValue::Number(number)));
                    }
                    out.push((number.end, SlotValue::Number(number)));
                }
            }
            Slot::TimeUnit => {
                let units = self.pack.unit_words.all_at(view, at);
                let units =
                    units.filter(|(_, unit)| self.pack.units[**unit].kind == UnitKind::Duration);
                out.extend(units.map(|(length, unit)| (at + length, SlotValue::Unit(*unit))));
            }
            _ => self.integer(slot, view, at, out),
        }
    }
}

impl Filler<'_> {
    fn integer(&self, slot: Slot, view: &View<'_>, at: usize, out: &mut Vec<(usize, SlotValue)>) {
        let Some((low, high, lengths)) = slot.integers() else {
            return;
        };
        let fits = |value: i64| (low..=high).contains(&value);
        let token = &view.tokens[at];
        match token.kind {
            TokenKind::Digits => {
                let digits = token.of(view.text);
                if !lengths.contains(&digits.len()) {
                    return;
                }
                let value = digits.parse().ok().filter(|value| fits(*value));
                out.extend(value.map(|value| (at + 1, SlotValue::Integer(value))));
            }
            TokenKind::Word => {
                if slot.takes_roman()
                    && let Some(value) = roman(token.of(view.text)).filter(|value| fits(*value))
                {
                    out.push((at + 1, SlotValue::Integer(value)));
                    return;
                }
                if slot == Slot::Year
                    && let Some((end, year)) = self.year_by_digits(view, at)
                {
                    out.push((end, SlotValue::Integer(year)));
                }
                if let Some((end, value)) = self
                    .whole_at(view, at)
                    .filter(|(_, value)| fits(*value) && !matches!(slot, Slot::Yy | Slot::Hhmm))
                {
                    out.push((end, SlotValue::Integer(value)));
                    if slot == Slot::Int {
                        out.extend(self.before_joint(view, at, end));
                    }
                }
            }
            TokenKind::Sign => {}
        }
    }

    /// "one hundred" of "one hundred and three quarters": what stands before the last word that joins may be the whole of a fraction.
    fn before_joint(&self, view: &View<'_>, at: usize, end: usize) -> Option<(usize, SlotValue)> {
        use crate::pack::schema::NumeralRole;
        let joins = |i: &usize| {
            let word = self.pack.numerals.longest_at(view, *i);
            word.is_some_and(|(_, word)| word.role == NumeralRole::Filler)
        };
        let joint = (at + 1..end).rev().find(joins)?;
        let short = View {
            text: view.text,
            tokens: &view.tokens[..joint],
            words: &view.words[..joint],
        };
        let whole = number_at(self.pack, &short, at).filter(|n| n.end == joint)?;
        let value = i64::try_from(whole.value.to_integer()).ok();
        let value = value.filter(|_| whole.value.is_integer())?;
        Some((joint, SlotValue::Integer(value)))
    }

    /// A year spoken digit by digit: "hai không hai lăm".
    fn year_by_digits(&self, view: &View<'_>, at: usize) -> Option<(usize, i64)> {
        use crate::pack::schema::NumeralRole::{Digit, DigitAfterTens, Filler};
        let mut year = 0;
        let mut end = at;
        for place in 0..4 {
            let (length, word) = self.pack.numerals.longest_at(view, end)?;
            let digit = match word.role {
                Digit | DigitAfterTens => i64::try_from(word.value.to_integer()).ok()?,
                // "hai không linh chín": the filler says that the tens are empty.
                Filler if place == 2 => 0,
                _ => return None,
            };
            year = year * 10 + digit;
            end += length;
        }
        (1000..=2999).contains(&year).then_some((end, year))
    }
}

/// Value of a Roman numeral in capitals, up to 89.
pub(super) fn roman(word: &str) -> Option<i64> {
    const PARTS: [(&str, i64); 7] = [
        ("L", 50),
        ("XL", 40),
        ("X", 10),
        ("IX", 9),
        ("V", 5),
        ("IV", 4),
        ("I", 1),
    ];
    if !word.starts_with(['I', 'V', 'X', 'L']) {
        return None;
    }
    let mut rest = word;
    let mut value = 0;
    for (part, worth) in PARTS {
        let most = if part == "X" || part == "I" { 3 } else { 1 };
        for _ in 0..most {
            let Some(stripped) = rest.strip_prefix(part) else {
                break;
            };
            // "L" before "XL" would take forty for fifty.
            rest = stripped;
            value += worth;
        }
    }
    (rest.is_empty() && value > 0).then_some(value)
}
