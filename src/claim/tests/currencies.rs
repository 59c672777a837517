use super::{claim, claims, told};
use crate::mention::Kind;

#[test]
fn an_amount_without_its_currency_takes_that_of_the_text() {
    let cases: [(&str, &str, &[&str]); 24] = [
        (
            "en",
            "Each bereaved family is to receive 50 million dong and each injured person 20 million.",
            &["money VND 50000000", "money VND 20000000"],
        ),
        (
            "en",
            "Families get 150 million dong, up from the 100 million suggested.",
            &["money VND 150000000", "money VND 100000000"],
        ),
        (
            "en",
            "Beans fetch 112,000 dong a kilo, down from 134,000 in February.",
            &["money VND 112000", "money VND 134000"],
        ),
        (
            "vi",
            "Khách bay gần nhận 200 nghìn đồng; xa hơn nhận 300 nghìn; xa nữa, 400 nghìn.",
            &["money VND 200000", "money VND 300000", "money VND 400000"],
        ),
        // So does a measure.
        (
            "en",
            "Shipments came to 1.18 million tonnes, up 4.4% from 1.13 million a year earlier.",
            &["measure t 1180000", "measure t 1130000"],
        ),
        (
            "en",
            "It would produce 22 billion kilowatt-hours; Vietnam generated 342 billion in 2025.",
            &["measure kWh 22000000000", "measure kWh 342000000000"],
        ),
        (
            "en",
            "Oil has fouled 18 kilometres of beaches, up from four at first.",
            &["measure km 18", "measure km 4"],
        ),
        // What an amount is in another currency says nothing of its own.
        (
            "en",
            "The guess was 42 billion dong. By Friday it had got to 57 billion, or $2.2 million.",
            &[
                "money VND 42000000000",
                "money VND 57000000000",
                "money USD 2200000",
            ],
        ),
        (
            "en",
            "The fund holds 3 billion dollars, up from 2.4 billion.",
            &["money USD 3000000000", "money USD 2400000000"],
        ),
        (
            "en",
            "Basic pay is 5 million dong a month. The strikers want 5.6 million.",
            &["money VND 5000000", "money VND 5600000"],
        ),
        (
            "vi",
            "Tháng trước chị lĩnh 7,8 triệu đồng. Tiền trọ đã là một triệu rưỡi.",
            &["money VND 7800000", "money VND 1500000"],
        ),
        // Millions of things stand between.
        (
            "en",
            "The terminal cost 90 million dong. It was built for 2 million passengers. Now it takes 3 million.",
            &["money VND 90000000", "count  2000000", "count  3000000"],
        ),
        (
            "en",
            "It lifts the allowance to 30,000 dong from 25,000.",
            &["money VND 30000", "money VND 25000"],
        ),
        (
            "en",
            "Costs would come to 1.3 trillion dong, up from the 1.1 trillion pencilled in.",
            &["money VND 1300000000000", "money VND 1100000000000"],
        ),
        (
            "en",
            "The owner raised its offer to bereaved families from 50 million dong to 80 million.",
            &["money VND 50000000", "money VND 80000000"],
        ),
        ("vi", "Nhóm này đòi 35 đồng bitcoin.", &["count  35"]),
        (
            "en",
            "They got 250 million dong instead of the 25 million they were promised.",
            &["money VND 250000000", "money VND 25000000"],
        ),
        (
            "en",
            "The port will cost 24 trillion dong ($930 million). The ministry had put it at 19.8 trillion.",
            &[
                "money VND 24000000000000",
                "money USD 930000000",
                "money VND 19800000000000",
            ],
        ),
        (
            "vi",
            "Doanh thu đạt 45.000 tỷ đồng. Lợi nhuận đạt 2.300 tỷ, tăng 12%.",
            &["money VND 45000000000000", "money VND 2300000000000"],
        ),
        (
            "vi",
            "Mỗi hộ nhận 30 triệu, trẻ em 10 triệu đồng.",
            &["money VND 30000000", "money VND 10000000"],
        ),
        // Two currencies: which of them is not told.
        (
            "en",
            "One fund holds $3 billion, one 2 billion euros, the last 4 billion.",
            &[
                "money USD 3000000000",
                "money EUR 2000000000",
                "count  4000000000",
            ],
        ),
        // Figures that count something else.
        (
            "en",
            "A city of 10 million spent $5 million on parks.",
            &["count  10000000", "money USD 5000000"],
        ),
        (
            "en",
            "The $5 billion flood displaced 2 million.",
            &["money USD 5000000000", "count  2000000"],
        ),
        (
            "vi",
            "Khoảng 3 triệu người mua vé giá 5 triệu đồng, trong đó 2 triệu ở Hà Nội.",
            &["count  3000000", "money VND 5000000", "count  2000000"],
        ),
    ];
    for (language, text, wanted) in cases {
        assert_eq!(told(language, text), wanted, "{text}");
    }
}

