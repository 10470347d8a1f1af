//! The evaluation of one root module with everything it calls: what names refer to, and the budgets.

use super::error::{EvaluationError, Outcome, refuse, refuse_because};
use super::functions::{self, CallContext};
use super::inputs::RootInputs;
use super::instance::{ExpandedCall, Instance};
use super::module::{ResourceKey, argument};
use super::project::Project;
use super::scope::{Repetition, Scope};
use super::types;
use crate::evaluate::{Data, LinkKind, Origin, Reason, Value};
use crate::parse::hcl::ast::{Traversal, TraversalKind};
use crate::source::{Diagnostic, Level, Sources, Span};
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

/// Steps of evaluation one root may take: hours of loops written in a few lines end here.
const STEPS: u64 = 50_000_000;
/// Nesting of expressions and of references through them.
const DEPTH: u32 = 4_000;
/// Undeclared names listed for one directory.
const NAMES: usize = 8;
/// Errors reported for one root; more of them help nobody.
const ERRORS: usize = 100;

/// By directory: where the first name is used that is not declared there, and all of them.
type Undeclared = BTreeMap<Arc<str>, (Span, BTreeSet<String>)>;

/// The evaluation of one root module.
pub(super) struct Evaluator<'p> {
    pub(super) project: &'p Project,
    pub(super) sources: &'p Sources,
    pub(super) inputs: &'p RootInputs,
    /// Directory of the root module.
    pub(super) root: Arc<str>,
    pub(super) diagnostics: RefCell<Vec<Diagnostic>>,
    /// Resource instances made so far.
    pub(super) made: Cell<usize>,
    /// Above zero while something is worked out that may not exist: its errors may not either.
    doubtful: Cell<u32>,
    /// By directory: names that are used but not declared, and where the first one is.
    undeclared: RefCell<Undeclared>,
    /// Answer as Terraform would, errors included, instead of making the best of what is here.
    pub(super) strict: bool,
    steps: Cell<u64>,
    depth: Rc<Cell<u32>>,
}

/// Gives a level of depth back when it goes.
pub(super) struct Descent(Rc<Cell<u32>>);

impl Drop for Descent {
    fn drop(&mut self) {
        self.0.set(self.0.get().saturating_sub(1));
    }
}

impl<'p> Evaluator<'p> {
    pub(super) fn new(
        project: &'p Project,
        sources: &'p Sources,
        inputs: &'p RootInputs,
        root: Arc<str>,
    ) -> Self {
        Evaluator {
            project,
            sources,
            inputs,
            root,
            diagnostics: RefCell::default(),
            made: Cell::new(0),
            doubtful: Cell::new(0),
            undeclared: RefCell::default(),
            strict: false,
            steps: Cell::new(STEPS),
            depth: Rc::default(),
        }
    }

    /// The same, answering as Terraform would.
    pub(super) fn strict(self) -> Self {
        Evaluator { strict: true, ..self }
    }

    /// Everything reported, and what is better said once for a whole directory.
    pub(super) fn into_diagnostics(self) -> Vec<Diagnostic> {
        let mut diagnostics = self.diagnostics.into_inner();
        for (_, (first, names)) in self.undeclared.into_inner() {
            let shown: Vec<&str> = names.iter().take(NAMES).map(String::as_str).collect();
            let more = match names.len().saturating_sub(NAMES) {
                0 => String::new(),
                more => format!(" and {more} more"),
            };
            let message = format!("used but not declared in this directory: {}{more}", shown.join(", "));
            let found = Diagnostic::at(Level::Warning, "terraform-undeclared", first, message);
            diagnostics.push(found.with_help(
                "they count as unknown; files that a wrapper such as Terragrunt generates are not read",
            ));
        }
        diagnostics
    }

    /// Takes one step of the budget.
    pub(super) fn spend(&self, span: Span) -> Outcome<()> {
        match self.steps.get().checked_sub(1) {
            Some(left) => {
                self.steps.set(left);
                Ok(())
            }
            None => refuse_because(span, format!("evaluation stopped after {STEPS} steps"), Reason::Limit),
        }
    }

