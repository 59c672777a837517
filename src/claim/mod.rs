//! What a value is about: noun, subjects, predicate, place, attribution, modality.
