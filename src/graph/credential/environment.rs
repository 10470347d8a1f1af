//! Environments of containers in objects of operators, which write them where they like: beside an image, in a step of a
//! pipeline, in the settings of what is to be run.

use super::sink::{Place, Sink};
use super::told::positions;
use super::walk::Walk;
use crate::evaluate::{Data, Step, Value};

/// Levels of an object that are searched.
const DEEPEST: usize = 30;

impl<'w> Walk<'w, '_> {
    /// Looks at every environment in the resource.
    pub(super) fn environments(&mut self) {
        let resource = self.resource();
        self.environments_in(&resource.attributes, &mut Vec::new());
    }

    fn environments_in(&mut self, value: &'w Value, path: &mut Vec<Step>) {
        if path.len() > DEEPEST || !self.goes_on() {
            return;
        }
        match &value.data {
            Data::Mapping(_, entries) => {
                for (key, entry) in entries.iter() {
                    path.push(Step::Key(key.clone()));
                    if &**key == "env" && is_environment(entry) {
                        self.at(entry, path, &Place::of_pods(Sink::PodEnvironment));
                    } else {
                        self.environments_in(entry, path);
                    }
                    path.pop();
                }
            }
            Data::Sequence(_, items) => {
                for (position, item) in positions(items) {
                    path.push(position);
                    self.environments_in(item, path);
                    path.pop();
                }
            }
            _ => {}
        }
    }
}

/// Whether all elements of a list are variables with a name, or may be.
fn is_environment(value: &Value) -> bool {
    let is_variable =
        |item: &Value| item.stands_for_many() || item.is_unknown() || item.get("name").is_some();
    let items = value.items().unwrap_or_default();
    value.is_unknown() || (!items.is_empty() && items.iter().all(is_variable))
}