    /// Goes one level deeper for as long as the result lives.
    pub(super) fn descend(&self, span: Span) -> Outcome<Descent> {
        let depth = self.depth.get() + 1;
        if depth > DEPTH {
            return refuse_because(
                span,
                format!("expressions and references are nested more than {DEPTH} levels deep"),
                Reason::Limit,
            );
        }
        self.depth.set(depth);
        Ok(Descent(self.depth.clone()))
    }

    /// The value, or an unknown one in place of an error, which is reported unless it has been.
    pub(super) fn settle(&self, outcome: Outcome<Value>, span: Span) -> Value {
        match outcome {
            Ok(value) => value,
            Err(error) => {
                self.report(&error);
                Value::unknown(error.reason, Origin::literal(span))
            }
        }
    }

    /// Writes an error down as a diagnostic, once.
    pub(super) fn report(&self, error: &EvaluationError) {
        let mut diagnostics = self.diagnostics.borrow_mut();
        if !error.reported && self.doubtful.get() == 0 && diagnostics.len() < ERRORS {
            let found =
                Diagnostic::at(Level::Warning, "terraform-evaluation", error.span, error.message.clone());
            // A module called many times fails many times in the same place, and a name that is missing is
            // missing wherever it is used.
            let same = |other: &Diagnostic| {
                other.message == found.message
                    && other.span.map(|span| span.file) == found.span.map(|span| span.file)
            };
            if !diagnostics.iter().any(same) {
                diagnostics.push(found);
            }
        }
    }

    /// Works out something that may not exist, such as the one instance that stands for an unknown number.
    pub(super) fn doubting<T>(&self, work: impl FnOnce() -> T) -> T {
        self.doubtful.set(self.doubtful.get() + 1);
        let result = work();
        self.doubtful.set(self.doubtful.get() - 1);
        result
    }

    /// Marks an error that a memo keeps as reported.
    pub(super) fn remember(&self, outcome: Outcome<Value>) -> Outcome<Value> {
        outcome.map_err(|mut error| {
            self.report(&error);
            error.reported = self.doubtful.get() == 0;
            error
        })
    }

    /// Calls a function with evaluated arguments.
    pub(super) fn function(&self, name: &str, args: &[Value], span: Span) -> Outcome<Value> {
        let context = CallContext { span, sources: self.sources, root_dir: &self.root, templates: self };
        functions::call(name, args, &context)
            .or_else(|error| refuse_because(span, format!("{name}(): {}", error.message), error.reason))
    }

    /// What the name at the start of a traversal refers to, and how many of the steps that took.
    pub(super) fn reference(
        &self,
        name: &Arc<str>,
        steps: &[Traversal],
        span: Span,
        scope: &Scope<'p>,
    ) -> Outcome<(Value, usize)> {
        let first = step_name(steps.first());
        let instance = &scope.instance;
        match (&**name, first) {
            ("var", Some(name)) => Ok((self.variable(instance, name, span)?, 1)),
            ("local", Some(name)) => Ok((self.local(instance, name, span)?, 1)),
            ("module", Some(name)) => self.module_reference(name, steps, span, scope),
            ("each", Some(part)) => match (&scope.repetition, &**part) {
                (Repetition::Each(key, _), "key") => Ok((key.clone(), 1)),
                (Repetition::Each(_, value), "value") => Ok((value.clone(), 1)),
                _ => refuse(span, format!("each.{part} can only be used in a block with for_each")),
            },
            ("count", Some(part)) => match (&scope.repetition, &**part) {
                (Repetition::Count(index), "index") => Ok((index.clone(), 1)),
                _ => refuse(span, format!("count.{part} can only be used in a block with count")),
            },
            ("path", Some(part)) => Ok((self.path(part, instance, span)?, 1)),
            ("terraform" | "tofu", Some(part)) if &**part == "workspace" => {
                let workspace = self.inputs.workspace.clone();
                Ok((Value::string(workspace, Origin::new(LinkKind::Computed, span, Vec::new())), 1))
            }
            ("data", Some(kind)) => self.resource_reference(true, kind, steps.get(1), 2, span, scope),
            ("resource", Some(kind)) => self.resource_reference(false, kind, steps.get(1), 2, span, scope),
            ("ephemeral", Some(kind)) => self.resource_reference(true, kind, steps.get(1), 2, span, scope),
            ("self" | "terraform" | "tofu", _) => Ok((
                Value::unknown(Reason::Computed, Origin::new(LinkKind::Computed, span, Vec::new())),
                steps.len(),
            )),
            (_, Some(_)) => self.resource_reference(false, name, steps.first(), 1, span, scope),
            (_, None) => refuse(span, format!("there is no variable or resource named \"{name}\" here")),
        }
    }

