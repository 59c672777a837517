//! Spaces that scripts leave out between words: matching sees "死亡12人" as "死 亡 12 人".
//!
//! Each ideograph, kana and Hangul syllable is a word of its own to matching, as a Vietnamese syllable is, so that a pack names
//! things in them as it does in any language. Of other scripts without spaces only figures are parted from letters: their
//! letters make no words one by one. The blocks are those of the scripts that Unicode Standard Annex #14 lists as written
//! without spaces between words, and Hangul, whose endings are written together with what they follow.

use super::is_letter;

/// What the text so far ends with.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spacing {
    /// Anything that needs no space behind it.
    #[default]
    None,
    /// A syllable or sign that is a word.
    Syllable,
    /// A letter of a script without spaces, of which several make a word.
    Unspaced,
    /// Any other letter, or a sign that belongs to a figure.
    Letter,
    Digit,
    /// A quote or bracket that closes.
    Closer,
    /// A wide sign that ends a part of a sentence: a space is part of its shape.
    Stop,
    /// A wide sign that stands inside figures too.
    Point,
}

impl Spacing {
    /// What a text ends with whose last part is `part`, a stretch that is read as it stands.
    pub fn after(part: &str) -> Self {
        part.chars().next_back().map_or(Self::None, Self::of)
    }

    /// What a text ends with whose last character is `raw`, read as `c`.
    pub fn behind(raw: char, c: char) -> Self {
        match raw {
            '、' | '。' | '｡' | '､' | '！' | '？' | '；' | '）' | '】' | '〕' => {
                Self::Stop
            }
            '，' | '．' | '：' => Self::Point,
            _ => Self::of(c),
        }
    }

    /// Whether there is a space before `next`.
    #[inline]
    pub fn parts(self, next: char) -> bool {
        match (self, Self::of(next)) {
            (Self::None, _) => false,
            (Self::Stop | Self::Point, Self::None) => {
                matches!(next, '"' | '“' | '‘' | '«' | '(' | '[')
            }
            (_, Self::None | Self::Closer | Self::Stop | Self::Point) => false,
            (Self::Point, Self::Digit) => false,
            (Self::Stop | Self::Point, _) => true,
            (Self::Syllable, _) | (_, Self::Syllable) => true,
            (Self::Unspaced, Self::Digit) | (Self::Digit, Self::Unspaced) => true,
            _ => false,
        }
    }

    fn of(c: char) -> Self {
        match c {
            '0'..='9' => Self::Digit,
            '”' | '’' | '»' | ')' | ']' => Self::Closer,
            '%' | '$' | '€' | '£' | '¥' | '₩' | '₫' => Self::Letter,
            '\0'..='\u{DFF}' => match is_letter(c) {
                true => Self::Letter,
                false => Self::None,
            },
            _ if is_syllable(c) => Self::Syllable,
            _ if is_unspaced(c) => Self::Unspaced,
            _ if is_letter(c) => Self::Letter,
            _ => Self::None,
        }
    }
}

/// Derived text as a reader writes it: without the spaces that its script leaves out.
pub(crate) fn closed_up(text: &str) -> String {
    // No syllable or sign that is a word has a smaller first byte.
    if text.bytes().all(|byte| byte < 0xE3) {
        return text.to_owned();
    }
    let mut closed = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let left_out = c == ' '
            && rest
                .peek()
                .is_some_and(|next| Spacing::after(&closed).parts(*next));
        if !left_out {
            closed.push(c);
        }
    }
    closed
}

/// Whether `c` is a letter of Thai, Lao, Myanmar or Khmer, or a mark on one.
fn is_unspaced(c: char) -> bool {
    matches!(
        u32::from(c),
        0xE01..=0xE4E | 0xE81..=0xECE | 0x1000..=0x103E | 0x1780..=0x17D3
    )
}

/// Whether `c` is a letter that is a word of its own: an ideograph, kana or a Hangul syllable.
pub(crate) fn is_syllable(c: char) -> bool {
    let block = matches!(
        u32::from(c),
        0x3005..=0x3007
            | 0x3041..=0x30FF
            | 0x31F0..=0x31FF
            | 0x3400..=0x4DBF
            | 0x4E00..=0x9FFF
            | 0xAC00..=0xD7A3
            | 0xF900..=0xFAFF
            | 0xFF66..=0xFF9F
            | 0x20000..=0x3FFFF
    );
    block && is_letter(c)
}
