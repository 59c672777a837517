//! Which claims speak of the same thing, and which origins they have.
