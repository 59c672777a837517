//! By how much something fell, in brackets behind what it came to: "12.400 đồng (-3,5%)" is "giảm 3,5%".

use crate::mention::{Kind, Mention};
use crate::pack::View;
use crate::value::{Quantity, Value};

/// The share without its minus, as which a share in brackets is compared with what others tell in words. `None` where there is no minus.
pub(super) fn without_minus(view: &View<'_>, mention: &Mention) -> Option<Value> {
    let start = mention.tokens.0;
    let opened = start > 0 && matches!(view.sign(start - 1), Some('(' | '['));
    let signed = view.sign(start) == Some('-');
    let Value::Number(quantity) = &mention.value else {
        return None;
    };
    (mention.kind == Kind::Percent && opened && signed).then(|| {
        Value::Number(Quantity {
            low: quantity.low.map(|low| -low),
            high: quantity.high.map(|high| -high),
            ..quantity.clone()
        })
    })
}
