//! The licences and sources of all dependencies, by what `deny.toml` allows: the part of `cargo deny` that a fresh machine can
//! do without it.

use std::process::Command;

use serde_json::Value;

use crate::library::project;

/// Whether a licence expression is met by `allowed`: one side of every OR, both of every AND.
fn is_met(expression: &str, allowed: &dyn Fn(&str) -> bool) -> bool {
    let plain = expression.replace(['(', ')'], " ").replace('/', " OR ");
    // No package mixes the two in a way that needs the brackets more than this reading.
    plain
        .split(" AND ")
        .all(|all| all.split(" OR ").any(|one| allowed(one.trim())))
}

#[test]
fn every_dependency_has_a_licence_and_a_source_that_are_allowed() {
    let deny = std::fs::read_to_string(project("deny.toml")).unwrap();
    let deny: toml::Value = toml::from_str(&deny).unwrap();
    let names = |value: &toml::Value| -> Vec<String> {
        let names = value.as_array().unwrap().iter();
        names
            .map(|name| name.as_str().unwrap().to_owned())
            .collect()
    };
    let allow = names(&deny["licenses"]["allow"]);
    let exceptions = deny["licenses"]["exceptions"].as_array().unwrap();
    let banned: Vec<&str> = deny["bans"]["deny"]
        .as_array()
        .unwrap()
        .iter()
        .map(|ban| ban["crate"].as_str().unwrap())
        .collect();
    let registries = names(&deny["sources"]["allow-registry"]);

    let output = Command::new(env!("CARGO"))
        .args([
            "metadata",
            "--format-version",
            "1",
            "--locked",
            "--offline",
            "--all-features",
            "--manifest-path",
        ])
        .arg(project("Cargo.toml"))
        .output()
        .unwrap();
    if !output.status.success() {
        // Packages for other systems need not be on this machine.
        println!("skipped: {}", String::from_utf8_lossy(&output.stderr));
        return;
    }
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    assert!(packages.len() > 100);
    for package in packages {
        let name = package["name"].as_str().unwrap();
        let licence = package["license"].as_str().unwrap_or("none");
        let own: Vec<String> = exceptions
            .iter()
            .filter(|exception| exception["crate"].as_str() == Some(name))
            .flat_map(|exception| names(&exception["allow"]))
            .collect();
        let allowed = |one: &str| allow.iter().chain(&own).any(|known| known == one);
        assert!(is_met(licence, &allowed), "{name}: {licence}");
        assert!(!banned.contains(&name), "{name} is banned");
        if let Some(source) = package["source"].as_str() {
            assert!(
                registries
                    .iter()
                    .any(|known| source == format!("registry+{known}")),
                "{name}: {source}"
            );
        }
    }
}