    fn path(&self, part: &str, instance: &Instance<'p>, span: Span) -> Outcome<Value> {
        let origin = Origin::new(LinkKind::Computed, span, Vec::new());
        match part {
            "module" => Ok(Value::string(relative(&self.root, &instance.module.dir), origin)),
            "root" => Ok(Value::string(".", origin)),
            // Where terraform is started is not in the files.
            "cwd" => Ok(Value::unknown(Reason::Computed, origin)),
            _ => refuse(span, format!("path.{part} does not exist; use path.module or path.root")),
        }
    }

    fn local(&self, instance: &Rc<Instance<'p>>, name: &Arc<str>, span: Span) -> Outcome<Value> {
        let Some(attribute) = instance.module.locals.get(name) else {
            return self.undeclared(instance, format!("local.{name}"), span, || {
                format!("there is no local value \"{name}\" in this module")
            });
        };
        let work = || {
            let value = self.evaluate(&attribute.value, &Scope::of(instance.clone()));
            let value = value.map(|value| copied(value, LinkKind::Local(name.clone()), attribute.span));
            self.remember(value)
        };
        instance
            .locals
            .get(name, work)
            .unwrap_or_else(|| refuse(span, format!("local.{name} refers to itself")))
    }

    fn variable(&self, instance: &Rc<Instance<'p>>, name: &Arc<str>, span: Span) -> Outcome<Value> {
        if !instance.module.variables.contains_key(name) {
            return self.undeclared(instance, format!("var.{name}"), span, || {
                format!("there is no variable \"{name}\" in this module")
            });
        }
        let work = || self.remember(self.variable_value(instance, name));
        instance
            .variables
            .get(name, work)
            .unwrap_or_else(|| refuse(span, format!("var.{name} refers to itself")))
    }

    /// A name that the module uses but does not declare: an error to Terraform; otherwise an unknown value, and
    /// the names of a directory are reported together, since one missing file is behind most of them.
    fn undeclared(
        &self,
        instance: &Instance<'p>,
        name: String,
        span: Span,
        message: impl FnOnce() -> String,
    ) -> Outcome<Value> {
        if self.strict {
            return refuse(span, message());
        }
        let mut undeclared = self.undeclared.borrow_mut();
        let entry = undeclared.entry(instance.module.dir.clone()).or_insert_with(|| (span, BTreeSet::new()));
        let value = Value::unknown(Reason::Undeclared(name.as_str().into()), Origin::literal(span));
        entry.1.insert(name);
        Ok(value)
    }

