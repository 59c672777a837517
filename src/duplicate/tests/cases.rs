//! What is a copy and what is not, case by case.

use crate::duplicate::Class;

/// Texts, and the groups that a reader sees in them.
pub(super) struct Case {
    pub name: &'static str,
    pub texts: &'static [&'static str],
    pub groups: &'static [(Class, &'static [(usize, &'static str)])],
}

/// A sentence and its copy with another figure.
pub(super) const CHANGED_FIGURE: [&str; 2] = [
    "Lũ chia cắt 12 xã, cô lập 2.350 hộ dân; cứu hộ dùng 60 xuồng máy đưa lương thực vào.",
    "Lũ chia cắt 12 xã, cô lập 2.530 hộ dân; cứu hộ dùng 60 xuồng máy đưa lương thực vào.",
];

pub(super) const CASES: &[Case] = &[
    Case {
        name: "a page printed twice is told paragraph by paragraph",
        texts: &[
            "Mưa lớn kéo dài suốt đêm. Nước lên nhanh.\nHai xã bị chia cắt hoàn toàn.\nMưa lớn kéo dài suốt đêm. Nước lên \
                  nhanh.\nHai xã bị chia cắt hoàn toàn.",
        ],
        groups: &[
            (
                Class::Exact,
                &[
                    (0, "Mưa lớn kéo dài suốt đêm. Nước lên nhanh."),
                    (0, "Mưa lớn kéo dài suốt đêm. Nước lên nhanh."),
                ],
            ),
            (
                Class::Exact,
                &[
                    (0, "Hai xã bị chia cắt hoàn toàn."),
                    (0, "Hai xã bị chia cắt hoàn toàn."),
                ],
            ),
        ],
    },
    Case {
        name: "a title that begins a caption is a copy up to where the caption goes on",
        texts: &[
            "Cầu mới qua sông Hồng thông xe sớm ba tháng\nCầu mới qua sông Hồng thông xe sớm ba tháng - 1\nCầu mới qua \
                  sông Hồng thông xe sớm ba tháng ảnh 1Công nhân làm việc ban đêm.",
        ],
        groups: &[(
            Class::Exact,
            &[
                (0, "Cầu mới qua sông Hồng thông xe sớm ba tháng"),
                (0, "Cầu mới qua sông Hồng thông xe sớm ba tháng"),
                (0, "Cầu mới qua sông Hồng thông xe sớm ba tháng"),
            ],
        )],
    },
    Case {
        name: "a teaser that repeats the lede of another article",
        texts: &[
            "Hai nước ký thỏa thuận hợp tác trong bảy lĩnh vực.\nLễ ký diễn ra sáng nay.",
            "Thời tiết hôm nay.\nHai nước ký thỏa thuận hợp tác trong bảy lĩnh vực.",
        ],
        groups: &[(
            Class::Exact,
            &[
                (0, "Hai nước ký thỏa thuận hợp tác trong bảy lĩnh vực."),
                (1, "Hai nước ký thỏa thuận hợp tác trong bảy lĩnh vực."),
            ],
        )],
    },
    Case {
        name: "a copy with one figure changed",
        texts: &CHANGED_FIGURE,
        groups: &[(
            Class::Near,
            &[
                (
                    0,
                    "Lũ chia cắt 12 xã, cô lập 2.350 hộ dân; cứu hộ dùng 60 xuồng máy đưa lương thực vào.",
                ),
                (
                    1,
                    "Lũ chia cắt 12 xã, cô lập 2.530 hộ dân; cứu hộ dùng 60 xuồng máy đưa lương thực vào.",
                ),
            ],
        )],
    },
    Case {
        name: "a paragraph printed whole behind a dateline",
        texts: &[
            "Hanoi, 15-02-2023 16:26 The two sides will hold military talks every year. The second round is due in Brussels.",
            "The two sides will hold military talks every year. The second round is due in Brussels.",
        ],
        groups: &[(
            Class::Exact,
            &[
                (
                    0,
                    "The two sides will hold military talks every year. The second round is due in Brussels.",
                ),
                (
                    1,
                    "The two sides will hold military talks every year. The second round is due in Brussels.",
                ),
            ],
        )],
    },
    Case {
        name: "neighbouring sentences copied into other paragraphs are one passage",
        texts: &[
            "The mayor spoke first and thanked the volunteers for their work. The bridge will reopen in spring. Repairs cost \
             nine million euros so far. A choir sang, and the crowd stayed until late.",
            "Local news in brief, collected by our reporters in the region this week. The bridge will reopen in spring. \
             Repairs cost nine million euros so far.",
        ],
        groups: &[(
            Class::Exact,
            &[
                (
                    0,
                    "The bridge will reopen in spring. Repairs cost nine million euros so far.",
                ),
                (
                    1,
                    "The bridge will reopen in spring. Repairs cost nine million euros so far.",
                ),
            ],
        )],
    },
    Case {
        name: "short lines, dates and numbers repeat without being copies",
        texts: &[
            "Ảnh: Reuters\nThứ Tư, 15/02/2023 16:26\n12 34 56 78 90\nKết quả bóng đá",
            "Ảnh: Reuters\nThứ Tư, 15/02/2023 16:26\n12 34 56 78 90\nKết quả xổ số",
        ],
        groups: &[],
    },
    Case {
        name: "names and set phrases in another order are no copy",
        texts: &[
            "President Yoon Suk Yeol of Korea met Secretary General Jens Stoltenberg of the North Atlantic Treaty Organization.",
            "The North Atlantic Treaty Organization said Secretary General Jens Stoltenberg hosted President Yoon Suk Yeol of \
             Korea.",
        ],
        groups: &[],
    },
];
