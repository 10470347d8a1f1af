//! Names of Secrets where a credential could stand: `WEBHOOK_SECRET` may say which Secret it is.

use super::sink::Sink;
use super::told::{known_steps, positions};
use super::walk::Walk;
use crate::evaluate::{Data, Path, Step, Value};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Levels of a resource that are searched.
const DEEPEST: usize = 60;

/// What names no Secret, and is often unknown.
const OTHERS: [&str; 9] =
    ["annotations", "args", "command", "image", "labels", "namespace", "replicas", "resources", "value"];

/// What a resource says are names of Secrets.
#[derive(Debug, Default)]
pub(super) struct SecretNames {
    known: BTreeSet<Arc<str>>,
    /// Where it says so, and the name is unknown.
    unknown: Vec<Path>,
}

impl Walk<'_, '_> {
    /// Whether a text under a name that ends in `secret` is the name of a Secret that the resource speaks of elsewhere;
    /// else, what would have to be known to say that it is not. Under `password`, a text is a password whatever else is
    /// called so.
    pub(super) fn is_name_of_secret(&mut self, name: &str, text: &str, sink: Sink) -> Result<(), Vec<Path>> {
        let has_secrets = matches!(sink, Sink::PodEnvironment | Sink::ReleaseValues);
        if !has_secrets || !name.to_ascii_lowercase().ends_with("secret") || !may_be_name(text) {
            return Err(Vec::new());
        }
        let resource = self.resource();
        let names = self.secret_names.get_or_insert_with(|| {
            let mut names = SecretNames::default();
            names.search(&resource.attributes, false, &mut Vec::new());
            names
        });
        if names.known.contains(text) { Ok(()) } else { Err(names.unknown.clone()) }
    }
}

impl SecretNames {
    /// `names`: what is called `name` here is a Secret's.
    fn search(&mut self, value: &Value, names: bool, path: &mut Vec<Step>) {
        if path.len() > DEEPEST {
            return;
        }
        match &value.data {
            Data::Mapping(_, entries) => {
                let is_secret = entries.get("type").and_then(Value::as_str) == Some("secret");
                for (key, entry) in entries.iter() {
                    let plain = key.replace('_', "").to_ascii_lowercase();
                    let names_one = plain == "secretname"
                        || plain.starts_with("existingsecret")
                        || (plain == "name" && (names || is_secret));
                    match &entry.data {
                        Data::String(text) if names_one => {
                            self.known.insert(text.clone());
                        }
                        _ if entry.is_unknown() && OTHERS.contains(&plain.as_str()) => {}
                        _ => {
                            path.push(Step::Key(key.clone()));
                            self.search(entry, matches!(plain.as_str(), "secretkeyref" | "secretref"), path);
                            path.pop();
                        }
                    }
                }
            }
            Data::Sequence(_, items) => {
                for (position, item) in positions(items) {
                    path.push(position);
                    self.search(item, names, path);
                    path.pop();
                }
            }
            // It may be the name of a Secret, or hold one, or make one of what stands beside it.
            Data::Unknown(_) => self.unknown.push(known_steps(path)),
            _ => {}
        }
    }
}

/// Whether a text may be the name of an object of Kubernetes.
fn may_be_name(text: &str) -> bool {
    let part =
        |letter: u8| letter.is_ascii_lowercase() || letter.is_ascii_digit() || matches!(letter, b'-' | b'.');
    text.len() < 254 && text.bytes().all(part)
}
