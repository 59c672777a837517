/// One character as matching sees it; `None` for characters that show nothing.
pub(super) fn fold(c: char) -> Option<char> {
    Some(match c {
        ' '..='~' => c,
        // Zero-width characters, signs of direction and tags show nothing.
        '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{206F}'
        | '\u{061C}'
        | '\u{FEFF}'
        | '\u{00AD}'
        | '\u{E0000}'..='\u{E007F}' => return None,
        // What a control character does to the text around it is not known: it parts what stands on its sides.
        c if c.is_whitespace() || c.is_control() => ' ',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}' => '-',
        '\u{2044}' | '\u{2215}' | '\u{FF0F}' => '/',
        '\u{FFE5}' => '¥',
        '\u{301C}' => '~',
        '、' | '､' => ',',
        '。' | '｡' => '.',
        '「' | '『' | '｢' => '“',
        '」' | '』' | '｣' => '”',
        '《' | '〈' => '«',
        '》' | '〉' => '»',
        '【' | '〔' => '[',
        '】' | '〕' => ']',
        // ASCII characters of full width lie in the same order.
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        // Eth and African D look like the Vietnamese letter and are typed for it.
        '\u{00D0}' | '\u{0189}' => 'Đ',
        c => digit(c).unwrap_or(c),
    })
}

/// The ASCII digit of a decimal digit of any script or width.
fn digit(c: char) -> Option<char> {
    let code = u32::from(c);
    let zero = ZEROS[..ZEROS.partition_point(|&zero| zero <= code)].last()?;
    char::from_digit(code - zero, 10)
}

/// The zeros outside ASCII: code points of general category Nd and value 0 (Unicode 14.0.0), in order.
const ZEROS: [u32; 65] = [
    0x00660, 0x006F0, 0x007C0, 0x00966, 0x009E6, 0x00A66, 0x00AE6, 0x00B66, 0x00BE6, 0x00C66,
    0x00CE6, 0x00D66, 0x00DE6, 0x00E50, 0x00ED0, 0x00F20, 0x01040, 0x01090, 0x017E0, 0x01810,
    0x01946, 0x019D0, 0x01A80, 0x01A90, 0x01B50, 0x01BB0, 0x01C40, 0x01C50, 0x0A620, 0x0A8D0,
    0x0A900, 0x0A9D0, 0x0A9F0, 0x0AA50, 0x0ABF0, 0x0FF10, 0x104A0, 0x10D30, 0x11066, 0x110F0,
    0x11136, 0x111D0, 0x112F0, 0x11450, 0x114D0, 0x11650, 0x116C0, 0x11730, 0x118E0, 0x11950,
    0x11C50, 0x11D50, 0x11DA0, 0x16A60, 0x16AC0, 0x16B50, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC,
    0x1D7F6, 0x1E140, 0x1E2F0, 0x1E950, 0x1FBF0,
];

/// Letters without their marks, for names that another language writes bare: "Sơn Ca" and "Son Ca".
pub(crate) fn plain(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    if text.is_ascii() {
        return text.to_owned();
    }
    let unmarked = text.nfd().filter(|c| !('\u{300}'..='\u{36F}').contains(c));
    // The stroke of these letters is no mark in Unicode, so that they have no decomposition.
    unmarked
        .map(|c| match c {
            '\u{111}' => 'd',
            '\u{110}' => 'D',
            c => c,
        })
        .collect()
}
