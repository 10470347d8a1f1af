//! `count` and `for_each`: from declarations to instances.

use super::error::refuse;
use super::evaluator::Evaluator;
use super::expression::unknown_from;
use super::instance::{Caller, ExpandedCall, ExpandedResource, Instance};
use super::module::{Module, ResourceKey, argument};
use super::project::NotFollowed;
use super::scope::{Repetition, Scope};
use super::{builtin, iteration, traversal, types};
use crate::evaluate::terraform::EvaluatedResource;
use crate::evaluate::{Data, LinkKind, MappingKind, Origin, Path, Reason, ResourceId, SequenceKind, Value};
use crate::parse::hcl::ast::Block;
use crate::source::{Diagnostic, Level, Span};
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

/// Instances of resources and module calls one root may expand to.
pub(super) const INSTANCES: usize = 200_000;
/// Nested module calls.
const CALL_DEPTH: usize = 48;

/// How a block is repeated.
enum Expansion {
    Single,
    Count(Vec<Value>),
    Each(Vec<(Arc<str>, Value, Value)>),
    /// These, if any, and an unknown number of others because of this value: one representative stands for them.
    Partly(Vec<(Arc<str>, Value, Value)>, Value),
}

impl Expansion {
    /// Nothing is known of how many there are, because of this value.
    fn some(cause: Value) -> Expansion {
        Expansion::Partly(Vec::new(), cause)
    }

    /// How many instances there are.
    fn number(&self) -> usize {
        match self {
            Expansion::Single => 1,
            Expansion::Count(indexes) => indexes.len(),
            Expansion::Each(pairs) => pairs.len(),
            Expansion::Partly(pairs, _) => pairs.len() + 1,
        }
    }
}

impl<'p> Evaluator<'p> {
    /// The instances of a declared resource; none where working them out needs the resource itself.
    pub(super) fn expand_resource(
        &self,
        instance: &Rc<Instance<'p>>,
        key: &ResourceKey,
    ) -> Option<Rc<ExpandedResource>> {
        let block = instance.module.resources.get(key)?;
        instance.resources.get(key, || Rc::new(self.expanded_resource(instance, key, block)))
    }

    fn expanded_resource(
        &self,
        instance: &Rc<Instance<'p>>,
        key: &ResourceKey,
        block: &'p Block,
    ) -> ExpandedResource {
        let scope = Scope::of(instance.clone());
        let expansion = self.expansion(block, &scope);
        let scope = scope.among(expansion.number());
        let address = join(instance.address.as_deref(), &key.address());
        let make = |index: &str, repetition: Repetition| {
            self.resource_instance(&scope.repeated(repetition), key, block, &format!("{address}{index}"))
        };
        let whole = |kind: &str| {
            let id = self.id(&format!("{address}{kind}"));
            Origin::new(LinkKind::Reference(id, Path::default()), block.header, Vec::new())
        };
        match expansion {
            Expansion::Single => {
                let (resource, value) = make("", Repetition::None);
                ExpandedResource { instances: vec![resource], value, any: None }
            }
            Expansion::Count(indexes) => {
                let numbered = indexes.into_iter().enumerate();
                let (instances, values) =
                    numbered.map(|(at, index)| make(&format!("[{at}]"), Repetition::Count(index))).unzip();
                ExpandedResource { instances, value: Value::tuple(values, whole("")), any: None }
            }
            Expansion::Each(pairs) => {
                let mut instances = Vec::new();
                let mut values = BTreeMap::new();
                for (name, key, value) in pairs {
                    let (resource, object) = make(&index_text(&name), Repetition::Each(key, value));
                    instances.push(resource);
                    values.insert(name, object);
                }
                ExpandedResource { instances, value: Value::object(values, whole("")), any: None }
            }
            Expansion::Partly(pairs, cause) => {
                let known = pairs.into_iter().map(|(name, key, value)| (index_text(&name), key, value));
                let made = known.map(|(index, key, value)| make(&index, Repetition::Each(key, value)).0);
                let mut instances: Vec<EvaluatedResource> = made.collect();
                let each = self.representative(block, &cause);
                let (resource, object) = self.doubting(|| make("[*]", each));
                instances.push(resource);
                let mut value = unknown_from(&[cause, object.clone()], block.header);
                value.origin = whole("[*]");
                ExpandedResource { instances, value, any: Some(object) }
            }
        }
    }

