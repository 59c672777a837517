use super::super::{FillSlot, Filled, Pack, Slot, View, Walk};
use super::{Text, pack};

/// Fills slots by digits in the range of the slot, by the words of the pack and by its lists.
struct Plain<'p>(&'p Pack);

impl FillSlot for Plain<'_> {
    type Value = i64;

    fn fill(&self, slot: Slot, view: &View<'_>, at: usize, out: &mut Vec<(usize, i64)>) {
        if let Slot::List(list) = slot {
            let found = self.0.lists[usize::from(list)].all_at(view, at);
            out.extend(found.into_iter().map(|(length, ())| (at + length, 0)));
        }
        if let Some(words) = self.0.slot_words.get(&slot) {
            let found = words.all_at(view, at);
            out.extend(
                found
                    .into_iter()
                    .map(|(length, value)| (at + length, *value)),
            );
        }
        let digits = view.digits(at).and_then(|digits| digits.parse().ok());
        if let (Some(value), Some((low, high, _))) = (digits, slot.integers())
            && (low..=high).contains(&value)
        {
            out.push((at + 1, value));
        }
    }
}

/// The slots of the first match of `template` that covers all of `text`: "Day=11 end.Month=7".
fn filled(template: &str, text: &str) -> Option<String> {
    let file = format!(
        "list = [{{ name = \"cue\", words = [\"on\", \"not later than\"] }}]\n\
         slot = [{{ slot = \"month\", value = 7, words = [\"july\"] }}, {{ slot = \"colour\", value = 3, words = [\"dark red\"] }}]\n\
         pattern = [{{ name = \"p\", kind = \"date\", templates = ['{template}'] }}]"
    );
    let pack = pack(&file).unwrap();
    let text = Text::new(&pack, text);
    let mut found = None;
    let (view, filler) = (text.view(), Plain(&pack));
    Walk::new(&pack.graph, &view, &filler).from(0, &|_| true, &mut |_, end, slots| {
        if end == text.tokens.len() && found.is_none() {
            found = Some(slots.iter().map(shown).collect::<Vec<_>>().join(" "));
        }
    });
    found
}

fn shown(slot: &Filled<i64>) -> String {
    let end = if slot.end { "end." } else { "" };
    format!("{end}{:?}={}", slot.slot, slot.value)
}

#[test]
fn templates_match_what_they_say() {
    let cases = [
        // Words: any case, or a capital where one is asked for.
        ("day {day}", "day 11", Some("Day=11")),
        ("day {day}", "DAY 11", Some("Day=11")),
        ("^day {day}", "Day 11", Some("Day=11")),
        ("^day {day}", "day 11", None),
        ("^(day|date) {day}", "Date 11", Some("Day=11")),
        ("^(day|date) {day}", "date 11", None),
        ("day {day}", "daytime 11", None),
        // Spaces: one or more, none, either.
        ("day {day}", "day   11", Some("Day=11")),
        ("day {day}", "day11", None),
        ("{day}/{month}", "11/7", Some("Day=11 Month=7")),
        ("{day}/{month}", "11 / 7", None),
        ("{day}~-~{month}", "11-7", Some("Day=11 Month=7")),
        ("{day}~-~{month}", "11 - 7", Some("Day=11 Month=7")),
        // Optional parts and choices, with their own spaces.
        ("[day ]{day}", "11", Some("Day=11")),
        ("[day ]{day}", "day 11", Some("Day=11")),
        ("{day}/{month}[/{year}]", "11/7", Some("Day=11 Month=7")),
        (
            "{day}/{month}[/{year}]",
            "11/7/2025",
            Some("Day=11 Month=7 Year=2025"),
        ),
        ("(day|the) {day}", "the 11", Some("Day=11")),
        ("(day|the) {day}", "11", None),
        (
            "[(day|the) ]{day}[ and {end.day}]",
            "the 11 and 12",
            Some("Day=11 end.Day=12"),
        ),
        // Slots: only values in their range, words of the pack, slots of the pack's own, lists.
        ("{day}", "32", None),
        ("{month}", "13", None),
        ("{day} {month}", "11 July", Some("Day=11 Month=7")),
        ("{colour}", "dark red", Some("Custom(0)=3")),
        ("<cue> {day}", "not later than 11", Some("List(0)=0 Day=11")),
        ("<cue> {day}", "off 11", None),
        // Signs with a meaning of their own are escaped; the others stand for themselves.
        (r"\({day}\)", "(11)", Some("Day=11")),
        (r"{day}\|{month}", "11|7", Some("Day=11 Month=7")),
        ("{day},{month}", "11,7", Some("Day=11 Month=7")),
        ("10 {day}", "10 11", Some("Day=11")),
        ("10 {day}", "100 11", None),
    ];
    for (template, text, expected) in cases {
        assert_eq!(
            filled(template, text).as_deref(),
            expected,
            "{template:?} on {text:?}"
        );
    }
}