#[test]
fn a_change_in_goods_or_people_is_no_money() {
    for (text, values) in [
        (
            "Receipts fell from $1.2 billion, even as tonnage grew 6.5 per cent from 2.31 million.",
            ["money USD 1200000000", "count  2310000"],
        ),
        (
            "Receipts fell from $1.2 billion as passenger numbers dropped from 3.4 million.",
            ["money USD 1200000000", "count  3400000"],
        ),
        (
            "Receipts rose to $1.2 billion as profit grew 6.5 per cent from 231 million.",
            ["money USD 1200000000", "money USD 231000000"],
        ),
        (
            "They clawed back 912 billion dong; another 750 billion may come from a sale.",
            ["money VND 912000000000", "money VND 750000000000"],
        ),
    ] {
        assert_eq!(told("en", text), values, "{text}");
    }
    let text = "Doanh thu đạt 1,2 tỷ USD, sản lượng tăng 6,5% so với 2,31 triệu.";
    assert_eq!(told("vi", text), ["money USD 1200000000", "count  2310000"]);
}

#[test]
fn an_amount_that_is_paid_goes_without_its_currency() {
    let wages = "Lương bình quân đạt 8,9 triệu đồng. Nam giới hưởng 9,9 triệu. Theo vùng, Đông Nam Bộ dẫn đầu với 10,9 triệu, Tây Nguyên 6,8 triệu. \
        Khu vực thành thị đạt 10,6 triệu. Một công nhân phải trả 1,8 triệu tiền trọ; thợ khác nhận 6,1 triệu, kém 2,2 triệu một tháng. Cả nước có 52,7 triệu người.";
    let english = "The average wage is 9.9 million dong. The South East, home to most plants, pays best at 10.9 million. \
        The province will pay 200 million dong, four times the 50 million offered at first. The capital has swollen to 2.4 million.";
    let cases = [
        ("vi", wages, "9900000", Some("VND")),
        ("vi", wages, "10900000", Some("VND")),
        ("vi", wages, "6800000", Some("VND")),
        ("vi", wages, "10600000", Some("VND")),
        ("vi", wages, "1800000", Some("VND")),
        ("vi", wages, "6100000", Some("VND")),
        ("vi", wages, "2200000", Some("VND")),
        ("vi", wages, "52700000", Some("người")),
        ("en", english, "10900000", Some("VND")),
        ("en", english, "50000000", Some("VND")),
    ];
    for (language, text, value, unit) in cases {
        let found = claim(language, text, value);
        let money = found.mention.kind == Kind::Money;
        assert_eq!(money, unit == Some("VND"), "{value}: {:?}", found.mention);
    }
    let census =
        "The grant of 3 million dollars was late.\n\nThe capital has swollen to 2.4 million.";
    let found = claim("en", census, "2400000");
    assert_eq!(found.mention.kind, Kind::Count);
}

#[test]
fn a_verb_of_change_before_an_amount_with_its_sign_gives_two_figures() {
    let text = "It takes the value of contracts from $580 million to $640 million.";
    let values: Vec<_> = claims("en", text)
        .iter()
        .filter_map(|claim| claim.mention.value.notation())
        .collect();
    assert_eq!(values, ["580000000", "640000000"]);
}

#[test]
fn a_vast_amount_is_of_the_currency_in_which_the_text_tells_amounts_of_its_size() {
    let cases = [
        (
            "A tonne fetched $482 and the company lost 1.24 trillion dong, having earned 386 billion the year before.",
            "386000000000",
        ),
        (
            "The company lost 1.24 trillion dong. A tonne fetched $482. It owes its banks almost 12 trillion.",
            "12000000000000",
        ),
    ];
    for (text, value) in cases {
        let found = claim("en", text, value);
        assert_eq!(found.mention.unit.as_deref(), Some("VND"), "{text}");
    }
}

#[test]
fn an_amount_that_names_no_currency_is_of_that_of_its_language() {
    let cases: [(&str, &[&str]); 9] = [
        (
            "Công ty lãi 2.500 tỷ trong quý II.",
            &["money VND 2500000000000"],
        ),
        (
            "Tỉnh đón 1,2 triệu lượt khách, doanh thu 2.500 tỷ.",
            &["count  1200000", "money VND 2500000000000"],
        ),
        (
            "Công an thu giữ 500 triệu và 10.000 USD.",
            &["money VND 500000000", "money USD 10000"],
        ),
        (
            "Hãng lãi 2 tỷ và 3 tỷ USD.",
            &["money USD 2000000000", "money USD 3000000000"],
        ),
        (
            "Lợi nhuận 2,5 tỷ USD, tăng từ 2,1 tỷ.",
            &["money USD 2500000000", "money USD 2100000000"],
        ),
        ("Mô hình có 70 tỷ tham số.", &["count  70000000000"]),
        ("Thế giới có 8 tỷ người.", &["count  8000000000"]),
        ("Dân số toàn cầu đạt 8,2 tỷ.", &["count  8200000000"]),
        ("Video đạt 1,2 tỷ lượt xem.", &["count  1200000000"]),
    ];
    for (text, expected) in cases {
        assert_eq!(told("vi", text), expected, "{text}");
    }
    // No other language says so.
    assert_eq!(
        told("en", "Profit came to 2,500 billion in the quarter."),
        ["count  2500000000000"]
    );
}
