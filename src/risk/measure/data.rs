//! What kind of data lies behind, and whether a credential lies open.

use super::index::Index;
use super::statement::rights;
use super::{Level, Measurement, Subject, related};
use crate::graph::DocumentReference;
use crate::risk::feature::Feature;
use serde_json::Value as Json;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// How sensitive what a kind of resource holds is: 1 logs and configuration, 2 stored data, 3 secrets and keys.
static KINDS: LazyLock<BTreeMap<&str, u8>> = LazyLock::new(|| {
    let class = |line: &'static str| {
        let (kind, class) = line.split_once('\t')?;
        Some((kind, class.parse().ok()?))
    };
    include_str!("data_kinds.tsv").lines().filter_map(class).collect()
});

pub(super) fn measure(index: &Index<'_>, subject: &Subject<'_>, found: &mut Measurement) {
    let class = |kind: &str| KINDS.get(kind).copied().unwrap_or_default();
    let own = class(&subject.resource.kind);
    // What a statement gives rights to lies behind that statement, and is no longer named once it speaks of everything.
    let references = subject.resource.references.iter().filter(|end| !encrypts(end));
    // All of them, however many: which ones come first is a matter of names.
    let ends = references.chain(&subject.resource.referred_by).filter(|end| rights(end).is_none());
    let around = ends.map(|end| class(&end.kind)).max().unwrap_or_default();
    found.set(Feature::Data, Level::known(if own > 0 { own } else { around }));
    for flow in index.flows(&subject.at.id).iter().filter(|flow| related(&flow.what.path, &subject.path)) {
        let level = match flow.what.credentials.is_empty() {
            true => Level::up_to(0, 1),
            false => Level::known(1),
        };
        found.set(Feature::Secret, found.level(Feature::Secret).max(level));
    }
}

/// Whether a reference names a key to encrypt with: that is no data behind the resource, and to drop it makes nothing
/// safer.
fn encrypts(end: &DocumentReference) -> bool {
    let is_key = ["kms", "key"].iter().any(|word| end.kind.contains(word));
    let names = end.via.iter().filter_map(Json::as_str).map(str::to_ascii_lowercase);
    let names: Vec<String> = names.collect();
    is_key && names.iter().any(|name| ["kms", "key", "encrypt"].iter().any(|word| name.contains(word)))
}

#[cfg(test)]
mod tests {
    use super::KINDS;

    #[test]
    fn every_line_of_the_table_is_read() {
        assert_eq!(include_str!("data_kinds.tsv").lines().count(), KINDS.len());
        assert!(KINDS.values().all(|class| (1..=3).contains(class)));
    }
}
