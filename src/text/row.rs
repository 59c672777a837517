//! Questions to a whole row of bytes at once: no byte decides where the next is looked for, so that a processor asks many
//! of them in one step.

/// Whether `holds` is so at some byte, told by it and the two behind it; behind the end stand zeros. At the bytes of `calm` it
/// never is, whatever stands behind them.
///
/// `holds` should join its comparisons with `|` and `&`: then nothing is skipped.
#[inline(always)]
pub(crate) fn any_three(bytes: &[u8], calm: &Calm, holds: impl Fn(u8, u8, u8) -> bool) -> bool {
    let inner = bytes.len().saturating_sub(2) / ROW * ROW;
    let (first, second, third) = (
        &bytes[..inner],
        &bytes[inner.min(1)..][..inner],
        &bytes[inner.min(2)..][..inner],
    );
    let mut any = 0_u8;
    for at in 0..inner {
        any |= u8::from(holds(first[at], second[at], third[at]));
    }
    let byte = |at: usize| bytes.get(at).copied().unwrap_or(0);
    let at_end =
        |at: usize| !calm.0[usize::from(byte(at))] && holds(byte(at), byte(at + 1), byte(at + 2));
    any != 0 || (inner..bytes.len()).any(at_end)
}

/// Bytes that are asked at once.
const ROW: usize = 16;

/// Bytes of which nothing has to be asked.
pub(crate) struct Calm([bool; 256]);

impl Calm {
    /// What is visible in ASCII but for the bytes of `but`, and what stands behind the first byte of a character.
    pub(crate) const fn but(but: &[u8]) -> Self {
        let mut calm = [false; 256];
        let mut byte = 0;
        while byte < 256 {
            calm[byte] = byte >= 0x20 && byte < 0x7F || byte >= 0x80 && byte < 0xC0;
            byte += 1;
        }
        let mut at = 0;
        while at < but.len() {
            calm[but[at] as usize] = false;
            at += 1;
        }
        Self(calm)
    }

    /// The same and `more`.
    pub(crate) const fn and(mut self, more: &[u8]) -> Self {
        let mut at = 0;
        while at < more.len() {
            self.0[more[at] as usize] = true;
            at += 1;
        }
        self
    }
}

/// How many of `bytes` `holds` lets through.
#[inline(always)]
pub(crate) fn count(bytes: &[u8], holds: impl Fn(u8) -> bool) -> usize {
    let parts = bytes.chunks(usize::from(u8::MAX));
    let of_part = |part: &[u8]| {
        let sum = part
            .iter()
            .fold(0_u8, |sum, byte| sum.wrapping_add(u8::from(holds(*byte))));
        usize::from(sum)
    };
    parts.map(of_part).sum()
}

/// How often `holds` is so of a byte, told by the one before it and the one behind it; not of the first and the last.
#[inline(always)]
pub(crate) fn count_between(bytes: &[u8], holds: impl Fn(u8, u8, u8) -> bool) -> usize {
    let inner = bytes.len().saturating_sub(2);
    let mut sum = 0;
    let mut from = 0;
    while from < inner {
        let length = (inner - from).min(usize::from(u8::MAX));
        let (before, here, behind) = (
            &bytes[from..][..length],
            &bytes[from + 1..][..length],
            &bytes[from + 2..][..length],
        );
        let mut part = 0_u8;
        for at in 0..length {
            part = part.wrapping_add(u8::from(holds(before[at], here[at], behind[at])));
        }
        sum += usize::from(part);
        from += length;
    }
    sum
}

/// Bytes of the longest word that is a number.
pub(crate) const SHORT: usize = 15;

/// The bytes of a short word and their count as one number.
#[inline]
pub(crate) fn number_of(word: &[u8]) -> Option<u128> {
    let length = word.len();
    let eight = |from: usize| Some(u64::from_le_bytes(*word.get(from..)?.first_chunk()?));
    let four = |from: usize| Some(u32::from_le_bytes(*word.get(from..)?.first_chunk()?));
    let number = match length {
        0 => 0,
        // Bytes that both halves hold are the same in both.
        1..=3 => {
            let byte = |at: usize| u128::from(word[at]) << (at * 8);
            byte(0) | byte(length / 2) | byte(length - 1)
        }
        4..=7 => u128::from(four(0)?) | u128::from(four(length - 4)?) << ((length - 4) * 8),
        8 => u128::from(eight(0)?),
        9..=SHORT => {
            let behind = eight(length - 8)? >> ((16 - length) * 8);
            u128::from(eight(0)?) | u128::from(behind) << 64
        }
        _ => return None,
    };
    Some(number | (length as u128) << 120)
}

/// As [`number_of`] the bytes `start..end`, where they may be read with what stands behind them.
#[inline]
pub(crate) fn number_in(bytes: &[u8], start: usize, end: usize) -> Option<u128> {
    let length = end - start;
    match bytes.get(start..).and_then(<[u8]>::first_chunk::<16>) {
        Some(window) if length <= SHORT => {
            Some(u128::from_le_bytes(*window) & MASKS[length] | (length as u128) << 120)
        }
        _ => number_of(bytes.get(start..end)?),
    }
}

/// The bits of so many bytes.
static MASKS: [u128; SHORT + 1] = {
    let mut masks = [0; SHORT + 1];
    let mut length = 1;
    while length <= SHORT {
        masks[length] = masks[length - 1] << 8 | 0xFF;
        length += 1;
    }
    masks
};

/// A place for `number` in a table of `2 ** bits` places.
#[inline]
pub(crate) fn place_of(number: u128, bits: u32) -> usize {
    let folded = number as u64 ^ ((number >> 64) as u64).rotate_left(29);
    (folded.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - bits)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_stands_for_one_word() {
        let text = "0123456789abcdefghijklmnop".as_bytes();
        for start in 0..text.len() {
            for end in start..text.len() {
                let word = &text[start..end];
                let number = number_of(word);
                assert_eq!(number, number_in(text, start, end));
                assert_eq!(number.is_some(), word.len() <= SHORT);
                let Some(number) = number else { continue };
                let bytes = number.to_le_bytes();
                assert_eq!(&bytes[..word.len()], word);
                assert!(bytes[word.len()..SHORT].iter().all(|byte| *byte == 0));
                assert_eq!(usize::from(bytes[SHORT]), word.len());
            }
        }
    }

    #[test]
    fn a_row_is_asked_as_a_whole() {
        let calm = Calm::but(b"a");
        let three = |text: &str| {
            any_three(text.as_bytes(), &calm, |a, b, c| {
                (a == b'a') & (b == b'b') & (c != b'c')
            })
        };
        assert!(three("0123456789abcdefghijklmnopabd0123456789"));
        assert!(!three("0123456789abcdefghijklmnopabc0123456789"));
        assert!(three("xxab") && three("abd") && three("ab"));
        assert!(!three("abc") && !three("a") && !three(""));
        let many = "x".repeat(1000);
        assert_eq!(count(many.as_bytes(), |byte| byte == b'x'), 1000);
        assert_eq!(count(b"", |_| true), 0);
        let after = |text: &str| count_between(text.as_bytes(), |a, b, c| (a == b' ') & (b == c));
        assert_eq!((after(" aa aa ab aa"), after(" a"), after("")), (3, 0, 0));
        assert_eq!(after(&" aa".repeat(200)), 200);
    }
}