    /// The value of a declared variable: what the caller or the user set, else its default.
    fn variable_value(&self, instance: &Rc<Instance<'p>>, name: &Arc<str>) -> Outcome<Value> {
        let Some(block) = instance.module.variables.get(name) else {
            return refuse(instance.module_span(), format!("there is no variable \"{name}\""));
        };
        let scope = Scope::of(instance.clone());
        let flag =
            |name: &str| argument(block, name).and_then(|expr| self.evaluate(expr, &scope).ok()?.as_bool());
        let constraint = argument(block, "type").and_then(|expr| {
            types::Type::parse(expr, &mut |expr| self.settle(self.evaluate(expr, &scope), expr.span)).ok()
        });
        let given = match &instance.caller {
            Some(caller) => {
                caller.block.body.attributes.iter().find(|given| given.name.text == *name).map(|given| {
                    let call =
                        caller.block.labels.first().map_or_else(|| "".into(), |label| label.text.clone());
                    let foreign = instance.module.foreign;
                    let value = self.evaluate(&given.value, &caller.scope);
                    value.map(|value| {
                        copied(value, LinkKind::Argument { call, name: name.clone(), foreign }, given.span)
                    })
                })
            }
            None => self.inputs.value(self.sources, name, constraint.as_ref(), block.header),
        };
        let usable = match given.transpose()? {
            Some(value) if matches!(value.data, Data::Null) && flag("nullable") == Some(false) => None,
            other => other,
        };
        let mut value = match usable {
            Some(value) => value,
            None => match argument(block, "default") {
                Some(default) => {
                    let value = self.evaluate(default, &scope)?;
                    copied(value, LinkKind::Default(name.clone()), default.span)
                }
                None => Value::unknown(Reason::UnsetVariable(name.clone()), Origin::literal(block.header)),
            },
        };
        if let Some(constraint) = &constraint {
            value = types::convert(&value, constraint).or_else(|message| {
                refuse(
                    value.origin.span(),
                    format!("the value of variable \"{name}\" does not fit its type: {message}"),
                )
            })?;
        }
        value.sensitive |= flag("sensitive") == Some(true);
        Ok(value)
    }

    /// An output of a module instance.
    pub(super) fn output(&self, instance: &Rc<Instance<'p>>, name: &Arc<str>, span: Span) -> Outcome<Value> {
        let Some(block) = instance.module.outputs.get(name) else {
            return refuse(span, format!("this module has no output \"{name}\""));
        };
        let work = || {
            let scope = Scope::of(instance.clone());
            let value = match argument(block, "value") {
                Some(expr) => self.evaluate(expr, &scope).map(|mut value| {
                    let sensitive =
                        argument(block, "sensitive").and_then(|flag| self.evaluate(flag, &scope).ok());
                    value.sensitive |= sensitive.is_some_and(|flag| flag.as_bool() == Some(true));
                    copied(value, LinkKind::Output(name.clone()), expr.span)
                }),
                None => refuse(block.header, format!("output \"{name}\" has no value")),
            };
            self.remember(value)
        };
        instance
            .outputs
            .get(name, work)
            .unwrap_or_else(|| refuse(span, format!("output \"{name}\" refers to itself")))
    }

    fn module_reference(
        &self,
        name: &Arc<str>,
        steps: &[Traversal],
        span: Span,
        scope: &Scope<'p>,
    ) -> Outcome<(Value, usize)> {
        if !scope.instance.module.calls.contains_key(name) {
            let message = || format!("there is no module call \"{name}\" in this module");
            return Ok((self.undeclared(&scope.instance, format!("module.{name}"), span, message)?, 1));
        }
        let Some(call) = self.expand_call(&scope.instance, name) else {
            return refuse(span, format!("module.{name} refers to itself"));
        };
        match &*call {
            ExpandedCall::NotFollowed(unknown, _) => Ok((unknown.clone(), 1)),
            ExpandedCall::Single(instance) => match step_name(steps.get(1)) {
                Some(output) => Ok((self.output(instance, output, span)?, 2)),
                None => Ok((self.outputs(instance), 1)),
            },
            ExpandedCall::Some(instance, cause) => match (steps.get(1), step_name(steps.get(2))) {
                (Some(Traversal { kind: TraversalKind::Index(_), .. }), Some(output)) => {
                    Ok((self.output(instance, output, span)?, 3))
                }
                _ => Ok((
                    super::expression::unknown_from(&[cause.clone(), self.outputs(instance)], span),
                    steps.len(),
                )),
            },
            ExpandedCall::Count(instances) => self
                .indexed_output(steps, span, scope, &|key| {
                    let at = types::number_of(key)?.to_i64().and_then(|at| usize::try_from(at).ok())?;
                    instances.get(at).cloned()
                })
                .unwrap_or_else(|| {
                    let outputs = instances.iter().map(|instance| self.outputs(instance)).collect();
                    Ok((Value::tuple(outputs, Origin::new(LinkKind::Computed, span, Vec::new())), 1))
                }),
            ExpandedCall::Each(instances) => self
                .indexed_output(steps, span, scope, &|key| instances.get(&types::text_of(key)?).cloned())
                .unwrap_or_else(|| {
                    let outputs =
                        instances.iter().map(|(key, instance)| (key.clone(), self.outputs(instance)));
                    let outputs = outputs.collect();
                    Ok((Value::object(outputs, Origin::new(LinkKind::Computed, span, Vec::new())), 1))
                }),
        }
    }

