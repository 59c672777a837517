use std::sync::LazyLock;

use regex::Regex;

use crate::text::{
    Calm, Derived, Span, any_three, count_between, is_letter, is_letter_or_digit, lower_into,
};

/// A passage as the choice of its kind sees it: shape only, no language.
#[derive(Debug)]
pub(super) struct Line {
    /// Derived text, with single spaces.
    pub text: String,
    /// The same in lower case.
    pub folded: String,
    /// How many words it has: what stands between spaces and holds a letter or digit.
    pub words: usize,
}

/// Signs that close a quotation or bracket.
pub(super) const CLOSERS: [char; 9] = ['"', '\'', '”', '’', '»', ')', ']', '}', '›'];
/// Signs that open one.
pub(super) const OPENERS: [char; 10] = ['"', '\'', '“', '‘', '«', '(', '[', '{', '‹', '„'];
/// Signs that end a sentence.
pub(super) const ENDS: [char; 4] = ['.', '!', '?', '…'];
const SEPARATORS: [&str; 8] = [" > ", " | ", " / ", " » ", " › ", " · ", " • ", " → "];
const BULLETS: [char; 17] = [
    '-', '–', '—', '•', '*', '·', '▪', '●', '○', '■', '+', '►', '▶', '➤', '✓', '✔', '◆',
];

/// Derived text has ASCII digits, and plain spaces alone.
static STAMP: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"^[0-9][^ :]{0,7}(?::[0-9]{2}[^ :]{0,3})? ?: ").ok());

impl Line {
    pub fn new(derived: &Derived) -> Self {
        let derived = derived.text();
        let mut text = String::with_capacity(derived.len());
        static CALM: Calm = Calm::but(b" ");
        let double = |byte, next, _| (byte == b' ') & (next == b' ');
        let spaced = derived.starts_with(' ')
            || derived.ends_with(' ')
            || any_three(derived.as_bytes(), &CALM, double);
        if spaced {
            for word in derived.split(' ').filter(|word| !word.is_empty()) {
                if !text.is_empty() {
                    text.push(' ');
                }
                text.push_str(word);
            }
        } else {
            text.push_str(derived);
        }
        let words = lettered_words(&text);
        let mut folded = String::with_capacity(text.len());
        lower_into(&text, &mut folded);
        Self {
            text,
            folded,
            words,
        }
    }

    /// Whether it ends as a sentence does.
    pub fn ends_sentence(&self) -> bool {
        self.text.trim_end_matches(CLOSERS).ends_with(ENDS)
    }

    /// Whether it ends in one full stop, as no headline does.
    pub fn ends_in_full_stop(&self) -> bool {
        let text = self.text.trim_end_matches(CLOSERS);
        text.ends_with('.') && !text.ends_with("..")
    }

    /// Whether at least half of it is words with letters: a row of prices is not.
    pub fn mostly_words(&self) -> bool {
        let lettered = self
            .text
            .split(' ')
            .filter(|word| word.contains(is_letter))
            .count();
        lettered > 0 && lettered * 2 >= self.words
    }

    /// Whether it is one headline's worth of words in square brackets.
    pub fn in_square_brackets(&self) -> bool {
        self.text.starts_with('[') && self.text.find(']') == Some(self.text.len() - 1)
    }

    /// Whether the whole line is one remark in round brackets.
    pub fn in_round_brackets(&self) -> bool {
        let text = self.text.trim_end_matches('.');
        text.starts_with('(') && text.find(')') == Some(text.len() - 1)
    }

    /// Whether an arrow points to another page.
    pub fn starts_with_arrow(&self) -> bool {
        [">>", "=>", "->", "»", "→", "►", "▶", "➤", "☞", ">"]
            .iter()
            .any(|arrow| self.text.starts_with(arrow))
    }

    /// Whether it is a bullet or number and then a text.
    pub fn is_item(&self) -> bool {
        marker(&self.text).is_some()
    }

    /// Whether it starts with a clock time or match minute and a colon.
    pub fn is_stamped(&self) -> bool {
        STAMP
            .as_ref()
            .is_some_and(|stamp| stamp.is_match(&self.text))
    }

