//! Articles in several languages about one event.

use super::grouping::{report, told};

/// One event as papers of eleven languages tell it.
const QUAKE: [(&str, &str); 11] = [
    (
        "2025-09-08",
        "Động đất ở Valmora, 632 người chết\n\nTrận động đất mạnh 6,8 độ ở Valmora tối 7/9 làm 632 người thiệt mạng và 1.329 người bị thương, theo bộ nội vụ. Khoảng 4.300 lính cứu hỏa đã được điều tới.\n",
    ),
    (
        "2025-09-08",
        "Valmora earthquake kills 632\n\nThe magnitude 6.8 earthquake that struck Valmora on 7 September killed 632 people and injured 1,329, the interior ministry said. About 4,300 firefighters were sent.\n",
    ),
    (
        "2025-09-08",
        "Séisme à Valmora : 632 morts\n\nLe séisme de magnitude 6,8 qui a frappé Valmora le 7 septembre a fait 632 morts et 1 329 blessés, selon le ministère de l'Intérieur. Les pompiers envoyés sur place sont environ 4 300.\n",
    ),
    (
        "2025-09-08",
        "Erdbeben in Valmora: 632 Tote\n\nBei dem Erdbeben der Stärke 6,8 in Valmora am 7. September sind 632 Menschen getötet und 1.329 verletzt worden, wie das Innenministerium mitteilte. Rund 4.300 Feuerwehrleute wurden entsandt.\n",
    ),
    (
        "2025-09-08",
        "Terremoto en Valmora: 632 muertos\n\nEl terremoto de magnitud 6,8 que sacudió Valmora el 7 de septiembre dejó 632 muertos y 1.329 heridos, según el Ministerio del Interior. Unos 4.300 bomberos fueron enviados a la zona.\n",
    ),
    (
        "2025-09-08",
        "Terremoto a Valmora: 632 morti\n\nIl terremoto di magnitudo 6,8 che ha colpito Valmora il 7 settembre ha causato 632 morti e 1.329 feriti, secondo il ministero dell'Interno. Circa 4.300 vigili del fuoco sono stati inviati sul posto.\n",
    ),
    (
        "2025-09-08",
        "Terremoto em Valmora: 632 mortos\n\nO terremoto de magnitude 6,8 que atingiu Valmora em 7 de setembro deixou 632 mortos e 1.329 feridos, segundo o Ministério do Interior. Cerca de 4.300 bombeiros foram enviados à região.\n",
    ),
    (
        "2025-09-08",
        "Землетрясение в Валморе: 632 погибших\n\nПри землетрясении магнитудой 6,8 в Валморе 7 сентября погибли 632 человека, 1 329 пострадали, сообщило министерство внутренних дел. Около 4 300 пожарных направлены на место.\n",
    ),
    (
        "2025-09-08",
        "瓦尔莫拉地震已致632人死亡\n\n9月7日发生在瓦尔莫拉的6.8级地震造成632人死亡、1329人受伤，内政部表示。约4300名消防员赶赴现场。\n",
    ),
    (
        "2025-09-08",
        "ヴァルモラで地震、632人死亡\n\nヴァルモラで9月7日に発生したマグニチュード6.8の地震で、632人が死亡、1329人が負傷したと内務省が発表した。消防士約4300人が派遣された。\n",
    ),
    (
        "2025-09-08",
        "발모라 지진으로 632명 사망\n\n9월 7일 발모라에서 발생한 규모 6.8의 지진으로 632명이 숨지고 1329명이 다쳤다고 내무부가 밝혔다. 소방관 약 4300명이 파견됐다.\n",
    ),
];

#[test]
fn figures_agree_across_eleven_languages() {
    let report = report(&QUAKE);
    let agreements = told(&report, "agreement");
    for figures in [
        [
            "632 người",
            "632 people",
            "632 morts",
            "632 Menschen",
            "632 muertos",
            "632 morti",
            "632 mortos",
            "632 человека",
            "632人",
            "632人",
            "632명",
        ],
        [
            "1.329 người",
            "1,329",
            "1 329 blessés",
            "1.329",
            "1.329 heridos",
            "1.329 feriti",
            "1.329 feridos",
            "1 329",
            "1329人",
            "1329人",
            "1329명",
        ],
        [
            "6,8 độ",
            "6.8",
            "6,8",
            "6,8",
            "6,8",
            "6,8",
            "6,8",
            "6,8",
            "6.8",
            "6.8",
            "6.8",
        ],
        [
            "4.300 lính cứu hỏa",
            "4,300 firefighters",
            "4 300",
            "4.300 Feuerwehrleute",
            "4.300 bomberos",
            "4.300 vigili del fuoco",
            "4.300 bombeiros",
            "4 300 пожарных",
            "4300名消防员",
            "4300人",
            "4300명",
        ],
    ] {
        let holds = |fact: &&String| {
            let mut told = (1..).zip(figures);
            told.all(|(article, figure)| {
                let mut own = fact
                    .split(" | ")
                    .filter(|claim| claim.starts_with(&format!("{article} ")));
                own.any(|claim| claim.contains(figure))
            })
        };
        assert!(
            agreements.iter().any(|fact| holds(&fact)),
            "{figures:?}: {agreements:#?}"
        );
    }
    for verdict in ["conflict", "possible-conflict"] {
        assert_eq!(told(&report, verdict), Vec::<String>::new());
    }
}

#[test]
fn a_figure_that_one_language_tells_otherwise_is_a_conflict() {
    for (article, from, to) in [
        (2, "1 329 blessés", "1 392 blessés"),
        (3, "1.329 verletzt", "1.392 verletzt"),
        (4, "1.329 heridos", "1.392 heridos"),
        (5, "1.329 feriti", "1.392 feriti"),
        (6, "1.329 feridos", "1.392 feridos"),
        (7, "1 329 пострадали", "1 392 пострадали"),
        (8, "1329人", "1392人"),
        (9, "1329人", "1392人"),
        (10, "1329명", "1392명"),
    ] {
        let (day, text) = QUAKE[article];
        let text = text.replace(from, to);
        let report = report(&[QUAKE[0], QUAKE[1], (day, &text)]);
        let conflicts = told(&report, "conflict");
        assert_eq!(conflicts.len(), 1, "{conflicts:#?}");
        let digits = to.split(char::is_alphabetic).next().unwrap().trim();
        assert!(
            conflicts[0].contains(digits) && conflicts[0].contains("1.329 người"),
            "{conflicts:#?}"
        );
    }
}
