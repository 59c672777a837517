//! Sets of languages, and how many of them hold each.

/// A set of languages by their place, one bit each. More than these 64 are never guessed.
pub(super) type Set = u64;

/// How many sets held each language: of the number of each language a bit for every power of two.
#[derive(Debug, Default)]
pub(super) struct Tally(Vec<Set>);

impl Tally {
    #[inline]
    pub fn add(&mut self, mut set: Set) {
        for bits in &mut self.0 {
            if set == 0 {
                return;
            }
            let over = *bits & set;
            *bits ^= set;
            set = over;
        }
        if set != 0 {
            self.0.push(set);
        }
    }

    /// How many sets held `language`.
    pub fn of(&self, language: usize) -> usize {
        let bits = self.0.iter().rev();
        bits.fold(0, |sum, bits| {
            sum * 2 + usize::from(bits & bit(language) != 0)
        })
    }
}

/// The set of the language at that place.
pub(super) fn bit(language: usize) -> Set {
    u32::try_from(language)
        .ok()
        .and_then(|place| 1_u64.checked_shl(place))
        .unwrap_or(0)
}
