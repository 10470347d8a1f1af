//! Digests: what tells whether two texts are the same.

use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// SHA-256 in hexadecimal.
pub fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
