//! CSV, read again with the `csv` crate.

use std::collections::BTreeMap;

use crosscheck::render::{self, visible};

use super::cases;

#[test]
fn a_table_reads_back_row_by_row() {
    for case in cases() {
        let page = case.page(render::csv);
        assert_eq!(
            page.matches('\n').count(),
            page.matches("\r\n").count(),
            "{}",
            case.name
        );
        let mut reader = csv::Reader::from_reader(page.as_bytes());
        let rows: Vec<BTreeMap<String, String>> =
            reader.deserialize().map(|row| row.unwrap()).collect();
        let report = &case.report;
        let claims: usize = report
            .facts
            .iter()
            .flat_map(|fact| &fact.values)
            .map(|group| group.claims.len())
            .sum();
        let copies: usize = report
            .duplicates
            .iter()
            .map(|group| group.spans.len())
            .sum();
        let notes: usize = report.sources.iter().map(|source| source.notes.len()).sum();
        assert_eq!(rows.len(), claims + copies + notes, "{}", case.name);
        let shown = |text: &str| {
            let text = visible(text).into_owned();
            if text.starts_with(['=', '+', '-', '@']) {
                format!("'{text}")
            } else {
                text
            }
        };
        let mut expected = report.facts.iter().flat_map(|fact| {
            let ids = fact.values.iter().flat_map(|group| &group.claims);
            ids.map(move |id| {
                (
                    fact,
                    report.claims.iter().find(|claim| &claim.id == id).unwrap(),
                )
            })
        });
        for row in &rows {
            for (column, cell) in row {
                let harmless = cell
                    .strip_prefix('-')
                    .is_some_and(|rest| rest.parse::<f64>().is_ok());
                assert!(
                    harmless || !cell.starts_with(['=', '+', '-', '@', '\t', '\r']),
                    "{column}: {cell}"
                );
            }
            let Some((fact, claim)) = expected.next() else {
                assert!(row["verdict"].is_empty());
                continue;
            };
            assert_eq!(row["id"], fact.id);
            assert_eq!(row["verdict"], fact.verdict);
            assert_eq!(row["source"], claim.source);
            assert_eq!(row["line"], claim.line.to_string());
            assert_eq!(row["column"], claim.column.to_string());
            assert_eq!(row["quote"], shown(&claim.quote));
            assert_eq!(row["value"], claim.value.clone().unwrap_or_default());
        }
        assert!(expected.next().is_none());
    }
}
