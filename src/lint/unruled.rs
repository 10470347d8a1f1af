//! Providers of Terraform that no rule is about: what is read of them is not judged, which has to be said.

use super::models::Models;
use super::unrendered::releases;
use crate::policy::PolicySet;
use std::collections::{BTreeMap, BTreeSet};

/// How many resources were read of each such provider.
pub(super) fn unruled(models: &Models, policies: &PolicySet) -> BTreeMap<String, usize> {
    let ruled: BTreeSet<&str> = policies.subjects().filter_map(provider).collect();
    // The same resource in two environments counts once.
    let mut read: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for resource in models.modules().flat_map(|module| &module.resources) {
        // What a data source reads is somebody else's; what declares an object is judged as that, and releases of charts
        // are counted as such.
        let own = !resource.data_source && resource.declared.is_none() && !releases(&resource.kind);
        if let Some(provider) = provider(&resource.kind).filter(|one| own && !ruled.contains(one)) {
            read.entry(provider).or_default().insert(&resource.id.0);
        }
    }
    read.into_iter().map(|(provider, resources)| (provider.to_owned(), resources.len())).collect()
}

/// The provider that a type is of, which its name begins with.
fn provider(kind: &str) -> Option<&str> {
    Some(kind.split_once('_')?.0)
}
