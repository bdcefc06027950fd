//! Digests (SHA-256, FIPS 180-4): names that stay the same from run to run, and the sources that a page's policy allows. Nothing is kept secret by
//! them.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

/// How many bytes of the digest a name has: forty hexadecimal digits, as the tools that read entities give theirs.
const NAME: usize = 20;

/// A name by parts, told apart: "a", "bc" is not "ab", "c".
pub(super) fn stable(parts: &[&str]) -> String {
    let digest = Sha256::digest(parts.join("\u{1f}"));
    digest.iter().take(NAME).fold(String::with_capacity(2 * NAME), |mut name, byte| {
        // A string takes all that is written to it.
        let _ = write!(name, "{byte:02x}");
        name
    })
}

/// `sha256-…`: a script or a style as a Content Security Policy names it.
pub(super) fn source(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_are_those_of_the_standard() {
        assert_eq!(stable(&["abc"]), "ba7816bf8f01cfea414140de5dae2223b00361a3");
        assert_eq!(source(""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
        assert_ne!(stable(&["a", "bc"]), stable(&["ab", "c"]));
    }
}
