use super::super::{Claim, Modality};
use super::claim;

#[test]
fn modality_is_that_of_the_clause() {
    let cases = [
        (
            "en",
            "Nissan is to shut seven plants.",
            "7",
            Modality::Planned,
        ),
        (
            "vi",
            "Nhà máy đã giao 48 xe tăng.",
            "48",
            Modality::Asserted,
        ),
        ("vi", "Nhà máy sẽ giao 48 xe tăng.", "48", Modality::Planned),
        (
            "vi",
            "Nhà máy có thể giao 48 xe tăng.",
            "48",
            Modality::Possible,
        ),
        (
            "vi",
            "Ông nói: “Chúng tôi có 48 xe tăng.”",
            "48",
            Modality::Quoted,
        ),
        (
            "en",
            "The factory delivered 48 tanks.",
            "48",
            Modality::Asserted,
        ),
        (
            "en",
            "The factory will deliver 48 tanks.",
            "48",
            Modality::Planned,
        ),
        (
            "en",
            "The factory might deliver 48 tanks.",
            "48",
            Modality::Possible,
        ),
        ("en", "There were not 48 tanks.", "48", Modality::Denied),
        ("en", "He said: “We have 48 tanks.”", "48", Modality::Quoted),
    ];
    for (language, text, value, modality) in cases {
        assert_eq!(claim(language, text, value).modality, modality, "{text}");
    }
}

#[test]
fn a_target_is_planned_and_what_was_reached_is_not() {
    let (planned, asserted) = (Modality::Planned, Modality::Asserted);
    let cases = [
        (
            "vi",
            "Công ty hoàn thành 45% kế hoạch năm 11.000 tỷ đồng.",
            "45",
            asserted,
        ),
        (
            "vi",
            "Công ty hoàn thành 45% kế hoạch năm 11.000 tỷ đồng.",
            "11000000000000",
            planned,
        ),
        (
            "vi",
            "So với kế hoạch năm (70 tỷ đồng, 15 xe), hãng đạt 44%.",
            "15",
            planned,
        ),
        (
            "vi",
            "So với kế hoạch năm (70 tỷ đồng, 15 xe), hãng đạt 44%.",
            "44",
            asserted,
        ),
        ("vi", "Đã giao 450 xe, mục tiêu là 600 xe.", "450", asserted),
        ("vi", "Đã giao 450 xe, mục tiêu là 600 xe.", "600", planned),
        (
            "vi",
            "Hãng sẽ xây 3 nhà máy và tuyển 500 công nhân.",
            "500",
            planned,
        ),
        ("vi", "Hãng sẽ thay 3 cầu, hiện có 12 cầu.", "12", asserted),
        (
            "en",
            "Sales came to 67 cars, short of the target of 150.",
            "67",
            asserted,
        ),
        (
            "en",
            "Sales came to 67 cars, short of the target of 150.",
            "150",
            planned,
        ),
        (
            "en",
            "Prices rose 3.4 percent, above the bank's 2 percent target.",
            "2",
            planned,
        ),
        (
            "en",
            "Prices rose 3.4 percent, above the bank's 2 percent target.",
            "3.4",
            asserted,
        ),
        (
            "en",
            "The firm will build three plants and hire 500 workers.",
            "500",
            planned,
        ),
        (
            "en",
            "The firm will build three plants and 300 jobs were lost.",
            "300",
            asserted,
        ),
        (
            "en",
            "It plans to carry 25 guests, up from 18 in June.",
            "18",
            asserted,
        ),
    ];
    for (language, text, value, modality) in cases {
        assert_eq!(
            claim(language, text, value).modality,
            modality,
            "{value}: {text}"
        );
    }
}

#[test]
fn words_around_a_value_say_what_it_is_to_others() {
    type Flag = fn(&Claim) -> bool;
    let part: Flag = |claim| claim.part;
    let anaphor: Flag = |claim| claim.anaphor;
    let comparison: Flag = |claim| claim.comparison;
    let report: Flag = |claim| claim.report;
    let as_of: Flag = |claim| claim.as_of;
    let increment: Flag = |claim| claim.increment;
    let told: Flag = |claim| claim.told;
    let cases = [
        (
            "part",
            part,
            "vi",
            "Có 12 người chết, trong đó có 3 trẻ em.",
            "3",
            true,
        ),
        (
            "part",
            part,
            "vi",
            "Có 12 người chết, trong đó có 3 trẻ em.",
            "12",
            false,
        ),
        (
            "part",
            part,
            "en",
            "Twelve people died, including 3 children.",
            "3",
            true,
        ),
        (
            "part",
            part,
            "en",
            "Twelve people died, including 3 children.",
            "12",
            false,
        ),
        (
            "anaphor",
            anaphor,
            "vi",
            "Cả 4 nước trên đều đồng ý.",
            "4",
            true,
        ),
        (
            "anaphor",
            anaphor,
            "vi",
            "Cả 4 nước đều đồng ý.",
            "4",
            false,
        ),
        (
            "increment",
            increment,
            "vi",
            "Thợ lặn tìm thấy thêm 3 thi thể.",
            "3",
            true,
        ),
        (
            "increment",
            increment,
            "vi",
            "Thợ lặn tìm thấy 3 thi thể.",
            "3",
            false,
        ),
        (
            "increment",
            increment,
            "en",
            "Poland has an option for 30 more tanks.",
            "30",
            true,
        ),
        (
            "increment",
            increment,
            "en",
            "Poland bought more than 30 tanks.",
            "30",
            false,
        ),
        (
            "told",
            told,
            "en",
            "The figure had stood at 21.",
            "21",
            true,
        ),
        (
            "told",
            told,
            "en",
            "The number of flights had stood at 21.",
            "21",
            false,
        ),
        (
            "comparison",
            comparison,
            "vi",
            "Doanh thu đạt 960 tỷ đồng so với 890 tỷ đồng.",
            "890000000000",
            true,
        ),
        (
            "comparison",
            comparison,
            "vi",
            "Doanh thu đạt 960 tỷ đồng so với 890 tỷ đồng.",
            "960000000000",
            false,
        ),
        (
            "comparison",
            comparison,
            "en",
            "Sales were $960 million, compared with $890 million.",
            "890000000",
            true,
        ),
        (
            "comparison",
            comparison,
            "en",
            "Sales were $960 million, compared with $890 million.",
            "960000000",
            false,
        ),
        (
            "report",
            report,
            "vi",
            "Ngày 11/7, Bộ Quốc phòng thông báo có 12 người chết.",
            "2023-07-11",
            true,
        ),
        (
            "report",
            report,
            "vi",
            "Ngày 11/7, tàu Sao Mai rời cảng.",
            "2023-07-11",
            false,
        ),
        (
            "as of",
            as_of,
            "vi",
            "Tính đến ngày 11/7, có 12 người chết.",
            "2023-07-11",
            true,
        ),
        (
            "as of",
            as_of,
            "vi",
            "Ngày 11/7, có 12 người chết.",
            "2023-07-11",
            false,
        ),
        (
            "as of",
            as_of,
            "en",
            "As of July 11, 12 people had died.",
            "2023-07-11",
            true,
        ),
    ];
    for (name, flag, language, text, value, expected) in cases {
        assert_eq!(
            flag(&claim(language, text, value)),
            expected,
            "{name}: {text}"
        );
    }
}