    /// Whether it is short parts between separators: a trail of sections, a bar of links.
    pub fn is_trail(&self) -> bool {
        let signs = ['>', '|', '/', '»', '›', '·', '•', '→'];
        // The first bytes of the signs: most lines have none.
        static CALM: Calm = Calm::but(b">|/");
        let may_have = |byte: u8, _, _| {
            (byte == b'>') | (byte == b'|') | (byte == b'/') | (byte == 0xC2) | (byte == 0xE2)
        };
        self.words <= 40
            && any_three(self.text.as_bytes(), &CALM, may_have)
            && self.text.contains(signs)
            && SEPARATORS.iter().any(|separator| {
                let parts: Vec<&str> = self.text.split(separator).collect();
                let enough = parts.len() >= if *separator == " / " { 3 } else { 2 };
                enough
                    && parts.iter().all(|part| part.split(' ').count() <= 4)
                    && !self.ends_in_full_stop()
            })
    }

    /// Whether it is an address, with few words around it.
    pub fn is_address(&self) -> bool {
        (self.folded.contains("://") || self.folded.starts_with("www.")) && self.words <= 8
    }

    /// Whether every word is a name, a number or in brackets, and there is a name: an author, an agency, an outlet.
    pub fn is_name(&self) -> bool {
        if self.words > 6 || self.ends_in_full_stop() || self.text.ends_with([':', '?', '!']) {
            return false;
        }
        let outside = self.text.split('(').next().unwrap_or_default();
        let mut words = words_of(outside).peekable();
        words.peek().is_some()
            && words.all(|word| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()))
            && outside.contains(char::is_uppercase)
    }

    /// Whether it says when it was published: a whole date in digits, or only capitalised words and a year.
    pub fn is_date_line(&self) -> bool {
        let digits = || self.text.bytes().any(|byte| byte.is_ascii_digit());
        if self.words > 12 || self.ends_in_full_stop() || !digits() {
            return false;
        }
        let lower = words_of(&self.text)
            .filter(|word| word.starts_with(char::is_lowercase) && word.chars().count() > 2)
            .count();
        if [true, false]
            .iter()
            .any(|&order| super::published::numeric(&self.text, order).is_some())
        {
            return lower <= 2;
        }
        let years = words_of(&self.text).filter(|word| is_year(word)).count();
        let others = words_of(&self.text)
            .filter(|word| word.starts_with(|c: char| c.is_ascii_digit()))
            .count()
            - years;
        lower == 0 && years == 1 && others >= 1 && self.words <= 9 && !self.is_result()
    }

    /// Whether its figures are results and no date: "CDU: 22,6 % (2021: 19,0 %)", "AfD: 152 (2021: 83)".
    fn is_result(&self) -> bool {
        let mut words = words_of(&self.text);
        let larger = |word: &str| {
            let digits = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
            digits && word.len() > 2 && !is_year(word)
        };
        self.text.contains(['%', '‰']) || words.any(larger)
    }

    /// Whether it is nothing but a clock time.
    pub fn is_clock(&self) -> bool {
        is_clock(&self.text).is_some()
    }

    /// What follows `title` where the line starts with it.
    pub fn after_title(&self, title: &Line) -> Option<&str> {
        self.folded.strip_prefix(title.folded.as_str())
    }

    /// The share of the words of this line that stand in `other`, 0 to 1000.
    pub fn shared_words(&self, other: &std::collections::BTreeSet<&str>) -> usize {
        let words: Vec<&str> = words_of(&self.folded).collect();
        let shared = words.iter().filter(|word| other.contains(**word)).count();
        (shared * 1000).checked_div(words.len()).unwrap_or(0)
    }
}

/// Whether what follows a repeated title is the counter of a picture: a word of at most seven letters, and one or two
/// digits.
pub(super) fn is_counter(rest: &str) -> bool {
    let rest = rest.trim_start_matches([' ', '-', ':', '|', '.', ',', '(', ')']);
    let number = rest.trim_start_matches(is_letter);
    let letters = rest[..rest.len() - number.len()].chars().count();
    let number = if letters > 0 {
        number.strip_prefix(' ').unwrap_or(number)
    } else {
        number
    };
    letters <= 7 && matches!(digits(number), 1..=2)
}