    /// What `each` or `count` is in the one instance that stands for an unknown number.
    pub(super) fn representative(&self, block: &Block, cause: &Value) -> Repetition {
        let unknown = || {
            let origin = Origin::new(LinkKind::Computed, cause.origin.span(), vec![cause.origin.clone()]);
            Value::unknown(Reason::Iteration, origin)
        };
        match argument(block, "count") {
            Some(_) => Repetition::Count(unknown()),
            None => Repetition::Each(unknown(), cause.each().cloned().unwrap_or_else(unknown)),
        }
    }

    /// One instance of a declared resource, and what a reference to it gives.
    pub(super) fn resource_instance(
        &self,
        scope: &Scope<'p>,
        key: &ResourceKey,
        block: &'p Block,
        address: &str,
    ) -> (EvaluatedResource, Value) {
        self.made.set(self.made.get() + 1);
        let id = self.id(address);
        let mut attributes = self.body(&block.body, scope, true);
        if key.data_source {
            self.data_source(key, block, &mut attributes);
            self.read_in_plan(address, block.header, &mut attributes);
        }
        for (name, value) in attributes.iter().filter(|_| self.strict && !key.data_source) {
            self.refuse_ephemeral(value, value.origin.span(), &format!("{address}.{name}"));
        }
        let imported = self.imported(&scope.instance, address);
        let written = Arc::new(attributes);
        let seen = match imported {
            _ if !key.data_source && &*key.kind == builtin::TERRAFORM_DATA => {
                Arc::new(builtin::terraform_data(&written, imported, block.header))
            }
            Some(id) => {
                let mut seen = (*written).clone();
                seen.entry("id".into()).or_insert(id);
                Arc::new(seen)
            }
            None => written.clone(),
        };
        let seen = Data::Mapping(MappingKind::Resource, seen);
        let written = Data::Mapping(MappingKind::Resource, written);
        let origin = Origin::new(LinkKind::Reference(id.clone(), Path::default()), block.header, Vec::new());
        let resource = EvaluatedResource {
            id,
            address: address.into(),
            data_source: key.data_source,
            kind: key.kind.clone(),
            name: key.name.clone(),
            provider: provider(key, block),
            configuration: None,
            module: scope.instance.address.clone(),
            header: block.header,
            foreign_call: scope.instance.foreign_call,
            // Terraform's answer has what it plans itself, a rule sees what somebody wrote.
            attributes: Value::new(
                if self.strict { seen.clone() } else { written },
                Origin::literal(block.header),
            ),
            declared: None,
        };
        let value = Value::new(seen, origin);
        self.check_lifecycle(block, scope, &value, address);
        (resource, value)
    }

    pub(super) fn id(&self, address: &str) -> ResourceId {
        ResourceId(format!("{}//{address}", self.label).into())
    }

    fn expansion(&self, block: &Block, scope: &Scope<'p>) -> Expansion {
        if let Some(expr) = argument(block, "count") {
            let count = self.settle(self.evaluate(expr, scope), expr.span);
            self.refuse_unknown(&count, expr.span, "count");
            let number = types::number_of(&count).and_then(|number| number.to_i64());
            return match number.and_then(|number| usize::try_from(number).ok()) {
                Some(number) => match self.affords(number, block) {
                    true => Expansion::Count((0..number).map(|at| index_value(at, &count)).collect()),
                    false => Expansion::some(count),
                },
                None => {
                    Expansion::some(self.must_be_unknown(count, expr.span, "count must be a whole number"))
                }
            };
        }
        let Some(expr) = argument(block, "for_each") else { return Expansion::Single };
        let collection = self.settle(self.evaluate(expr, scope), expr.span);
        self.refuse_unknown(&collection, expr.span, "for_each");
        let Some(pairs) = iteration::pairs(&collection) else {
            let message = "for_each must be a map, an object or a set of strings";
            return Expansion::some(self.must_be_unknown(collection, expr.span, message));
        };
        let is_tuple = matches!(collection.data, Data::Sequence(..));
        let is_secret = |(key, value): &(Value, Value)| key.sensitive || (is_tuple && value.sensitive);
        if collection.sensitive || pairs.iter().any(is_secret) {
            let refused = refuse(expr.span, "for_each is sensitive, but its keys would be shown");
            return Expansion::some(self.settle(refused, expr.span));
        }
        if self.strict && !is_set_of_strings(&collection) {
            let message = "for_each takes a map, an object or a set of strings";
            return Expansion::some(self.must_be_unknown(collection, expr.span, message));
        }
        let mut each = Vec::with_capacity(pairs.len());
        let mut others = None;
        for (key, value) in pairs {
            if traversal::is_many(&value) || (is_tuple && value.is_unknown()) {
                // It stands for others too, of which more is known.
                others.get_or_insert_with(|| unknown_from(&[value], expr.span));
                continue;
            }
            // Terraform wants a set; a list of strings means the same to a reader and to a rule.
            let key = if is_tuple { value.clone() } else { key };
            match types::text_of(&key) {
                Some(text) => each.push((text, key, value)),
                None => {
                    let message = "the elements of a set given to for_each must be strings";
                    return Expansion::some(self.must_be_unknown(value, expr.span, message));
                }
            }
        }
        match (self.affords(each.len(), block), others) {
            (true, None) => Expansion::Each(each),
            (true, Some(others)) => Expansion::Partly(each, others),
            (false, _) => Expansion::some(collection),
        }
    }

