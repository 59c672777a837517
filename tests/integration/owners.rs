//! Articles that name many companies: their figures differ and contradict nothing.

use crosscheck::source::Input;

use super::library;

const RESULTS: &str = "Apple and Samsung report quarterly results\n\n\
Apple said on Thursday its revenue rose 5% to $94.9 billion in the third quarter of 2024, while net profit fell to $14.7 billion. \
iPhone sales rose 6% to $46.2 billion. The company employs 161,000 people.\n\n\
Samsung Electronics posted operating profit of 9.18 trillion won for the quarter, on revenue of 79 trillion won.\n\n\
Shares of Apple fell 1.8% in after-hours trading. Samsung shares rose 0.2%.\n";

const MAKER: &str = "iPhone maker beats forecasts\n\n\
Apple's fourth fiscal quarter revenue came to $94.93 billion. Sales in China slipped to $15.03 billion.\n\n\
Services revenue grew 12% to $24.97 billion. Mac sales were $7.74 billion and iPad sales $6.95 billion.\n\n\
Microsoft said this week its revenue rose 16% to $65.6 billion.\n";

const MANY: &str = "Big Tech earnings: what to know\n\n\
Alphabet reported revenue of $88.3 billion, up 15%. Amazon's revenue rose 11% to $158.9 billion and Meta's 19% to $40.6 billion.\n\n\
Amazon employs 1.55 million people; Meta 72,400. The index fell 1.9% on Thursday.\n";

const NET_SALES: &str = "Khối ngoại bán ròng phiên 12/3/2025\n\n\
FPT bị bán ròng 210 tỷ đồng, MWG bị bán ròng 88 tỷ đồng. Cổ phiếu VCB tăng 1,5%.\n";

const NET_BUYS: &str = "Phiên 12/3/2025: dòng tiền trở lại\n\n\
SSI bị bán ròng 64 tỷ đồng. Cổ phiếu BID tăng 3,0%, CTG tăng 1,1%.\n";

#[test]
fn figures_of_different_owners_are_no_conflict() {
    let cases: [&[&str]; 2] = [&[RESULTS, MAKER, MANY], &[NET_SALES, NET_BUYS]];
    let packs = library::packs();
    for texts in cases {
        let inputs = texts
            .iter()
            .zip(["a.txt", "b.txt", "c.txt"])
            .map(|(text, name)| Input::new(name, text.as_bytes()));
        let report = library::check(inputs.collect(), &packs);
        assert!(report.claims.len() >= 7, "{}", report.claims.len());
        for fact in &report.facts {
            assert!(
                !fact.verdict.contains("conflict"),
                "{}: {}",
                fact.about,
                fact.reason
            );
        }
    }
}

#[test]
fn figures_of_one_owner_are_still_held_against_each_other() {
    let one = "Apple raises forecast\n\nApple said its revenue rose 5% to $94.9 billion in the third quarter of 2024.\n";
    let other = "Apple results\n\nApple said its revenue rose 5% to $9.49 billion in the third quarter of 2024.\n";
    let inputs = vec![Input::new("a.txt", one), Input::new("b.txt", other)];
    let report = library::check(inputs, &library::packs());
    let conflict = |fact: &&crosscheck::report::Fact| fact.verdict == "conflict";
    let found = report.facts.iter().find(conflict).map(|fact| &fact.reason);
    assert!(
        found.is_some_and(|reason| reason.contains("magnitude")),
        "{found:?}"
    );
}
