use super::claim;
use crate::mention::Role;
use crate::value::Qualifier;

#[test]
fn a_bound_that_nobody_passes_is_a_most() {
    let cases = [
        (
            "en",
            "Nobody has to walk more than 350 metres.",
            "350",
            Qualifier::AtMost,
        ),
        (
            "en",
            "No one there is at least 90 years old.",
            "90",
            Qualifier::LessThan,
        ),
        (
            "en",
            "Nobody knows if more than 350 people came.",
            "350",
            Qualifier::MoreThan,
        ),
        (
            "en",
            "They have to walk more than 350 metres.",
            "350",
            Qualifier::MoreThan,
        ),
        (
            "en",
            "Nobody spoke, and more than 350 people left.",
            "350",
            Qualifier::MoreThan,
        ),
        (
            "vi",
            "Không ai phải đi bộ hơn 350 m.",
            "350",
            Qualifier::AtMost,
        ),
        (
            "vi",
            "Hành khách phải đi bộ hơn 350 m.",
            "350",
            Qualifier::MoreThan,
        ),
    ];
    for (language, text, value, qualifier) in cases {
        let found = claim(language, text, value).mention.qualifier;
        assert_eq!(found, qualifier, "{text}");
    }
}

#[test]
fn a_change_told_from_its_end_has_both_its_ends() {
    let cases = [
        (
            "en",
            "Active clusters have slipped to 585 from 640.",
            Some(("585", "640")),
        ),
        (
            "en",
            "Sales rose to 31 million dollars from 16 million dollars.",
            Some(("31000000", "16000000")),
        ),
        (
            "vi",
            "Số ổ dịch giảm xuống 585 từ 640 ổ.",
            Some(("585", "640")),
        ),
        ("en", "It sold to 300 people from 12 countries.", None),
        ("en", "They drove 300 km from 12 towns.", None),
    ];
    for (language, text, ends) in cases {
        match ends {
            Some((reached, left)) => {
                let role = |value| claim(language, text, value).mention.role;
                assert_eq!(
                    (role(reached), role(left)),
                    (Role::To, Role::From),
                    "{text}"
                );
            }
            None => assert_eq!(
                claim(language, text, "300").mention.role,
                Role::Is,
                "{text}"
            ),
        }
    }
}

#[test]
fn what_was_told_before_is_news_no_more() {
    let cases = [
        (
            "en",
            "The carrier had earlier given a figure of nine injured.",
            "9",
            true,
        ),
        ("en", "Earlier, the agency reported 17 deaths.", "17", true),
        ("en", "Earlier, 17 people died.", "17", false),
        ("en", "The company had 300 workers.", "300", false),
        (
            "vi",
            "Trước đó, cơ quan này công bố 7 người chết.",
            "7",
            true,
        ),
        ("vi", "Trước đó, con số là 29.", "29", true),
        (
            "vi",
            "Trước đó, 7 người chết trong một vụ cháy.",
            "7",
            false,
        ),
        ("vi", "Cơ quan này công bố 7 người chết.", "7", false),
    ];
    for (language, text, value, overtaken) in cases {
        assert_eq!(claim(language, text, value).overtaken, overtaken, "{text}");
    }
}

#[test]
fn a_figure_before_a_hyphen_may_size_another_thing() {
    let cases = [
        (
            "The party took a third of the 150-seat parliament building.",
            "150",
            true,
        ),
        // An order of 48 jets is sized by them.
        ("It is a 48-jet order.", "48", true),
        ("The party has 80 seats in parliament.", "80", false),
    ];
    for (text, value, sizes) in cases {
        assert_eq!(claim("en", text, value).sizes, sizes, "{text}");
    }
}
