//! What would be evaluated if truth values that are written were others: a `count` rests on one that no resource has.

use crate::evaluate::terraform::{Configurations, Environment, EvaluatedModule, Inputs};
use crate::source::{FileId, Sources, Span};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// Truth values, by the place where others are written.
pub(super) type Assumptions = BTreeMap<Span, bool>;

/// By environment, root and what is assumed.
type Known = BTreeMap<(usize, Arc<str>, Assumptions), Option<Arc<EvaluatedModule>>>;

/// Evaluates roots anew, each once.
pub(super) struct Assumed<'r> {
    sources: &'r Sources,
    files: &'r [FileId],
    inputs: Inputs,
    configurations: OnceLock<Configurations>,
    known: Mutex<Known>,
}

impl<'r> Assumed<'r> {
    pub(super) fn new(sources: &'r Sources, files: &'r [FileId], inputs: Inputs) -> Assumed<'r> {
        let (configurations, known) = (OnceLock::new(), Mutex::new(Known::new()));
        Assumed { sources, files, inputs, configurations, known }
    }

    /// A root module; none where it is not evaluated from these files alone, as those of plans are not.
    pub(super) fn root(
        &self,
        (number, environment): (usize, Option<&Environment>),
        root: &Arc<str>,
        assumptions: &Assumptions,
    ) -> Option<Arc<EvaluatedModule>> {
        let key = (number, root.clone(), assumptions.clone());
        let known = || self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = known().get(&key) {
            return found.clone();
        }
        let load = || Configurations::load(self.sources, self.files, &self.inputs);
        let configurations = self.configurations.get_or_init(load);
        let inputs = Inputs { assumed: assumptions.clone(), ..self.inputs.clone() };
        let found = configurations.root(self.sources, root, &inputs, environment).map(Arc::new);
        known().insert(key, found.clone());
        found
    }
}