    /// `module.a[key].output` without working out every output of every instance.
    fn indexed_output(
        &self,
        steps: &[Traversal],
        span: Span,
        scope: &Scope<'p>,
        find: &dyn Fn(&Value) -> Option<Rc<Instance<'p>>>,
    ) -> Option<Outcome<(Value, usize)>> {
        let key = match &steps.get(1)?.kind {
            TraversalKind::Index(expr) => self.evaluate(expr, scope).ok()?,
            TraversalKind::LegacyIndex(index) => {
                Value::new(Data::Number(i64::try_from(*index).ok()?.into()), Origin::literal(span))
            }
            _ => return None,
        };
        let instance = find(&key)?;
        let output = step_name(steps.get(2))?;
        Some(self.output(&instance, output, span).map(|value| (value, 3)))
    }

    /// All outputs of a module instance as an object.
    fn outputs(&self, instance: &Rc<Instance<'p>>) -> Value {
        let mut outputs = BTreeMap::new();
        for (name, block) in &instance.module.outputs {
            outputs
                .insert(name.clone(), self.settle(self.output(instance, name, block.header), block.header));
        }
        Value::object(outputs, Origin::new(LinkKind::Computed, instance.module_span(), Vec::new()))
    }

    fn resource_reference(
        &self,
        data_source: bool,
        kind: &Arc<str>,
        name: Option<&Traversal>,
        consumed: usize,
        span: Span,
        scope: &Scope<'p>,
    ) -> Outcome<(Value, usize)> {
        let Some(name) = step_name(name) else {
            let message = format!("a reference to a resource needs type and name, not only \"{kind}\"");
            return refuse(span, message);
        };
        let key = ResourceKey { data_source, kind: kind.clone(), name: name.clone() };
        if !scope.instance.module.resources.contains_key(&key) {
            let address = key.address();
            let message = || format!("{address} is not declared in this module");
            return Ok((self.undeclared(&scope.instance, address.clone(), span, message)?, consumed));
        }
        match self.expand_resource(&scope.instance, &key) {
            Some(resource) => Ok((resource.value.clone(), consumed)),
            None => refuse(span, format!("{kind}.{name} refers to itself")),
        }
    }
}

impl<'p> Instance<'p> {
    /// A place that stands for the module as a whole: its call, or for the root the start of a file.
    pub(super) fn module_span(&self) -> Span {
        match &self.caller {
            Some(caller) => caller.block.header,
            None => self.module.span(),
        }
    }
}

/// The name an attribute step reads.
fn step_name(step: Option<&Traversal>) -> Option<&Arc<str>> {
    match &step?.kind {
        TraversalKind::Attr(name) => Some(name),
        _ => None,
    }
}

/// The value with one more station it was copied through.
pub(super) fn copied(value: Value, kind: LinkKind, span: Span) -> Value {
    let origin = Origin::new(kind, span, vec![value.origin.clone()]);
    value.with_origin(origin)
}

/// The module's directory as Terraform prints it: relative to the root module.
fn relative(root: &str, dir: &str) -> String {
    if root == dir {
        return ".".to_owned();
    }
    let segments = |path: &str| -> Vec<String> {
        path.split('/').filter(|segment| !segment.is_empty() && *segment != ".").map(str::to_owned).collect()
    };
    let (root, dir) = (segments(root), segments(dir));
    let common = root.iter().zip(&dir).take_while(|(a, b)| a == b).count();
    let up = std::iter::repeat_n("..".to_owned(), root.len() - common);
    up.chain(dir.into_iter().skip(common)).collect::<Vec<_>>().join("/")
}