/// Nothing but a clock time: "16:26", "16h26", "9:05:30 AM".
fn is_clock(text: &str) -> Option<()> {
    let after = |text: &'_ str, lengths: std::ops::RangeInclusive<usize>| {
        let count = digits(text);
        lengths.contains(&count).then_some(count)
    };
    let rest = &text[after(text, 1..=2)?..];
    let joint = rest.chars().next().filter(|c| *c == ':' || is_letter(*c))?;
    let rest = &rest[joint.len_utf8()..];
    let rest = &rest[after(rest, 2..=2)?..];
    let rest = match rest.strip_prefix(':') {
        Some(seconds) => &seconds[after(seconds, 2..=2)?..],
        None => rest,
    };
    (rest.chars().count() <= 2 && rest.chars().all(is_letter)).then_some(())
}

/// The number of ASCII digits at the start.
fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// Bytes of the number that opens an item, with its sign: "1.", "12)", "1.)", "a.", "B)", "iv.".
fn numbered(text: &str) -> Option<usize> {
    let count = digits(text);
    if count > 0 {
        let sign = text[count..].chars().next()?;
        return match sign {
            '.' if text[count..].starts_with(".)") => Some(count + 2),
            '.' | ')' | '/' if count <= 3 => Some(count + 1),
            _ => None,
        }
        .filter(|_| count <= 3);
    }
    let first = text.chars().next()?;
    let label = first.len_utf8();
    match text[label..].chars().next()? {
        '.' if first.is_lowercase() => return Some(label + 1),
        ')' if is_letter(first) => return Some(label + 1),
        _ => {}
    }
    ["ivx", "IVX"].iter().find_map(|letters| {
        let rest = text.trim_start_matches(|c| letters.contains(c));
        let length = text.len() - rest.len();
        ((2..=5).contains(&length) && rest.starts_with(['.', ')'])).then_some(length + 1)
    })
}

/// The bytes of the bullet or number that opens the item `text`, with the space after it.
pub(super) fn marker(text: &str) -> Option<usize> {
    let mut chars = text.chars();
    let first = chars.next()?;
    if BULLETS.contains(&first) && chars.next().is_some_and(char::is_whitespace) {
        let rest = text[first.len_utf8()..].trim_start();
        return (!rest.is_empty()).then(|| text.len() - rest.len());
    }
    let rest = &text[numbered(text)?..];
    let item = rest.trim_start();
    (item.len() < rest.len() && !item.is_empty()).then(|| text.len() - item.len())
}

/// How many of the words between spaces hold a letter or digit.
fn lettered_words(text: &str) -> usize {
    let bytes = text.as_bytes();
    let plain = |byte: u8, behind: u8| {
        (byte.wrapping_sub(b'0') < 10)
            | ((byte | 0x20).wrapping_sub(b'a') < 26)
            | (byte.wrapping_sub(0xC4) < 5)
            | ((byte == 0xC3) & (behind != 0x97) & (behind != 0xB7))
            | ((byte == 0xE1) & (behind.wrapping_sub(0xB8) < 4))
    };
    // Between the first byte and the last, words that start, and those of them that start with a letter or digit for sure.
    let starts = count_between(bytes, |before, byte, _| (before == b' ') & (byte != b' '));
    let told = count_between(bytes, |before, byte, behind| {
        (before == b' ') & plain(byte, behind)
    });
    let byte = |at: usize| bytes.get(at).copied().unwrap_or(b' ');
    let ends = bytes.len() > 1 && byte(bytes.len() - 2) != b' ';
    if starts == told && plain(byte(0), byte(1)) && ends {
        return told + 1;
    }
    let (mut words, mut at) = (0, 0);
    while at < bytes.len() {
        let length = bytes[at..].iter().position(|byte| *byte == b' ');
        let end = length.map_or(bytes.len(), |length| at + length);
        let told = at < end && plain(byte(at), byte(at + 1));
        words += usize::from(told || text[at..end].contains(is_letter_or_digit));
        at = end + 1;
    }
    words
}

/// Runs of letters and digits.
pub(super) fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !is_letter_or_digit(c))
        .filter(|word| !word.is_empty())
}

/// `text` in the form in which lines are compared.
pub(super) fn folded(text: &str) -> String {
    Line::new(&Derived::new(text, Span::new(0, text.len()))).folded
}

fn is_year(word: &str) -> bool {
    word.len() == 4
        && word
            .parse::<u16>()
            .is_ok_and(|year| (1900..2100).contains(&year))
}
