//! Entries of rule files with their places, in TOML and in the compact form that the build makes of it.

use std::ops::Range;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A value and the bytes of its file that it was read from.
///
/// TOML gives the place by `serde_spanned`; a binary format carries it as numbers before the value.
#[derive(Debug, Clone)]
pub(crate) struct Placed<T> {
    start: u32,
    end: u32,
    value: T,
}

impl<T> Placed<T> {
    /// The value.
    pub(crate) fn get_ref(&self) -> &T {
        &self.value
    }

    /// The bytes of the file.
    pub(crate) fn span(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Placed<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (start, end, value) = if deserializer.is_human_readable() {
            let spanned = serde_spanned::Spanned::<T>::deserialize(deserializer)?;
            // A rule file of 4 GiB cannot be held anyway.
            let short = |offset| u32::try_from(offset).unwrap_or(u32::MAX);
            let Range { start, end } = spanned.span();
            (short(start), short(end), spanned.into_inner())
        } else {
            Deserialize::deserialize(deserializer)?
        };
        Ok(Self { start, end, value })
    }
}

impl<T: Serialize> Serialize for Placed<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (self.start, self.end, &self.value).serialize(serializer)
    }
}

/// For what only readers of the TOML need, such as examples: it is checked there, and the binary form leaves it out.
pub(crate) mod written {
    use super::{Deserialize, Deserializer, Serializer};

    pub(crate) fn deserialize<'de, D: Deserializer<'de>, T: Deserialize<'de> + Default>(
        deserializer: D,
    ) -> Result<T, D::Error> {
        if deserializer.is_human_readable() {
            T::deserialize(deserializer)
        } else {
            Ok(T::default())
        }
    }

    pub(crate) fn serialize<S: Serializer, T>(_: &T, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_unit()
    }
}
