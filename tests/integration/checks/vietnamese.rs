//! Vietnamese articles of a sentence or two.

use super::hold;

#[test]
fn a_percentage_follows_from_the_figures_beside_it() {
    hold(
        "vi",
        &[
            (
                "VN-Index tăng 32,4 điểm (2,9%) lên 1.738,6 điểm.",
                &["percent-does-not-follow"],
            ),
            ("VN-Index tăng 32,4 điểm (1,9%) lên 1.738,6 điểm.", &[]),
            (
                "Doanh thu tăng 20% từ 100 tỷ đồng lên 150 tỷ đồng.",
                &["percent-does-not-follow"],
            ),
            ("Doanh thu tăng 50% từ 100 tỷ đồng lên 150 tỷ đồng.", &[]),
            ("Lợi nhuận tăng 25%, từ 8 lên 10 triệu USD.", &[]),
            (
                "Lợi nhuận tăng 52%, từ 8 lên 10 triệu USD.",
                &["percent-does-not-follow"],
            ),
            ("Số hộ nghèo giảm 20%, từ 1.500 hộ xuống 1.200 hộ.", &[]),
            (
                "Số hộ nghèo giảm 40%, từ 1.500 hộ xuống 1.200 hộ.",
                &["percent-does-not-follow"],
            ),
            (
                "Công ty lãi sau thuế 1.246 tỷ đồng trong quý 2, tăng 30% so với 890 tỷ đồng cùng kỳ.",
                &["percent-does-not-follow"],
            ),
            (
                "Công ty lãi sau thuế 1.246 tỷ đồng trong quý 2, tăng 40% so với 890 tỷ đồng cùng kỳ.",
                &[],
            ),
            (
                "Doanh thu thuần 16.610 tỷ đồng, tăng 44% so với cùng kỳ năm trước (11.535 tỷ đồng).",
                &[],
            ),
            (
                "Doanh thu thuần 16.610 tỷ đồng, tăng 54% so với cùng kỳ năm trước (11.535 tỷ đồng).",
                &["percent-does-not-follow"],
            ),
            // Another thing grew.
            (
                "Doanh thu đạt 100 tỷ đồng, xuất khẩu tăng 20% so với 50 tỷ đồng năm ngoái.",
                &[],
            ),
            (
                "Doanh thu đạt 100 tỷ đồng, trong khi lợi nhuận tăng 20% so với 50 tỷ đồng năm ngoái.",
                &[],
            ),
            // A yearly mean.
            (
                "Thu nhập tăng bình quân 12% mỗi năm, từ 30 triệu đồng lên 60 triệu đồng.",
                &[],
            ),
            (
                "Thu nhập tăng 12%/năm, từ 30 triệu đồng lên 60 triệu đồng.",
                &[],
            ),
            // Points and per cent of a percentage.
            ("Tỷ lệ hộ nghèo giảm 2%, từ 10% xuống 8%.", &[]),
            ("Tỷ lệ hộ nghèo giảm 20%, từ 10% xuống 8%.", &[]),
            (
                "Tỷ lệ hộ nghèo giảm 5%, từ 10% xuống 8%.",
                &["percent-does-not-follow"],
            ),
            // Round figures.
            (
                "Giá vé tăng khoảng 30%, từ 90.000 đồng lên 120.000 đồng.",
                &[],
            ),
            ("Sản lượng tăng 33%, từ 1,5 triệu tấn lên 2 triệu tấn.", &[]),
            // The plan, the peak, and a figure of its own.
            (
                "Lượng khách đạt 1,2 triệu lượt, tăng 10% so với cùng kỳ và đạt 80% kế hoạch 1,5 triệu lượt.",
                &[],
            ),
            (
                "Xuất khẩu gạo tăng 10% so với tháng trước, đạt 500 triệu USD.",
                &[],
            ),
        ],
    );
}

#[test]
fn a_difference_follows_from_the_figures_beside_it() {
    hold(
        "vi",
        &[
            (
                "Số nhân viên tăng thêm 5, từ 10 lên 16 người.",
                &["change-does-not-follow"],
            ),
            ("Số nhân viên tăng thêm 6, từ 10 lên 16 người.", &[]),
            (
                "Biên lợi nhuận cải thiện từ 15,9% lên 18,4%, tức thêm 2,5 điểm phần trăm.",
                &[],
            ),
            (
                "Biên lợi nhuận cải thiện từ 15,9% lên 18,4%, tức thêm 3,5 điểm phần trăm.",
                &["change-does-not-follow"],
            ),
            ("Công suất tăng 5 lần, từ 10 lên 50 tấn.", &[]),
            (
                "Giá xăng tăng 240 đồng, từ 20.000 đồng lên 20.240 đồng.",
                &[],
            ),
            (
                "Giá xăng tăng 420 đồng, từ 20.000 đồng lên 20.240 đồng.",
                &["change-does-not-follow"],
            ),
            ("Việt Nam dự kiến tăng 4 bậc lên hạng 106.", &[]),
        ],
    );
}

