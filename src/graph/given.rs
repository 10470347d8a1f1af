//! Credentials that were given for one run alone, by a flag, the environment or a plan: they stand in no file.

use super::credential::words::names_a_secret;
use crate::evaluate::{Data, LinkKind, Origin, Path, Step, Value};
use std::sync::Arc;

/// Stations of a value that are gone back, and levels that are gone down.
const MAX_STATIONS: usize = 256;
const MAX_DEPTH: usize = 16;

/// The paths of those among attributes, by their names; unknown ones are none.
pub(super) fn credentials(attributes: &Value) -> Vec<Path> {
    let mut found = Vec::new();
    collect(attributes, &Path::default(), false, 0, &mut found);
    found
}

/// `secret`: the name that it stands under says that it is secret.
fn collect(value: &Value, path: &Path, secret: bool, depth: usize, found: &mut Vec<Path>) {
    if depth >= MAX_DEPTH {
        return;
    }
    match &value.data {
        Data::String(_) if secret && given(&value.origin).is_some() => found.push(path.clone()),
        Data::Sequence(_, items) => {
            let items = items.iter().filter(|item| !item.stands_for_many()).enumerate();
            items.for_each(|(at, item)| collect(item, &path.with(Step::Index(at)), secret, depth + 1, found));
        }
        Data::Mapping(_, entries) => {
            for (name, entry) in entries.iter() {
                let one = name.strip_suffix('s').unwrap_or(name);
                let secret = names_a_secret(name) || names_a_secret(one);
                collect(entry, &path.join(&[name]), secret, depth + 1, found);
            }
        }
        _ => {}
    }
}

/// The variable that a value came through and that was set for this run alone.
pub(super) fn given(origin: &Origin) -> Option<Arc<str>> {
    let mut pending = vec![origin];
    for _ in 0..MAX_STATIONS {
        let link = pending.pop()?.link();
        match &link.kind {
            LinkKind::Given(name) => return Some(name.clone()),
            // What was chosen by a condition does not come from it.
            LinkKind::Arm => pending.extend(link.from.first()),
            _ => pending.extend(&link.from),
        }
    }
    None
}
