//! The library against articles that were labelled by hand: every figure stays above its floor.
//!
//! `tests/gold/README.md` says what the figures mean; `tests/gold/floors.toml` holds the floors. All figures of a set:
//! `cargo test --test integration gold -- --nocapture`.

mod duplicates;
mod extraction;
mod facts;
mod figures;
mod labels;
mod matching;
mod mutations;

use std::collections::BTreeMap;
use std::path::Path;

use crate::library;
use figures::{Figures, Floor};
use labels::Labels;

fn figures(articles: &Path, gold: &Path) -> Figures {
    let packs = library::packs();
    let labels = Labels::read(gold);
    let report = library::check(library::articles(articles), &packs);
    let found = matching::found(&labels.claims, &report);
    let mut figures = Figures::default();
    extraction::score(&report, &labels, &found, &mut figures);
    facts::score(&report, &labels, &found, &mut figures);
    duplicates::score(&report, &labels, &mut figures);
    mutations::score(articles, &report, &labels, &packs, &mut figures);
    figures
}

/// The figures of a set may not fall below the floors of that name.
fn holds(set: &str, articles: &str, gold: &str) {
    let floors = std::fs::read_to_string(library::project("tests/gold/floors.toml")).unwrap();
    let floors: BTreeMap<String, BTreeMap<String, Floor>> = toml::from_str(&floors).unwrap();
    let figures = figures(&library::project(articles), &library::project(gold));
    let broken = figures.broken(&floors[set]);
    assert!(
        broken.is_empty(),
        "{set}: {}\n\n{figures}\n{}",
        broken.join("; "),
        figures.remarks().join("\n")
    );
    println!("{set}\n{figures}");
}

/// A set that lies in a folder of its own.
fn cluster_holds(set: &str) {
    let folder = format!("tests/gold/clusters/{set}");
    holds(
        set,
        &format!("{folder}/articles"),
        &format!("{folder}/gold"),
    );
}

#[test]
fn the_five_articles_hold_their_floors() {
    holds("seeds", "seeds", "tests/gold/seeds");
}

#[test]
fn the_typhoon_holds_its_floors() {
    cluster_holds("01-typhoon");
}

#[test]
fn the_defence_export_holds_its_floors() {
    cluster_holds("02-defence-export");
}

#[test]
fn the_quarterly_results_hold_their_floors() {
    cluster_holds("03-quarterly-results");
}

#[test]
fn the_summit_holds_its_floors() {
    cluster_holds("04-summit");
}

#[test]
fn the_football_final_holds_its_floors() {
    cluster_holds("05-football-final");
}

/// Ten events that were written and labelled before the program had read them.
#[test]
fn ten_more_events_hold_their_floors() {
    for set in [
        "06-apartment-fire",
        "07-rice-export",
        "08-metro-line",
        "09-election",
        "10-bank-fraud-trial",
        "11-ferry-sinking",
        "12-tech-layoffs",
        "13-sea-games",
        "14-measles-outbreak",
        "15-trade-agreement",
    ] {
        cluster_holds(set);
    }
}

/// Ten more, of other topics.
#[test]
fn yet_ten_more_events_hold_their_floors() {
    for set in [
        "16-earthquake",
        "17-rate-cut",
        "18-exam-fraud",
        "19-flight-diversion",
        "20-drug-trial",
        "21-mine-accident",
        "22-budget-terminal",
        "23-athletics-meet",
        "24-dengue-south",
        "25-ev-ipo",
    ] {
        cluster_holds(set);
    }
}

#[test]
fn ten_events_of_plans_and_counts_hold_their_floors() {
    for set in [
        "26-landslide-highway",
        "27-submarine-deal",
        "28-bank-results",
        "29-mekong-forum",
        "30-volleyball-final",
        "31-bus-crash",
        "32-trade-deal",
        "33-census-results",
        "34-satellite-launch",
        "35-heatwave-blackout",
    ] {
        cluster_holds(set);
    }
}

#[test]
fn ten_events_of_shares_and_schedules_hold_their_floors() {
    for set in [
        "36-bridge-collapse",
        "37-wage-strike",
        "38-city-marathon",
        "39-cyber-attack",
        "40-bank-merger",
        "41-dam-flood",
        "42-un-vote",
        "43-food-poisoning",
        "44-film-festival",
        "45-port-explosion",
    ] {
        cluster_holds(set);
    }
}

#[test]
fn ten_events_of_outages_and_auctions_hold_their_floors() {
    for set in [
        "46-airport-outage",
        "47-coffee-exports",
        "48-drug-bust",
        "49-tourism-halfyear",
        "50-stadium-crush",
        "51-nuclear-deal",
        "52-oil-spill",
        "53-asian-swimming",
        "54-land-auction",
        "55-hospital-fire",
    ] {
        cluster_holds(set);
    }
}

#[test]
fn ten_events_of_collisions_and_thefts_hold_their_floors() {
    for set in [
        "56-runway-collision",
        "57-brokerage-fraud",
        "58-salt-drought",
        "59-aid-summit",
        "60-chess-open",
        "61-forest-fire",
        "62-province-merger",
        "63-bird-flu",
        "64-power-plant",
        "65-museum-theft",
    ] {
        cluster_holds(set);
    }
}

#[test]
fn every_floor_belongs_to_a_set() {
    let floors = std::fs::read_to_string(library::project("tests/gold/floors.toml")).unwrap();
    let floors: BTreeMap<String, BTreeMap<String, Floor>> = toml::from_str(&floors).unwrap();
    let mut sets: Vec<String> = std::fs::read_dir(library::project("tests/gold/clusters"))
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect();
    sets.push("seeds".to_owned());
    sets.sort();
    assert_eq!(floors.keys().cloned().collect::<Vec<_>>(), sets);
}
