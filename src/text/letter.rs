//! Letters, with a short way for those of Latin scripts.

/// As [`char::is_alphabetic`]: the table of the standard library is walked only for other scripts.
pub(crate) fn is_letter(c: char) -> bool {
    match c {
        'A'..='Z' | 'a'..='z' => true,
        '\0'..='\u{7F}' => false,
        '\u{C0}'..='\u{24F}' => c != '×' && c != '÷',
        '\u{1E00}'..='\u{1EFF}' => true,
        _ => c.is_alphabetic(),
    }
}

/// As [`char::is_alphanumeric`].
pub(crate) fn is_letter_or_digit(c: char) -> bool {
    is_letter(c) || c.is_numeric()
}

/// Whether `c` is the same in derived text as in the raw text, whatever stands around it: a visible ASCII character, a
/// space, or a composed Latin letter.
///
/// These are starters of one code point in NFC, and none of them composes with the one before it.
pub(super) fn is_plain(c: char) -> bool {
    match c {
        ' '..='~' => true,
        // Two letters that look like the Vietnamese one are folded into it.
        '\u{D0}' | '\u{189}' => false,
        '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => true,
        _ => false,
    }
}

/// As [`str::to_lowercase`], at the end of `lower`.
pub(crate) fn lower_into(word: &str, lower: &mut String) {
    if word.is_ascii() {
        lower.push_str(word);
        lower.make_ascii_lowercase();
    } else if word.contains('Σ') {
        // Its lower case depends on its place in the word.
        lower.push_str(&word.to_lowercase());
    } else {
        for c in word.chars() {
            if c.is_ascii() {
                lower.push(c.to_ascii_lowercase());
            } else {
                lower.extend(c.to_lowercase());
            }
        }
    }
}
