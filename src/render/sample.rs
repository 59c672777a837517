//! One report, made by hand, that shows every kind of finding.

#![allow(clippy::unwrap_used, reason = "tests")]

use unicode_normalization::UnicodeNormalization;

use crate::report::{
    Change, Claim, Duplicate, Fact, Ignored, Note, Passage, Report, SCHEMA_VERSION, Source, Span,
    Summary, ValueGroup,
};
use crate::text::LineIndex;

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

#[derive(Default)]
struct Sheet {
    texts: Vec<(String, String)>,
    sources: Vec<Source>,
    claims: Vec<Claim>,
    facts: Vec<Fact>,
    duplicates: Vec<Duplicate>,
    ignored: Vec<Ignored>,
}

impl Sheet {
    fn article(
        &mut self,
        name: &str,
        publisher: Option<&str>,
        published: Option<&str>,
        text: String,
    ) {
        self.sources.push(Source {
            source: name.to_owned(),
            title: None,
            publisher: publisher.map(str::to_owned),
            url: None,
            published: published.map(str::to_owned),
            language: Some("vi".to_owned()),
            notes: Vec::new(),
        });
        self.texts.push((name.to_owned(), text));
    }

    fn unreadable(&mut self, name: &str, message: &str) {
        self.article(name, None, None, String::new());
        let note = Note {
            name: "source-unreadable".to_owned(),
            message: message.to_owned(),
            line: None,
        };
        self.sources.last_mut().unwrap().notes.push(note);
    }

    /// The bytes of `part` inside `within`, in the normal form of the article.
    fn find(&self, source: &str, part: &str, within: Option<Span>) -> (Span, String) {
        let (_, text) = self.texts.iter().find(|(name, _)| name == source).unwrap();
        let part: String = if source == "b.txt" {
            part.nfd().collect()
        } else {
            part.to_owned()
        };
        let within = within.unwrap_or(Span::new(0, text.len()));
        let start = within.start + within.of(text).find(&part).unwrap();
        (Span::new(start, start + part.len()), part)
    }

    fn place(&self, source: &str, byte: usize) -> (usize, usize) {
        let (_, text) = self.texts.iter().find(|(name, _)| name == source).unwrap();
        let position = LineIndex::new(text).position(text, byte);
        (position.line, position.column)
    }

    #[allow(clippy::too_many_arguments, reason = "one row of a table")]
    fn claim(
        &mut self,
        id: &str,
        source: &str,
        sentence: &str,
        quote: &str,
        core: &str,
        (kind, unit): (&str, &str),
        value: &str,
    ) {
        let (sentence, context) = self.find(source, sentence, None);
        let (span, quote) = self.find(source, quote, Some(sentence));
        let (core, _) = self.find(source, core, Some(span));
        let (line, column) = self.place(source, core.start);
        let approximate = quote.starts_with("Khoảng") || quote.starts_with('約');
        self.claims.push(Claim {
            id: id.to_owned(),
            source: source.to_owned(),
            block: "body".to_owned(),
            span,
            core,
            line,
            column,
            quote,
            kind: kind.to_owned(),
            value: Some(value.to_owned()),
            qualifier: if approximate { "about" } else { "exact" }.to_owned(),
            unit: (!unit.is_empty()).then(|| unit.to_owned()),
            subjects: Vec::new(),
            attribution: None,
            modality: "asserted".to_owned(),
            rules: vec![kind.to_owned()],
            sentence,
            context,
        });
    }

    fn fact(
        &mut self,
        id: &str,
        verdict: &str,
        reason: &str,
        about: &str,
        values: &[(&str, &[&str], usize)],
    ) {
        let ids = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
        let claims: Vec<String> = values
            .iter()
            .flat_map(|(_, claims, _)| ids(claims))
            .collect();
        self.facts.push(Fact {
            id: id.to_owned(),
            verdict: verdict.to_owned(),
            reason: reason.to_owned(),
            confidence: if verdict == "possible-conflict" {
                "medium"
            } else {
                "high"
            }
            .to_owned(),
            about: about.to_owned(),
            articles: claims.len(),
            claims,
            values: values
                .iter()
                .map(|&(value, claims, origins)| ValueGroup {
                    value: Some(value.to_owned()),
                    claims: ids(claims),
                    origins,
                })
                .collect(),
            origins: values.iter().map(|(_, _, origins)| origins).sum(),
            evidence: vec![format!("the same noun: {about}")],
        });
    }

    fn duplicate(
        &mut self,
        id: &str,
        class: &str,
        similarity: f64,
        passages: &[(&str, &str)],
        changes: &[(&str, &str)],
    ) {
        let spans = passages.iter().map(|&(source, text)| {
            let (span, text) = self.find(source, text, None);
            let (line, column) = self.place(source, span.start);
            Passage {
                source: source.to_owned(),
                start: span.start,
                end: span.end,
                line,
                column,
                text,
            }
        });
        let spans = spans.collect();
        let change = |&(from, to): &(&str, &str)| Change {
            from: from.to_owned(),
            to: to.to_owned(),
        };
        let changes = changes.iter().map(change).collect();
        self.duplicates.push(Duplicate {
            id: id.to_owned(),
            class: class.to_owned(),
            similarity,
            spans,
            changes,
        });
    }

    fn ignored(&mut self, source: &str, quote: &str, reason: &str) {
        let (span, quote) = self.find(source, quote, None);
        let (start, end) = (span.start, span.end);
        self.ignored.push(Ignored {
            source: source.to_owned(),
            start,
            end,
            quote,
            reason: reason.to_owned(),
        });
    }

    fn finish(self) -> Report {
        let summary = Summary {
            sources: 4,
            unreadable: 1,
            claims: self.claims.len(),
            conflicts: 1,
            possible_conflicts: 1,
            updates: 1,
            agreements: 1,
            compatible: 1,
            uncorroborated: 1,
            duplicates: self.duplicates.len(),
            ignored: self.ignored.len(),
            ignored_by_reason: [("designation".to_owned(), 1)].into(),
        };
        Report {
            schema_version: SCHEMA_VERSION,
            sources: self.sources,
            claims: self.claims,
            facts: self.facts,
            duplicates: self.duplicates,
            ignored: self.ignored,
            summary,
        }
    }
}
