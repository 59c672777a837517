//! JUnit's XML against its schema.
//!
//! Of XML Schema it reads what that schema uses for the elements of a report: which elements and attributes may stand where,
//! which attributes must, and where text may. It does not read the order of children or the types of attributes, both of
//! which the schema leaves free for these elements.

use std::collections::BTreeSet;

use crosscheck::render;
use crosscheck::report::Severity;

use super::super::library::project;
use super::cases;
use super::xml::Element;

struct Schema {
    root: Element,
}

impl Schema {
    fn read() -> Self {
        let text = std::fs::read_to_string(project("tests/schemas/junit-10.xsd")).unwrap();
        Self {
            root: Element::parse(&text),
        }
    }

    fn errors(&self, element: &Element) -> Vec<String> {
        let name = &element.name;
        let declared =
            |found: &&Element| found.name == "element" && found.attribute("name") == Some(name);
        let Some(declaration) = self.root.children.iter().find(declared) else {
            return vec![format!("no element {name} in the schema")];
        };
        let inside = declaration.all();
        let attributes: Vec<_> = inside
            .iter()
            .filter(|found| found.name == "attribute")
            .collect();
        let mut errors = Vec::new();
        for attribute in element.attributes.keys() {
            if !attributes
                .iter()
                .any(|known| known.attribute("name") == Some(attribute))
            {
                errors.push(format!("{name} may not have {attribute}"));
            }
        }
        for known in attributes
            .iter()
            .filter(|known| known.attribute("use") == Some("required"))
        {
            let attribute = known.attribute("name").unwrap();
            if element.attribute(attribute).is_none() {
                errors.push(format!("{name} must have {attribute}"));
            }
        }
        let children: BTreeSet<_> = inside
            .iter()
            .filter_map(|found| found.attribute("ref"))
            .collect();
        for child in &element.children {
            if !children.contains(child.name.as_str()) {
                errors.push(format!("{name} may not hold {}", child.name));
            }
        }
        let text = declaration.attribute("type") == Some("xs:string")
            || inside
                .iter()
                .any(|found| found.attribute("mixed") == Some("true"));
        if !text && !element.text.trim().is_empty() {
            errors.push(format!("{name} may not hold text"));
        }
        errors.extend(element.children.iter().flat_map(|child| self.errors(child)));
        errors
    }
}

#[test]
fn junit_obeys_its_schema_and_counts_right() {
    let schema = Schema::read();
    for case in cases() {
        let root = Element::parse(&case.page(render::junit));
        assert_eq!(root.name, "testsuites");
        assert_eq!(schema.errors(&root), Vec::<String>::new(), "{}", case.name);
        for element in root.all() {
            if !element.name.starts_with("testsuite") {
                continue;
            }
            for (attribute, name) in [
                ("tests", "testcase"),
                ("failures", "failure"),
                ("skipped", "skipped"),
            ] {
                if let Some(count) = element.attribute(attribute) {
                    let found = element
                        .all()
                        .iter()
                        .filter(|found| found.name == name)
                        .count();
                    assert_eq!(count, found.to_string(), "{}: {attribute}", case.name);
                }
            }
        }
        let failures = root
            .all()
            .iter()
            .filter(|found| found.name == "failure")
            .count();
        let report = &case.report;
        let remarks = report.sources.iter().flat_map(|source| &source.notes);
        let grave = remarks.filter(|note| report.severity_of(&note.name) == Severity::Error);
        assert_eq!(
            failures,
            report.summary.conflicts + grave.count(),
            "{}",
            case.name
        );
    }
}

#[test]
fn the_schema_refuses_what_is_wrong() {
    let schema = Schema::read();
    let suite = |inside: &str| {
        format!("<testsuite name='a' tests='1' failures='0' errors='0'>{inside}</testsuite>")
    };
    let cases = [
        (suite("<testcase name='a'/>"), 0),
        (suite("<testcase/>"), 1),
        (suite("<testcase name='a' line='3'/>"), 1),
        (suite("<failure/>"), 1),
        (suite("text"), 1),
        ("<testsuite name='a'/>".to_owned(), 3),
        ("<report/>".to_owned(), 1),
    ];
    for (text, errors) in cases {
        assert_eq!(
            schema.errors(&Element::parse(&text)).len(),
            errors,
            "{text}"
        );
    }
}
