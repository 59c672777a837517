//! Names of sources as references of RFC 3986.

use std::fmt::Write as _;

/// `name`, a path with `/`, percent-encoded: a relative reference, or a `file:` address where it starts at the root.
///
/// A colon is encoded too, so that the part before it is never taken for a scheme.
pub(super) fn of_path(name: &str) -> String {
    let mut uri = String::with_capacity(name.len() + 8);
    if name.starts_with('/') {
        uri.push_str("file://");
    }
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}