    /// Terraform refuses to repeat by what it does not know yet.
    fn refuse_unknown(&self, value: &Value, span: Span, argument: &str) {
        self.refuse_ephemeral(value, span, argument);
        if self.strict && value.is_unknown() && !matches!(reason(value), Some(Reason::Error)) {
            self.settle(refuse(span, format!("{argument} is not known before it is applied")), span);
        }
    }

    /// Reports a value that is known but of no use, and makes it unknown.
    fn must_be_unknown(&self, value: Value, span: Span, message: &str) -> Value {
        if value.is_unknown() {
            return value;
        }
        let found = format!("{message}; this is {}", types::kind_name(&value));
        self.settle(refuse(span, found), span)
    }

    fn affords(&self, number: usize, block: &Block) -> bool {
        let affordable = self.made.get().saturating_add(number) <= INSTANCES;
        if !affordable {
            let message = format!("this would expand to {number} instances; one stands for all of them");
            self.note_limit("terraform-limit", block, message);
        }
        affordable
    }

    /// The module instances behind a call; none where there is no such call or working it out needs itself.
    pub(super) fn expand_call(
        &self,
        instance: &Rc<Instance<'p>>,
        name: &Arc<str>,
    ) -> Option<Rc<ExpandedCall<'p>>> {
        let block = instance.module.calls.get(name)?;
        instance.calls.get(name, || Rc::new(self.expanded_call(instance, name, block)))
    }

    fn expanded_call(
        &self,
        instance: &Rc<Instance<'p>>,
        name: &Arc<str>,
        block: &'p Block,
    ) -> ExpandedCall<'p> {
        let scope = Scope::of(instance.clone());
        let path: Arc<str> = join(instance.path.as_deref(), &format!("module.{name}")).into();
        let module = match self.followed(instance, &path, block) {
            Ok(module) => module,
            Err(why) => {
                let reason = Reason::ModuleNotFollowed(name.clone());
                return ExpandedCall::NotFollowed(Value::unknown(reason, Origin::literal(block.header)), why);
            }
        };
        let expansion = self.expansion(block, &scope);
        let scope = scope.among(expansion.number());
        let address = join(instance.address.as_deref(), &format!("module.{name}"));
        let make = |index: &str, repetition: Repetition| {
            let caller = Caller { block, scope: scope.repeated(repetition) };
            self.called(module, caller, &path, format!("{address}{index}"))
        };
        match expansion {
            Expansion::Single => ExpandedCall::Single(make("", Repetition::None)),
            Expansion::Count(indexes) => {
                let numbered = indexes.into_iter().enumerate();
                ExpandedCall::Count(
                    numbered.map(|(at, index)| make(&format!("[{at}]"), Repetition::Count(index))).collect(),
                )
            }
            Expansion::Each(pairs) => {
                let instances = pairs.into_iter().map(|(text, key, value)| {
                    let instance = make(&index_text(&text), Repetition::Each(key, value));
                    (text, instance)
                });
                ExpandedCall::Each(instances.collect())
            }
            // Known instances of a call are not told apart from the others.
            Expansion::Partly(_, cause) => {
                let representative = self.representative(block, &cause);
                ExpandedCall::Some(make("[*]", representative), cause)
            }
        }
    }
}