#[test]
fn parts_come_to_their_whole() {
    hold(
        "vi",
        &[
            (
                "Vụ tai nạn làm 9 người bị thương, trong đó có 3 nam và 5 nữ.",
                &["sum-does-not-follow"],
            ),
            (
                "Vụ tai nạn làm 8 người bị thương, trong đó có 3 nam và 5 nữ.",
                &[],
            ),
            (
                "Vụ tai nạn làm 9 người bị thương, trong đó có 3 nam, 5 nữ và 1 trẻ em.",
                &[],
            ),
            (
                "Vụ tai nạn làm 9 người bị thương, trong đó có 5 nữ và 6 trẻ em.",
                &[],
            ),
            (
                "Vụ tai nạn làm 9 người bị thương, trong đó có 12 người bị thương nặng.",
                &["part-exceeds-whole"],
            ),
            (
                "Vụ tai nạn làm 9 người bị thương, trong đó có 2 người bị thương nặng.",
                &[],
            ),
            (
                "Chính phủ hỗ trợ 300 tỷ đồng, gồm Hà Tĩnh 120 tỷ đồng, Nghệ An 110 tỷ đồng, Quảng Trị 70 tỷ đồng.",
                &[],
            ),
            (
                "Chính phủ hỗ trợ 300 tỷ đồng, gồm Hà Tĩnh 120 tỷ đồng, Nghệ An 110 tỷ đồng, Quảng Trị 90 tỷ đồng.",
                &["sum-does-not-follow"],
            ),
            (
                "Chính phủ hỗ trợ 300 tỷ đồng, gồm Hà Tĩnh 120 tỷ đồng, Nghệ An 110 tỷ đồng và các tỉnh khác.",
                &[],
            ),
            (
                "Chính phủ hỗ trợ 300 tỷ đồng, trong đó Hà Tĩnh 120 tỷ đồng, Nghệ An 110 tỷ đồng.",
                &[],
            ),
            (
                "Bão làm 38 người chết (Hà Tĩnh 16, Nghệ An 15, Quảng Trị 7).",
                &[],
            ),
            ("Bão làm 38 người chết (Hà Tĩnh 16, Nghệ An 15).", &[]),
            (
                "Bão làm 38 người chết (Hà Tĩnh 16, Nghệ An 15, Quảng Trị 17).",
                &["sum-does-not-follow"],
            ),
            (
                "Ba tỉnh đã sơ tán khoảng 124.500 người, trong đó Hà Tĩnh 58.200 người.",
                &[],
            ),
            ("Một xe khách 45 chỗ, trong đó có 50 người, bị lật.", &[]),
            ("Có 5 xe tải, trong đó có 30 người, mắc kẹt.", &[]),
            ("Tòa nhà 5 tầng gồm 20 phòng và 2 thang máy.", &[]),
            (
                "Đoàn có 9 người, gồm 1 trưởng đoàn, 3 bác sĩ và các tình nguyện viên.",
                &[],
            ),
            (
                "Dự án cần 100 triệu USD, gồm 60 triệu USD vốn vay và 30 triệu USD viện trợ.",
                &["sum-does-not-follow"],
            ),
            (
                "Dự án cần 100 triệu USD, gồm 60 triệu USD vốn vay và 40 triệu USD viện trợ, giải ngân trong 5 năm.",
                &[],
            ),
        ],
    );
}

#[test]
fn a_part_of_a_number_is_no_more_than_that_number() {
    hold(
        "vi",
        &[
            (
                "Trong số 64 bài có 76 bài môn Toán.",
                &["part-exceeds-whole"],
            ),
            ("Trong số 64 bài có 26 bài môn Toán.", &[]),
            (
                "Đến tối nay, 6 trong số 5 người đã về nhà.",
                &["part-exceeds-whole"],
            ),
            ("Đến tối nay, 4 trong số 5 người đã về nhà.", &[]),
            (
                "Khoảng 540.000 trong số 1,1 triệu khách hàng đã có điện.",
                &[],
            ),
            ("Có 300 người trong số 5 tỉnh được khảo sát.", &[]),
            (
                "Khách Trung Quốc chiếm 120% tổng lượng khách.",
                &["part-exceeds-whole"],
            ),
            ("Nợ công chiếm 120% GDP.", &[]),
            ("Khách Trung Quốc chiếm 12% tổng lượng khách.", &[]),
            ("Công ty hoàn thành 120% kế hoạch năm.", &[]),
            ("Thu ngân sách đạt 120% dự toán.", &[]),
        ],
    );
}

