//! One page that holds everything: data, layout, style and script. It loads nothing and may load nothing.

mod arrange;
mod content;
mod layout;

use super::GraphView;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use std::io::{self, Write};

const PAGE: &str = include_str!("page.html");
const STYLE: &str = include_str!("page.css");
/// One script; its files see each other's names.
const SCRIPT: &str = concat!(
    include_str!("scene.js"),
    include_str!("view.js"),
    include_str!("facts.js"),
    include_str!("panel.js"),
    include_str!("filters.js")
);

/// Writes the page.
pub(super) fn write(view: &GraphView<'_>, out: &mut dyn Write) -> io::Result<()> {
    let content = serde_json::to_string(&content::Content::of(view)?)?;
    let policy = format!(
        "default-src 'none'; script-src 'sha256-{}'; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'",
        digest(SCRIPT),
        digest(STYLE)
    );
    let mut rest = PAGE;
    // In the order in which they stand in the page, so that nothing is looked for inside of what is put in.
    for (mark, text) in [
        ("{policy}", policy.as_str()),
        ("{style}", STYLE),
        ("{content}", &inert(&content)),
        ("{script}", SCRIPT),
    ] {
        let Some((before, behind)) = rest.split_once(mark) else { continue };
        out.write_all(before.as_bytes())?;
        out.write_all(text.as_bytes())?;
        rest = behind;
    }
    out.write_all(rest.as_bytes())
}

/// The hash by which a page's policy names a script or a style.
fn digest(text: &str) -> String {
    STANDARD.encode(Sha256::digest(text.as_bytes()))
}

/// JSON that ends no element and begins none, whatever its strings hold.
fn inert(json: &str) -> String {
    let mut text = String::with_capacity(json.len() + json.len() / 16);
    for character in json.chars() {
        match character {
            '<' => text.push_str("\\u003c"),
            '>' => text.push_str("\\u003e"),
            '&' => text.push_str("\\u0026"),
            '\u{2028}' => text.push_str("\\u2028"),
            '\u{2029}' => text.push_str("\\u2029"),
            _ => text.push(character),
        }
    }
    text
}

#[cfg(test)]
mod tests;
