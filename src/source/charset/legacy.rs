//! Vietnamese text that was typed for fonts of the time before Unicode: its letters stand where Latin-1 has others.
//!
//! A text is converted only when its words are no Vietnamese syllables as they stand and are when converted. Nothing
//! else tells these codes from each other and from Latin-1.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::text::is_letter;

/// A code of which text was converted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Legacy {
    /// TCVN 5712:1993, VN3: the code of the ABC fonts (`.VnTime`).
    Tcvn3,
    /// The two-byte code of the VNI fonts (`VNI-Times`).
    Vni,
}

impl Legacy {
    pub fn name(self) -> &'static str {
        match self {
            Self::Tcvn3 => "TCVN3 (ABC)",
            Self::Vni => "VNI",
        }
    }
}

/// Fewest words by which a code is known.
const FEWEST: usize = 8;
/// Bytes of the start of a text that are looked at.
const SAMPLE: usize = 20_000;

/// The text of `raw`, which reads its bytes as Latin-1, when it is written in one of the codes.
pub(super) fn convert(raw: &str) -> Option<(String, Legacy)> {
    let end = crate::text::boundary_before(raw, SAMPLE);
    let sample = raw.get(..end)?;
    // A sign of Unicode here and there, as a dash, is no letter.
    let beyond = |c: char| u32::from(c) > 0xFF && is_letter(c);
    if sample.is_ascii() || sample.chars().any(beyond) {
        return None;
    }
    let (words, as_it_stands) = syllables(sample, sample);
    if words < FEWEST || as_it_stands * 10 > words * 7 {
        return None;
    }
    let codes = [Legacy::Tcvn3, Legacy::Vni];
    let best = codes
        .into_iter()
        .map(|code| (syllables(&converted(sample, code), sample), code))
        .filter(|((words, good), _)| good * 10 >= words * 9 && *words >= FEWEST)
        .max_by_key(|((words, good), _)| good * 1000 / words)?;
    Some((converted(raw, best.1), best.1))
}

/// How many words of `text` hold letters outside ASCII, and how many of those are Vietnamese syllables. `raw` has the
/// same words in the same order.
fn syllables(text: &str, raw: &str) -> (usize, usize) {
    let mut counts = (0, 0);
    for (word, raw) in text
        .split_ascii_whitespace()
        .zip(raw.split_ascii_whitespace())
    {
        let mixed = !raw.is_ascii() && raw.chars().any(|c| c.is_ascii_alphabetic());
        if mixed {
            // A compound is written with a hyphen or a slash.
            let mut parts = word.split(|c: char| c.is_ascii_punctuation() || c.is_ascii_digit());
            counts.0 += 1;
            counts.1 += usize::from(parts.all(|part| part.is_empty() || is_syllable(part)));
        }
    }
    counts
}

/// Whether `word` is built as every Vietnamese syllable is: an onset, one to three vowels, a coda, one tone at most.
fn is_syllable(word: &str) -> bool {
    const ONSETS: [&str; 27] = [
        "", "b", "c", "ch", "d", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh",
        "p", "ph", "q", "r", "s", "t", "th", "tr", "v", "x",
    ];
    const CODAS: [&str; 9] = ["", "c", "ch", "m", "n", "ng", "nh", "p", "t"];
    if word.is_ascii() {
        return true;
    }
    let quotes = |c: char| !is_letter(c) && u32::from(c) > 0xFF;
    let mut tones = 0;
    let mut letters = String::new();
    for c in word.trim_matches(quotes).nfd() {
        match u32::from(c) {
            // Grave, acute, tilde, hook above, dot below.
            0x300 | 0x301 | 0x303 | 0x309 | 0x323 => tones += 1,
            // Circumflex, breve, horn.
            0x302 | 0x306 | 0x31B => {}
            0x110 | 0x111 => letters.push('d'),
            _ if c.is_ascii_alphabetic() => letters.push(c.to_ascii_lowercase()),
            _ => return false,
        }
    }
    let is_vowel = |c: char| "aeiouy".contains(c);
    let Some(first) = letters.find(is_vowel) else {
        return false;
    };
    let last = letters.rfind(is_vowel).unwrap_or(first);
    let (onset, nucleus, coda) = (
        &letters[..first],
        &letters[first..=last],
        &letters[last + 1..],
    );
    tones <= 1
        && ONSETS.contains(&onset)
        && CODAS.contains(&coda)
        && nucleus.len() <= 4
        && nucleus.chars().all(is_vowel)
}

fn converted(raw: &str, code: Legacy) -> String {
    match code {
        Legacy::Tcvn3 => raw.chars().map(tcvn3).collect(),
        Legacy::Vni => vni(raw),
    }
}

fn tcvn3(c: char) -> char {
    let at = u32::from(c).checked_sub(0xA0);
    at.and_then(|at| TCVN3.get(usize::try_from(at).ok()?))
        .and_then(|code| char::from_u32(u32::from(*code)))
        .unwrap_or(c)
}

