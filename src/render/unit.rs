//! Units of the report, which are codes of UCUM, in signs that people know.

use std::borrow::Cow;

/// Codes and the sign of each; all others are signs already.
const SIGNS: [(&str, &str); 28] = [
    ("[HP]", "hp"),
    ("[acr_us]", "ac"),
    ("[bbl_us]", "bbl"),
    ("[bu_us]", "bu"),
    ("[car_m]", "ct"),
    ("[cft_i]", "ft³"),
    ("[foz_us]", "fl oz"),
    ("[ft_i]", "ft"),
    ("[gal_us]", "gal"),
    ("[in_i]", "in"),
    ("[kn_i]", "kn"),
    ("[lb_av]", "lb"),
    ("[lbf_av]", "lbf"),
    ("[ly]", "ly"),
    ("[mi_i]", "mi"),
    ("[mi_i]2", "mi²"),
    ("[nmi_i]", "nmi"),
    ("[oz_av]", "oz"),
    ("[oz_tr]", "oz t"),
    ("[ppb]", "ppb"),
    ("[ppm]", "ppm"),
    ("[psi]", "psi"),
    ("[sft_i]", "ft²"),
    ("[ston_av]", "short tn"),
    ("[syd_i]", "yd²"),
    ("[yd_i]", "yd"),
    ("mm[Hg]", "mmHg"),
    ("[mi_i]/h", "mph"),
];

/// The sign for `unit`, a unit or noun of the report; `None` where it says nothing.
pub(super) fn sign(unit: &str) -> Option<Cow<'_, str>> {
    if unit.trim().is_empty() {
        return None;
    }
    let of = |code: &str| SIGNS.iter().find(|(known, _)| *known == code);
    if !unit.contains('[') {
        return Some(Cow::Borrowed(unit));
    }
    if let Some((_, sign)) = of(unit) {
        return Some(Cow::Borrowed(sign));
    }
    // "[bbl_us]/d" and "[lbf_av].[ft_i]" are made of others.
    let (per, between) = match unit.contains('/') {
        true => ('/', "/"),
        false => ('.', "·"),
    };
    let parts = unit.split(per);
    let parts: Vec<&str> = parts
        .map(|part| of(part).map_or(part, |(_, sign)| sign))
        .collect();
    Some(Cow::Owned(parts.join(between)))
}
