//! Where modules are called.

use super::Resource;
use crate::evaluate::terraform::EvaluatedModule;
use crate::source::Span;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// The headers of all module calls, by root and by address without instance keys.
#[derive(Clone, Debug, Default)]
pub struct Calls(FxHashMap<(Arc<str>, Arc<str>), Span>);

impl Calls {
    pub(super) fn of(modules: &[EvaluatedModule]) -> Calls {
        let calls = modules.iter().flat_map(|module| module.calls.iter().map(|call| (&module.root, call)));
        Calls(calls.map(|(root, call)| ((root.clone(), call.address.clone()), call.header)).collect())
    }

    /// The headers of the calls that a resource is made by, the outermost first. `module` is the address of the module
    /// it lies in, without instance keys.
    pub fn above(&self, resource: &Resource, module: &str) -> Vec<Span> {
        let ends = module.match_indices(".module.").map(|(at, _)| at).chain([module.len()]);
        let call = |end: usize| {
            let address: Arc<str> = module.get(..end)?.into();
            self.0.get(&(resource.root.clone(), address)).copied()
        };
        ends.filter_map(call).collect()
    }
}