#[test]
fn a_list_is_as_long_as_it_says() {
    hold(
        "vi",
        &[
            (
                "Đoàn gồm ba người: Nguyễn Văn An, Trần Bình, Lê Cường và Hồ Dũng.",
                &["list-length"],
            ),
            (
                "Đoàn gồm bốn người: Nguyễn Văn An, Trần Bình, Lê Cường và Hồ Dũng.",
                &[],
            ),
            (
                "Bão ảnh hưởng đến 4 tỉnh: Hà Tĩnh, Nghệ An và Quảng Trị.",
                &["list-length"],
            ),
            (
                "Bão ảnh hưởng đến 3 tỉnh: Hà Tĩnh, Nghệ An, Quảng Trị.",
                &[],
            ),
            (
                "Bão ảnh hưởng đến 5 tỉnh: Hà Tĩnh, Nghệ An, Quảng Trị và các địa phương lân cận.",
                &[],
            ),
            (
                "Hội nghị có ba nước thành viên: Lào, Bosnia và Herzegovina, Thái Lan.",
                &[],
            ),
            (
                "Hai nghi phạm bị bắt: Nguyễn Văn An (35 tuổi) và Trần Bình (40 tuổi).",
                &[],
            ),
            (
                "Hai bên hợp tác trong 7 lĩnh vực gồm an ninh mạng, chống khủng bố, công nghệ và biến đổi khí hậu.",
                &[],
            ),
            (
                "Dự án có ba giai đoạn: Khởi động vào tháng 5, xây dựng và vận hành.",
                &[],
            ),
        ],
    );
}

#[test]
fn dates_keep_to_the_calendar() {
    hold(
        "vi",
        &[
            (
                "Sáng thứ Hai, ngày 14/5/2024, tòa mở phiên xét xử.",
                &["weekday-mismatch"],
            ),
            ("Sáng thứ Ba, ngày 14/5/2024, tòa mở phiên xét xử.", &[]),
            ("Sáng thứ Ba (4/6), tòa mở phiên xét xử.", &[]),
            (
                "Hội chợ diễn ra từ ngày 15/7/2024 đến ngày 12/7/2024.",
                &["before-after"],
            ),
            ("Hội chợ diễn ra từ ngày 12/7/2024 đến ngày 15/7/2024.", &[]),
            ("Hội chợ diễn ra từ ngày 28 - 2/3.", &[]),
            ("Hội chợ diễn ra từ ngày 28/12 đến ngày 3/1.", &[]),
            ("Dự án thực hiện trong giai đoạn 2026-2030.", &[]),
            ("Phiên tòa mở ngày 30 tháng 2.", &["impossible-date"]),
            ("Phiên tòa mở ngày 28 tháng 2.", &[]),
            ("Phiên tòa mở ngày 29 tháng 2.", &[]),
        ],
    );
}

#[test]
fn an_age_follows_from_the_year_of_birth() {
    hold(
        "vi",
        &[
            (
                "Công an bắt Nguyễn Văn Bốn (sinh năm 1990, 45 tuổi, trú tại Hà Nội).",
                &["age-does-not-follow"],
            ),
            (
                "Công an bắt Nguyễn Văn Bốn (sinh năm 1990, 34 tuổi, trú tại Hà Nội).",
                &[],
            ),
            ("Công an bắt Nguyễn Văn Bốn (33 tuổi, sinh năm 1990).", &[]),
            (
                "Công an bắt Nguyễn Văn Bốn (43 tuổi, sinh năm 1990).",
                &["age-does-not-follow"],
            ),
            ("Anh Nam sinh năm 1985, 14 tuổi đã đi làm.", &[]),
            ("Ông Nam, sinh năm 1950, làm bố khi mới 20 tuổi.", &[]),
            ("Cụ Hoa sinh năm 1920, qua đời ở tuổi 90.", &[]),
        ],
    );
}

#[test]
fn a_measure_is_what_its_conversion_says() {
    hold(
        "vi",
        &[
            ("Quãng đường dài 200 km (124 dặm).", &[]),
            (
                "Quãng đường dài 200 km (142 dặm).",
                &["conversion-does-not-follow"],
            ),
            ("Khu đất rộng 5 ha (50.000 m²).", &[]),
            (
                "Khu đất rộng 5 ha (5.000 m²).",
                &["conversion-does-not-follow"],
            ),
            ("Máy bay ở độ cao 10 km, tương đương 33.000 feet.", &[]),
            ("Tuyến đường dài 5 km, hơn 300 m đã hoàn thành.", &[]),
            ("Chở 600 g heroin hay 2,5 kg ma túy đá là phạm tội.", &[]),
            ("Con đường dài 12 km (cách trung tâm 500 m) bị ngập.", &[]),
        ],
    );
}

#[test]
fn a_total_is_the_price_apiece_times_the_number() {
    hold(
        "vi",
        &[
            (
                "Công ty bán 10 căn nhà giá 2 tỷ đồng mỗi căn, tổng cộng 25 tỷ đồng.",
                &["product-does-not-follow"],
            ),
            (
                "Công ty bán 10 căn nhà giá 2 tỷ đồng mỗi căn, tổng cộng 20 tỷ đồng.",
                &[],
            ),
            (
                "Công ty bán 10 căn nhà giá 2 tỷ đồng mỗi căn, lãi tổng cộng 5 tỷ đồng trong năm nay.",
                &[],
            ),
        ],
    );
}
