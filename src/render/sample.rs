//! One report, made by hand, that shows every kind of finding.

#![allow(clippy::unwrap_used, reason = "tests")]

mod sheet;

use unicode_normalization::UnicodeNormalization;

use self::sheet::Sheet;
use crate::report::Report;

/// Four articles that were read, one of them in NFD, and one that was not.
pub(crate) fn report() -> Report {
    let articles = [
        (
            "a.txt",
            Some("Báo Quốc tế"),
            Some("2024-07-03"),
            "Biểu tình ở thủ đô\n\nKhoảng 2.400 người biểu tình đã tập trung. Hội nghị diễn ra ngày 7/11.\n\n\
             Hợp tác trên 11 lĩnh vực. Đã có 5 người chết. Tiêm kích FA-50 bay qua.\n",
        ),
        (
            "b.txt",
            Some("Vietnam+"),
            Some("2024-07"),
            "Hôm qua, theo lời của các nhân chứng có mặt từ sáng sớm trên quảng trường trung tâm, đã có 24.000 người \
             biểu tình, phần lớn là sinh viên và công nhân của các nhà máy ở ngoại ô. Hội nghị diễn ra ngày 11/7.\n\
             Hợp tác trên 11 lĩnh vực. Đã có 8 người chết. Thời hạn là gần 18 tháng.\n",
        ),
        (
            "copy.txt",
            None,
            Some("2024-07-03"),
            "Khoảng 2.400 người biểu tình đã tập trung. Thời hạn là 17 tháng.\n",
        ),
        (
            "wide.txt",
            Some("中央日報"),
            None,
            "大学｜東京で約2400人がデモに参加した。 Giá trị là 1,5 tỷ USD.\n",
        ),
    ];
    let mut sheet = Sheet::default();
    for (name, publisher, published, text) in articles {
        let text = if name == "b.txt" {
            text.nfd().collect()
        } else {
            text.to_owned()
        };
        sheet.article(name, publisher, published, text);
    }
    sheet.unreadable("z.txt", "could not be read: permission denied");
    let people = ("count", "người");
    let (gathered, summit) = (
        "Khoảng 2.400 người biểu tình đã tập trung.",
        "Hội nghị diễn ra ngày",
    );
    sheet.claim(
        "c01",
        "a.txt",
        gathered,
        "Khoảng 2.400 người",
        "2.400",
        people,
        "2400",
    );
    sheet.claim(
        "c02",
        "a.txt",
        &format!("{summit} 7/11."),
        "ngày 7/11",
        "7/11",
        ("date", ""),
        "2024-11-07",
    );
    sheet.claim(
        "c03",
        "a.txt",
        "Hợp tác trên 11 lĩnh vực.",
        "11 lĩnh vực",
        "11",
        ("count", "lĩnh vực"),
        "11",
    );
    sheet.claim(
        "c04",
        "a.txt",
        "Đã có 5 người chết.",
        "5 người",
        "5",
        people,
        "5",
    );
    let marched = "Hôm qua, theo lời của các nhân chứng có mặt từ sáng sớm trên quảng trường trung tâm, đã có 24.000 \
                   người biểu tình, phần lớn là sinh viên và công nhân của các nhà máy ở ngoại ô.";
    sheet.claim(
        "c05",
        "b.txt",
        marched,
        "24.000 người",
        "24.000",
        people,
        "24000",
    );
    sheet.claim(
        "c06",
        "b.txt",
        &format!("{summit} 11/7."),
        "ngày 11/7",
        "11/7",
        ("date", ""),
        "2024-07-11",
    );
    sheet.claim(
        "c07",
        "b.txt",
        "Hợp tác trên 11 lĩnh vực.",
        "11 lĩnh vực",
        "11",
        ("count", "lĩnh vực"),
        "11",
    );
    sheet.claim(
        "c08",
        "b.txt",
        "Đã có 8 người chết.",
        "8 người",
        "8",
        people,
        "8",
    );
    sheet.claim(
        "c09",
        "b.txt",
        "Thời hạn là gần 18 tháng.",
        "gần 18 tháng",
        "18 tháng",
        ("duration", ""),
        "P18M",
    );
    sheet.claim(
        "c10",
        "copy.txt",
        gathered,
        "Khoảng 2.400 người",
        "2.400",
        people,
        "2400",
    );
    sheet.claim(
        "c11",
        "copy.txt",
        "Thời hạn là 17 tháng.",
        "17 tháng",
        "17 tháng",
        ("duration", ""),
        "P17M",
    );
    sheet.claim(
        "c12",
        "wide.txt",
        "大学｜東京で約2400人がデモに参加した。",
        "約2400人",
        "2400",
        people,
        "2400",
    );
    sheet.claim(
        "c13",
        "wide.txt",
        "Giá trị là 1,5 tỷ USD.",
        "1,5 tỷ USD",
        "1,5 tỷ",
        ("money", "USD"),
        "1500000000",
    );

    sheet.fact(
        "f1",
        "conflict",
        "magnitude-slip: 24000 is 10 times 2400",
        "người biểu tình",
        &[("2400", &["c01", "c10", "c12"], 2), ("24000", &["c05"], 1)],
    );
    sheet.fact(
        "f2",
        "possible-conflict",
        "day-month-swap: 7/11 is 11/7 with day and month exchanged",
        "hội nghị",
        &[("2024-11-07", &["c02"], 1), ("2024-07-11", &["c06"], 1)],
    );
    sheet.fact(
        "f3",
        "update",
        "the later article gives a higher figure",
        "người chết",
        &[("5", &["c04"], 1), ("8", &["c08"], 1)],
    );
    sheet.fact(
        "f4",
        "agreement",
        "the same value",
        "lĩnh vực",
        &[("11", &["c03", "c07"], 1)],
    );
    sheet.fact(
        "f5",
        "compatible",
        "17 months are almost 18 months",
        "thời hạn",
        &[("P18M", &["c09"], 1), ("P17M", &["c11"], 1)],
    );
    sheet.fact(
        "f6",
        "uncorroborated",
        "only one passage states it",
        "giá trị",
        &[("1500000000", &["c13"], 1)],
    );

    sheet.duplicate(
        "d1",
        "exact",
        1.0,
        &[("a.txt", gathered), ("copy.txt", gathered)],
        &[],
    );
    let deaths = [
        ("a.txt", "Đã có 5 người chết."),
        ("b.txt", "Đã có 8 người chết."),
    ];
    sheet.duplicate("d2", "near", 0.8, &deaths, &[("5", "8"), ("", "ít nhất")]);
    sheet.ignored("a.txt", "FA-50", "designation");
    sheet.finish()
}
