//! Where a plan and the sources beside it say different things: one of them is older than the other.

use super::values::scalar_text;
use crate::evaluate::{Data, Value};
use crate::source::{Diagnostic, FileId, Level, Span};

/// Levels of blocks that are compared.
const DEPTH: usize = 4;
/// Longer texts are left out: providers may plan a digest of them.
const LONGEST: usize = 64;
/// Differences that are kept.
const MOST: usize = 1_000;

/// The differences met so far, as `address.attribute` and where the sources set it. What the values are is not
/// kept: they may be secret.
#[derive(Default)]
pub(super) struct Differences(Vec<(String, Span)>);

impl Differences {
    /// Compares a resource as it is planned with what its sources come to.
    pub(super) fn compare(&mut self, address: &str, planned: &Value, source: &Value) {
        self.values(address, planned, source, 0);
    }

    fn values(&mut self, place: &str, planned: &Value, source: &Value, depth: usize) {
        if depth > DEPTH || self.0.len() >= MOST {
            return;
        }
        match (&planned.data, &source.data) {
            (Data::Mapping(_, entries), Data::Mapping(_, sources)) => {
                for (name, source) in sources.iter() {
                    if let Some(own) = entries.get(name) {
                        self.values(&format!("{place}.{name}"), own, source, depth + 1);
                    }
                }
            }
            // Sets have another order in a plan, so only what is alone is compared.
            (Data::Sequence(_, items), Data::Sequence(_, sources)) => {
                if let ([own], [source]) = (items.as_slice(), sources.as_slice()) {
                    self.values(place, own, source, depth + 1);
                }
            }
            _ => {
                if let (Some(own), Some(wanted)) = (scalar_text(planned), scalar_text(source))
                    && !is_same(&own, &wanted)
                    && source.origin.span().file != FileId::NONE
                {
                    self.0.push((place.to_owned(), source.origin.span()));
                }
            }
        }
    }

    /// Says so, once for a plan.
    pub(super) fn into_diagnostic(self) -> Option<Diagnostic> {
        let (first, place) = self.0.first()?;
        let more = match self.0.len() - 1 {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        let message = format!("the plan has another value than its sources for {first}{more}");
        let found = Diagnostic::at(Level::Warning, "plan-outdated", *place, message);
        Some(found.with_help("the plan's values are linted; make a new plan, or leave it out with --exclude"))
    }
}

/// Whether two texts may be the same value: providers plan names in lower case or without a last dot, regions of Azure
/// without spaces, and digests of long texts.
fn is_same(planned: &str, source: &str) -> bool {
    let plain = |text: &str| text.trim_end_matches(['.', '/']).replace(' ', "").to_ascii_lowercase();
    let is_long = |text: &str| text.len() > LONGEST || text.contains(['\n', '{', '[']);
    planned.is_empty() || is_long(source) || is_long(planned) || plain(planned) == plain(source)
}