/// A vowel and the sign behind it are one letter; a few letters have a code of their own.
fn vni(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len() + 16);
    for c in raw.chars() {
        let small = if (0xC0..=0xDE).contains(&u32::from(c)) {
            char::from_u32(u32::from(c) + 0x20).unwrap_or(c)
        } else {
            c
        };
        let follows = out.chars().next_back();
        let base = follows.is_some_and(|before| is_base(before, small));
        if let Some((_, marks)) = VNI_MARKS
            .iter()
            .find(|(code, _)| base && *code == u32::from(small))
        {
            out.extend(marks.iter().filter_map(|mark| char::from_u32(*mark)));
        } else if let Some((_, letter)) = VNI_LETTERS
            .iter()
            .find(|(code, _)| *code == u32::from(small))
        {
            let letter = char::from_u32(*letter).unwrap_or(c);
            if small == c {
                out.push(letter);
            } else {
                out.extend(letter.to_uppercase());
            }
        } else {
            out.push(c);
        }
    }
    out.nfc().collect()
}

/// Whether the sign `sign` can stand on the letter `before`.
fn is_base(before: char, sign: char) -> bool {
    let before = before.to_lowercase().next().unwrap_or(before);
    if is_combining_mark(before) {
        return false;
    }
    match u32::from(before) {
        0x1A1 | 0x1B0 => true,
        _ => match before {
            'a' | 'e' | 'o' | 'u' | 'y' => u32::from(sign) != 0xF4 && u32::from(sign) != 0xF6,
            _ => false,
        },
    }
}

/// What the bytes from 0xA0 stand for: glibc's charmap TCVN5712-1 (after TCVN 5712:1993), of which VN3 is the part from
/// 0xA0 on.
const TCVN3: [u16; 96] = [
    0x00A0, 0x0102, 0x00C2, 0x00CA, 0x00D4, 0x01A0, 0x01AF, 0x0110, 0x0103, 0x00E2, 0x00EA, 0x00F4,
    0x01A1, 0x01B0, 0x0111, 0x1EB0, 0x0300, 0x0309, 0x0303, 0x0301, 0x0323, 0x00E0, 0x1EA3, 0x00E3,
    0x00E1, 0x1EA1, 0x1EB2, 0x1EB1, 0x1EB3, 0x1EB5, 0x1EAF, 0x1EB4, 0x1EAE, 0x1EA6, 0x1EA8, 0x1EAA,
    0x1EA4, 0x1EC0, 0x1EB7, 0x1EA7, 0x1EA9, 0x1EAB, 0x1EA5, 0x1EAD, 0x00E8, 0x1EC2, 0x1EBB, 0x1EBD,
    0x00E9, 0x1EB9, 0x1EC1, 0x1EC3, 0x1EC5, 0x1EBF, 0x1EC7, 0x00EC, 0x1EC9, 0x1EC4, 0x1EBE, 0x1ED2,
    0x0129, 0x00ED, 0x1ECB, 0x00F2, 0x1ED4, 0x1ECF, 0x00F5, 0x00F3, 0x1ECD, 0x1ED3, 0x1ED5, 0x1ED7,
    0x1ED1, 0x1ED9, 0x1EDD, 0x1EDF, 0x1EE1, 0x1EDB, 0x1EE3, 0x00F9, 0x1ED6, 0x1EE7, 0x0169, 0x00FA,
    0x1EE5, 0x1EEB, 0x1EED, 0x1EEF, 0x1EE9, 0x1EF1, 0x1EF3, 0x1EF7, 0x1EF9, 0x00FD, 0x1EF5, 0x1ED0,
];

/// Signs behind a vowel and the marks that they stand for: the layout of the VNI-Windows fonts, where each tone has one
/// sign alone, one with the circumflex and one with the breve. Read off the tables of the xvnkb keyboard driver (`vni.h`).
const VNI_MARKS: [(u32, &[u32]); 17] = [
    (0xF9, &[0x301]),
    (0xF8, &[0x300]),
    (0xFB, &[0x309]),
    (0xF5, &[0x303]),
    (0xEF, &[0x323]),
    (0xE2, &[0x302]),
    (0xE1, &[0x302, 0x301]),
    (0xE0, &[0x302, 0x300]),
    (0xE5, &[0x302, 0x309]),
    (0xE3, &[0x302, 0x303]),
    (0xE4, &[0x302, 0x323]),
    (0xEA, &[0x306]),
    (0xE9, &[0x306, 0x301]),
    (0xE8, &[0x306, 0x300]),
    (0xFA, &[0x306, 0x309]),
    (0xFC, &[0x306, 0x303]),
    (0xEB, &[0x306, 0x323]),
];

/// Letters with a code of their own, from the same table.
const VNI_LETTERS: [(u32, u32); 7] = [
    (0xF4, 0x1A1),
    (0xF6, 0x1B0),
    (0xF1, 0x111),
    (0xE6, 0x1EC9),
    (0xF3, 0x129),
    (0xF2, 0x1ECB),
    (0xEE, 0x1EF5),
];
