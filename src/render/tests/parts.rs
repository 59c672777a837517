//! Excerpts, values and escapes.

use unicode_normalization::UnicodeNormalization;
use unicode_width::UnicodeWidthStr;

use super::super::excerpt::Excerpt;
use super::super::markdown::escape;
use super::super::*;

#[test]
fn an_excerpt_keeps_its_core_and_its_width() {
    let long = "một hai ba bốn năm sáu bảy tám chín mười ".repeat(5);
    let cases = [
        ("Có 11 lĩnh vực.", "11", 40, "Có [11] lĩnh vực."),
        ("Có\n  11\tlĩnh vực.\n", "11", 40, "Có [11] lĩnh vực."),
        ("11", "11", 40, "[11]"),
        ("東京で約2400人", "2400", 40, "東京で約[2400]人"),
        (
            "a\u{1b}[31m 11 b\u{202e}c",
            "11",
            40,
            "a␛[31m [11] b\\u{202e}c",
        ),
        (
            &format!("{long}11 {long}"),
            "11",
            30,
            "…chín mười [11] một hai ba bốn…",
        ),
        (
            &format!("11 {long}"),
            "11",
            30,
            "[11] một hai ba bốn năm sáu…",
        ),
        (
            &format!("{long}11"),
            "11",
            30,
            "…năm sáu bảy tám chín mười [11]",
        ),
        (
            &"9".repeat(50),
            &"9".repeat(50),
            20,
            &format!("[{}…]", "9".repeat(19)),
        ),
        (
            &format!("{}11", "x".repeat(99)),
            "11",
            20,
            &format!("…{}[11]", "x".repeat(17)),
        ),
    ];
    for (text, core, width, expected) in cases {
        let forms: [String; 2] = [text.to_owned(), text.nfd().collect()];
        for text in forms {
            let start = text.find(core).unwrap();
            let excerpt = Excerpt::new(&text, start..start + core.len(), width);
            assert_eq!(
                format!("{}[{}]{}", excerpt.before, excerpt.core, excerpt.after),
                expected
            );
            let line = format!("{}{}{}", excerpt.before, excerpt.core, excerpt.after);
            assert!(line.width() <= width, "{line}");
        }
    }
}

#[test]
fn a_claim_whose_spans_do_not_fit_its_sentence_shows_its_quote() {
    let mut claim = sample::report().claims.remove(0);
    claim.core.end = claim.core.start + 100_000;
    assert_eq!(Excerpt::of_claim(&claim, 80).core, claim.quote);
    claim.core.start = 0;
    assert_eq!(Excerpt::of_claim(&claim, 80).core, claim.quote);
}

#[test]
fn hidden_characters_become_visible() {
    let cases = [
        ("Hà Nội, 11 lĩnh vực", "Hà Nội, 11 lĩnh vực"),
        ("\u{1b}]0;title\u{7}", "␛]0;title␇"),
        ("a\r\n\tb\u{0}\u{7f}", "a␍␊␉b␀␡"),
        ("\u{9b}31m", "\\u{9b}31m"),
        ("\u{202e}txt.exe\u{2066}", "\\u{202e}txt.exe\\u{2066}"),
        ("1\u{200b}1\u{feff}", "1\\u{200b}1\\u{feff}"),
        ("\u{e0041}", "\\u{e0041}"),
        ("\u{2028}", "\\u{2028}"),
        ("e\u{302}\u{323} ✌\u{fe0f}", "e\u{302}\u{323} ✌\u{fe0f}"),
    ];
    for (text, expected) in cases {
        assert_eq!(visible(text), expected);
        assert_eq!(
            visible(&visible(text)),
            expected,
            "a second pass changes nothing"
        );
    }
}

#[test]
fn escaped_text_reads_as_before() {
    let cases = [
        (
            "Giá 1,5 tỷ (2.400 người) - 11/7: 30%",
            "Giá 1,5 tỷ (2.400 người) - 11/7: 30%",
        ),
        ("a|b", "a\\|b"),
        ("a & b < c", "a &amp; b &lt; c"),
        ("toi@vnexpress.net", "toi@<!-- -->vnexpress.net"),
        ("https://a.vn", "https:<!-- -->//a.vn"),
        ("WWW.a.vn", "WWW<!-- -->.a.vn"),
        ("snake_case*", "snake\\_case\\*"),
    ];
    for (text, expected) in cases {
        assert_eq!(escape(text), expected);
    }
}

#[test]
fn values_are_shown_for_people() {
    let cases = [
        ("2400", "exact", Some("người"), "2400 người"),
        ("24000", "about", Some("người"), "about 24 000 người"),
        ("1500000000", "exact", Some("USD"), "1 500 000 000 USD"),
        ("-12345.678", "exact", None, "-12 345.678"),
        ("6.5", "exact", Some("%"), "6.5%"),
        ("18..25", "exact", Some("%"), "18 to 25%"),
        ("500..", "more-than", None, "more than 500"),
        ("20..", "exact", None, "at least 20"),
        ("..7000", "less-than", None, "less than 7000"),
        ("2/3", "exact", None, "2/3"),
        ("P18M", "almost", None, "almost 18 months"),
        ("P1Y6M", "exact", None, "1 year 6 months"),
        ("PT1H30M", "exact", None, "1 hour 30 minutes"),
        ("P1Y..P2Y", "exact", None, "1 year to 2 years"),
        ("R/P1Y", "exact", None, "every 1 year"),
        ("T16:26", "exact", None, "16:26"),
        (
            "2023-07-11/2023-07-12",
            "exact",
            None,
            "2023-07-11 to 2023-07-12",
        ),
        (
            "2023-01-21/2023-01-31",
            "end",
            None,
            "2023-01-21 to 2023-01-31",
        ),
        ("XXXX-07-11", "exact", None, "XXXX-07-11"),
        ("2026-35", "exact", None, "Q3 2026"),
        ("2026-33/2026-35", "exact", None, "Q1 2026 to Q3 2026"),
        ("2026-12", "exact", None, "2026-12"),
        ("84", "exact", Some("[mi_i]/h"), "84 mph"),
        ("16.2", "about", Some("[in_i]"), "about 16.2 in"),
        ("3..4", "exact", Some("[mi_i]2"), "3 to 4 mi²"),
        ("5", "exact", Some("[bbl_us]/d"), "5 bbl/d"),
        ("5", "exact", Some("[lbf_av].[ft_i]"), "5 lbf·ft"),
        ("5", "exact", Some("[xyz]"), "5 [xyz]"),
        ("7", "exact", Some(""), "7"),
        ("7", "at-least", Some(" "), "at least 7"),
        ("Pxyz", "exact", None, "Pxyz"),
        ("", "exact", None, ""),
    ];
    let mut claim = sample::report().claims.remove(0);
    for (value, qualifier, unit, expected) in cases {
        claim.qualifier = qualifier.to_owned();
        claim.unit = unit.map(str::to_owned);
        assert_eq!(value::plain(value, &claim), expected, "{value}");
    }
}