impl<'p> Evaluator<'p> {
    /// An instance of a module.
    fn called(
        &self,
        module: &'p Module,
        caller: Caller<'p>,
        path: &Arc<str>,
        address: String,
    ) -> Rc<Instance<'p>> {
        self.made.set(self.made.get() + 1);
        let (outer, header) = (caller.scope.instance.clone(), caller.block.header);
        let mut called = Instance::new(module, Some(caller), Some(address.into()));
        called.path = Some(path.clone());
        called.depth = outer.depth + 1;
        let foreign = module.foreign && !outer.module.foreign;
        called.foreign_call = outer.foreign_call.or_else(|| foreign.then_some(header));
        Rc::new(called)
    }

    /// The instance that a call which makes none would make, were it to make one.
    pub(super) fn would_be_called(
        &self,
        instance: &Rc<Instance<'p>>,
        name: &str,
        block: &'p Block,
        repetition: Repetition,
    ) -> Option<Rc<Instance<'p>>> {
        let path: Arc<str> = join(instance.path.as_deref(), &format!("module.{name}")).into();
        let module = self.followed(instance, &path, block).ok()?;
        let caller = Caller { block, scope: Scope::of(instance.clone()).repeated(repetition) };
        let address = join(instance.address.as_deref(), &format!("module.{name}"));
        Some(self.called(module, caller, &path, address))
    }

    /// The module a call leads to. Calls in a circle, and calls that double from level to level, end here.
    fn followed(
        &self,
        instance: &Instance<'p>,
        path: &str,
        block: &Block,
    ) -> Result<&'p Module, NotFollowed> {
        let module = self.project.called(&self.root, instance.module, path, block)?;
        if instance.lies_within(&module.dir) {
            let message = "this call leads back to a module that it is called from; it is not followed";
            self.note_limit("terraform-recursion", block, message.to_owned());
            return Err("it leads back to a module that it is called from".into());
        }
        if instance.depth >= CALL_DEPTH {
            let message =
                format!("more than {CALL_DEPTH} module calls lie above this one; it is not followed");
            self.note_limit("terraform-limit", block, message);
            return Err(format!("more than {CALL_DEPTH} calls lie above it").into());
        }
        if self.made.get() >= INSTANCES {
            let message = format!(
                "this root makes more than {INSTANCES} instances; further module calls are not followed"
            );
            self.note_limit("terraform-limit", block, message);
            return Err(format!("{INSTANCES} instances are the limit").into());
        }
        Ok(module)
    }

    /// Says once that something is left out.
    pub(super) fn note_limit(&self, code: &'static str, block: &Block, message: String) {
        let found = Diagnostic::at(Level::Warning, code, block.header, message);
        let mut diagnostics = self.diagnostics.borrow_mut();
        if !diagnostics.contains(&found) {
            diagnostics.push(found);
        }
    }
}

impl ResourceKey {
    /// `aws_s3_bucket.b`, `data.aws_ami.a`.
    pub(super) fn address(&self) -> String {
        let prefix = if self.data_source { "data." } else { "" };
        format!("{prefix}{}.{}", self.kind, self.name)
    }
}

/// Whether a sequence is what `for_each` takes; anything else is judged where it is walked over.
fn is_set_of_strings(collection: &Value) -> bool {
    match &collection.data {
        Data::Sequence(SequenceKind::Set, items) => items.iter().all(|item| item.as_str().is_some()),
        Data::Sequence(..) => false,
        _ => true,
    }
}

fn reason(value: &Value) -> Option<&Reason> {
    match &value.data {
        Data::Unknown(unknown) => Some(&unknown.reason),
        _ => None,
    }
}

pub(super) fn join(outer: Option<&str>, inner: &str) -> String {
    outer.map_or_else(|| inner.to_owned(), |outer| format!("{outer}.{inner}"))
}

fn index_value(at: usize, count: &Value) -> Value {
    let number = Data::Number(i64::try_from(at).unwrap_or(i64::MAX).into());
    Value::new(number, Origin::new(LinkKind::Each, count.origin.span(), vec![count.origin.clone()]))
}

/// `["key"]`, escaped as Terraform prints it.
pub(super) fn index_text(key: &str) -> String {
    let mut text = String::with_capacity(key.len() + 4);
    let mut rest = key.chars().peekable();
    while let Some(char) = rest.next() {
        match char {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\n' => text.push_str("\\n"),
            '\r' => text.push_str("\\r"),
            '\t' => text.push_str("\\t"),
            '$' | '%' if rest.peek() == Some(&'{') => text.extend([char, char]),
            other => text.push(other),
        }
    }
    format!("[\"{text}\"]")
}

/// The provider's local name: from `provider = aws.west`, else the first word of the type.
fn provider(key: &ResourceKey, block: &Block) -> Arc<str> {
    use crate::parse::hcl::ast::ExprKind;
    let named = argument(block, "provider").and_then(|expr| match &expr.kind {
        ExprKind::Variable(name) | ExprKind::String(name) => Some(name.clone()),
        ExprKind::Traversal(base, _) => match &base.kind {
            ExprKind::Variable(name) => Some(name.clone()),
            _ => None,
        },
        _ => None,
    });
    named.unwrap_or_else(|| key.kind.split('_').next().unwrap_or_default().into())
}
