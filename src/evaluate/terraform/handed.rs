//! What calls of modules that are not followed are given: the module may configure it.

use super::evaluator::Evaluator;
use super::instance::Instance;
use super::scope::{Repetition, Scope};
use crate::evaluate::{Data, MappingKind, Origin, Value};
use crate::parse::hcl::ast::Block;
use std::rc::Rc;
use std::sync::Arc;

impl<'p> Evaluator<'p> {
    /// The arguments of a call, those of one instance where it has several.
    pub(super) fn arguments(&self, instance: &Rc<Instance<'p>>, call: &'p Block) -> Value {
        let scope = Scope::of(instance.clone());
        let each = self.repeating(call, &scope).map_or(Repetition::None, |(_, each)| each);
        // Which providers it works with is no value.
        let mut body = call.body.clone();
        body.attributes.retain(|attribute| &*attribute.name.text != "providers");
        let arguments = self.doubting(|| self.body(&body, &scope.repeated(each), true));
        let data = Data::Mapping(MappingKind::Resource, Arc::new(arguments));
        Value::new(data, Origin::literal(call.header))
    }
}
