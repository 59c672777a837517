//! Phrases by the bytes that they start with: a look at each word of a line before any phrase is compared.

use crate::pack::Table;

/// Phrases, by their numbers.
#[derive(Debug)]
pub(super) struct Firsts {
    /// By their first four bytes, and those with less by the first.
    by_four: Table<[u8; 4], Vec<usize>>,
    by_one: Table<u8, Vec<usize>>,
    /// The first bytes of all, each once.
    firsts: Vec<u8>,
    /// Whether a byte starts a phrase of four bytes or more, and whether a shorter one.
    opens: [(bool, bool); 256],
    /// By [`place_of`], whether four bytes may start a phrase.
    may_open: Vec<bool>,
}

impl Default for Firsts {
    fn default() -> Self {
        Self {
            by_four: Table::default(),
            by_one: Table::default(),
            firsts: Vec::new(),
            opens: [(false, false); 256],
            may_open: vec![false; PLACES],
        }
    }
}

/// Numbers that [`place_of`] gives.
const PLACES: usize = 1 << 12;

/// A number for four bytes; others may have the same.
fn place_of(bytes: [u8; 4]) -> usize {
    (u32::from_le_bytes(bytes).wrapping_mul(0x9E37_79B1) >> 20) as usize
}

impl Firsts {
    /// Adds the phrase of number `index`, which starts with `start`; one that starts with nothing is never found.
    pub fn add(&mut self, start: &[u8], index: usize) {
        let Some(&first) = start.first() else { return };
        if !self.firsts.contains(&first) {
            self.firsts.push(first);
        }
        let opens = &mut self.opens[usize::from(first)];
        if let Some(four) = start.first_chunk() {
            self.by_four.entry(*four).or_default().push(index);
            self.may_open[place_of(*four)] = true;
            opens.0 = true;
        } else {
            self.by_one.entry(first).or_default().push(index);
            opens.1 = true;
        }
    }

    /// Whether `text` holds a byte that starts one of the phrases, as far as a quick look tells.
    pub fn may_stand_in(&self, text: &str) -> bool {
        let bytes = text.as_bytes();
        match *self.firsts.as_slice() {
            [] => false,
            [one] => memchr::memchr(one, bytes).is_some(),
            [one, two] => memchr::memchr2(one, two, bytes).is_some(),
            [one, two, three] => memchr::memchr3(one, two, three, bytes).is_some(),
            _ => true,
        }
    }

    /// Calls `add` with each phrase that may stand in `text` from byte `from` on, which starts no letter, and with its place; those
    /// that start inside a word may be left out.
    pub fn each(&self, text: &str, from: usize, add: &mut dyn FnMut(usize, usize)) {
        let bytes = text.as_bytes();
        let few = match *self.firsts.as_slice() {
            [one] => Some([one, one, one]),
            [one, two] => Some([one, two, two]),
            [one, two, three] => Some([one, two, three]),
            _ => None,
        };
        if let Some([one, two, three]) = few {
            for at in memchr::memchr3_iter(one, two, three, &bytes[from..]) {
                self.at(bytes, from + at, add);
            }
            return;
        }
        let mut before = Sort::Sign;
        for (at, &byte) in bytes.iter().enumerate().skip(from) {
            let next = || bytes.get(at + 1).copied().unwrap_or(0);
            let sort = match SORTS[usize::from(byte)] {
                Sort::Rest => continue,
                // U+00C0 to U+00FF, but for the signs of multiplication and division, and U+1E00 to U+1EFF.
                Sort::Sign if byte == 0xC3 && !matches!(next(), 0x97 | 0xB7) => Sort::Letter,
                Sort::Sign if byte == 0xE1 && matches!(next(), 0xB8..=0xBB) => Sort::Letter,
                sort => sort,
            };
            let inside = before == Sort::Letter && sort == Sort::Letter;
            before = sort;
            if !inside {
                self.at(bytes, at, add);
            }
        }
    }

    /// Calls `add` with each phrase that may start at byte `at`.
    #[inline]
    fn at(&self, bytes: &[u8], at: usize, add: &mut dyn FnMut(usize, usize)) {
        let byte = bytes[at];
        let (long, short) = self.opens[usize::from(byte)];
        let found = |list: Option<&Vec<usize>>, add: &mut dyn FnMut(usize, usize)| {
            list.into_iter().flatten().for_each(|index| add(*index, at));
        };
        if long
            && let Some(four) = bytes[at..].first_chunk()
            && self.may_open[place_of(*four)]
        {
            found(self.by_four.get(four), add);
        }
        if short {
            found(self.by_one.get(&byte), add);
        }
    }
}

/// What a byte is to the words of a line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    /// It starts a letter or is a digit.
    Letter,
    /// It starts anything else, or what it starts is not known.
    Sign,
    /// It does not start a character.
    Rest,
}

static SORTS: [Sort; 256] = {
    let mut sorts = [Sort::Sign; 256];
    let mut byte = 0;
    while byte < 256 {
        sorts[byte] = match byte as u8 {
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | 0xC4..=0xC8 => Sort::Letter,
            0x80..=0xBF => Sort::Rest,
            _ => Sort::Sign,
        };
        byte += 1;
    }
    sorts
};
