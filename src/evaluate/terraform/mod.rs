//! Terraform configurations as `terraform plan` would evaluate them, offline and without providers.

pub mod functions;
pub mod types;

mod answer;
mod arms;
mod body;
mod builtin;
mod closed;
mod conditions;
mod configured;
mod constant;
mod data_source;
mod environment;
mod ephemeral;
mod error;
mod evaluator;
mod expand;
mod expression;
mod for_expression;
mod handed;
mod imports;
mod host;
mod inputs;
mod instance;
mod iteration;
mod module;
mod module_source;
mod named;
mod plan;
mod project;
mod providers;
mod reference;
mod scope;
mod template;
#[cfg(test)]
mod tests;
mod terragrunt;
mod traversal;
mod validate;
mod withheld;

use super::kubernetes::{self, DeclaredObject};
use super::{Origin, ResourceId, Value};
use crate::source::{Diagnostic, FileId, Sources, Span};
use configured::InSight;
use evaluator::Evaluator;
use inputs::RootInputs;
use instance::{ExpandedCall, Instance};
use module::Module;
use plan::Plans;
use project::Project;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;
use terragrunt::Unit;

pub use answer::{answer_configuration, answer_expressions};
pub use configured::Configuration;
pub use data_source::{encoded, from_json};
pub use environment::{Environment, Pattern};
pub use module_source::ModuleSources;
pub use providers::Provider;

/// What the user sets from outside; the same for every root module.
#[derive(Clone, Debug, Default)]
pub struct Inputs {
    /// Values and files of values, in the order they were given: later ones win.
    pub given: Vec<Given>,
    /// `TF_VAR_name`.
    pub environment: Vec<(Arc<str>, Arc<str>)>,
    /// `terraform.workspace`, where it is known: nothing in a configuration says which of its workspaces is meant.
    pub workspace: Option<Arc<str>>,
    /// Directories that stand for modules kept elsewhere.
    pub module_sources: ModuleSources,
    /// Truth values that count instead of those written at these places: for what would be.
    pub assumed: BTreeMap<Span, bool>,
}

/// What the user gives by flag or in the configuration file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// `--var name=value`.
    Value(Arc<str>, Arc<str>),
    /// `--var-file`, relative to the top.
    File(Arc<str>),
}

/// Every root module of a run, evaluated.
#[derive(Debug, Default)]
pub struct Evaluation {
    /// Ordered by root directory.
    pub modules: Vec<EvaluatedModule>,
    /// What went wrong while reading and parsing; that of evaluation is with each module.
    pub diagnostics: Vec<Diagnostic>,
}

/// Evaluates the configurations that the given files belong to. Files that are not Terraform's are passed over.
pub fn evaluate(sources: &Sources, files: &[FileId], inputs: &Inputs) -> Evaluation {
    let evaluated = Configurations::load(sources, files, inputs).evaluate(sources, inputs, &[None]);
    evaluated.into_iter().next().unwrap_or_default()
}

/// The configurations of a run, read and ready to be evaluated, if need be several times.
#[derive(Debug)]
pub struct Configurations {
    project: Project,
    /// Plans say what will be, whatever the environment.
    plans: Vec<EvaluatedModule>,
    units: Vec<Unit>,
}

impl Configurations {
    /// Reads the configurations that the given files belong to, and all that they call.
    pub fn load(sources: &Sources, files: &[FileId], inputs: &Inputs) -> Configurations {
        let (units, found) = terragrunt::units(sources, files, &inputs.module_sources);
        let mut project = Project::load(sources, files, &inputs.module_sources, &units);
        project.diagnostics.extend(found);
        let undeclared = RootInputs::declared_nowhere(&project, inputs);
        project.diagnostics.extend(undeclared);
        let plans = Plans::load(sources, files).evaluate(&mut project, sources, inputs);
        Configurations { project, plans, units }
    }

    /// The environments that files of values beside the root modules make, ordered by name.
    pub fn environments(&self, sources: &Sources, patterns: &[Pattern]) -> Vec<Environment> {
        environment::environments(&self.project, sources, patterns)
    }

    /// Evaluates every root module in each of the environments. A module that all its callers switch off everywhere
    /// is a root of its own.
    pub fn evaluate(
        &self,
        sources: &Sources,
        inputs: &Inputs,
        environments: &[Option<Environment>],
    ) -> Vec<Evaluation> {
        let within = |environment: &Option<Environment>| self.within(sources, inputs, environment.as_ref());
        let mut evaluations: Vec<Evaluation> = environments.iter().map(within).collect();
        let made = evaluations.iter().flat_map(|evaluation| &evaluation.modules);
        let made = made.flat_map(|module| module.made.iter().cloned()).collect();
        let switched_off = self.switched_off(sources, inputs, made);
        for Evaluation { modules, .. } in &mut evaluations {
            modules.extend(switched_off.iter().cloned());
            modules.par_iter_mut().for_each(|module| module.declare_objects(sources));
            modules.sort_by(|one, other| one.root.cmp(&other.root));
        }
        evaluations
    }

    /// Evaluates every root module, in an environment those that belong to it or to none.
    fn within(&self, sources: &Sources, inputs: &Inputs, environment: Option<&Environment>) -> Evaluation {
        let project = &self.project;
        let is_here = |root: &&Arc<str>| !environment.is_some_and(|one| one.leaves_out(root));
        let mut modules: Vec<EvaluatedModule> = project
            .roots
            .par_iter()
            .filter(is_here)
            .filter_map(|root| evaluate_root(project, sources, root, inputs, environment, false))
            .collect();
        modules.par_extend(self.units.par_iter().map(|unit| unit.evaluate(project, sources, inputs)));
        modules.extend(self.plans.iter().cloned());
        Evaluation { modules, diagnostics: project.diagnostics.clone() }
    }

    /// The modules that have no instance anywhere, each with all that it calls; `made` are the directories of those
    /// that have one.
    fn switched_off(
        &self,
        sources: &Sources,
        inputs: &Inputs,
        mut made: BTreeSet<Arc<str>>,
    ) -> Vec<EvaluatedModule> {
        let mut modules = Vec::new();
        loop {
            let open: BTreeSet<Arc<str>> = self.project.called.difference(&made).cloned().collect();
            let roots = self.project.outermost(&open);
            if roots.is_empty() {
                return modules;
            }
            let evaluated = roots.par_iter();
            let evaluated =
                evaluated.filter_map(|root| evaluate_root(&self.project, sources, root, inputs, None, false));
            modules.par_extend(evaluated);
            // What one of them switches off in its turn is the next one's business.
            made.extend(modules.iter().flat_map(|module| module.made.iter().cloned()).chain(roots));
        }
    }

    /// Evaluates a module as a root; none where a plan says what will be, or a Terragrunt unit.
    pub fn root(
        &self,
        sources: &Sources,
        root: &Arc<str>,
        inputs: &Inputs,
        environment: Option<&Environment>,
    ) -> Option<EvaluatedModule> {
        if !self.project.roots.contains(root) && !self.project.called.contains(root) {
            return None;
        }
        let mut module = evaluate_root(&self.project, sources, root, inputs, environment, false)?;
        module.declare_objects(sources);
        Some(module)
    }
}

/// Evaluates one root; `strict` as Terraform would, for `answer_configuration`.
fn evaluate_root(
    project: &Project,
    sources: &Sources,
    root: &Arc<str>,
    inputs: &Inputs,
    environment: Option<&Environment>,
    strict: bool,
) -> Option<EvaluatedModule> {
    let module = project.module(root)?;
    let (inputs, diagnostics) = RootInputs::read(sources, root, Some(module), inputs, environment);
    let evaluator = Evaluator::new(project, sources, &inputs, root.clone());
    let evaluator = if strict { evaluator.strict() } else { evaluator };
    Some(evaluate_module(evaluator, module, diagnostics))
}

/// Evaluates a root module; `diagnostics` are those of its inputs.
fn evaluate_module<'p>(
    evaluator: Evaluator<'p>,
    module: &'p Module,
    mut diagnostics: Vec<Diagnostic>,
) -> EvaluatedModule {
    let instance = Rc::new(Instance::new(module, None, None));
    let mut evaluated = EvaluatedModule::empty(evaluator.label.clone());
    evaluated.values.clone_from(&evaluator.inputs.files);
    evaluated.providers = providers::providers(evaluator.project, evaluator.sources, &evaluator.root);
    collect(&evaluator, &instance, &InSight::default(), &mut evaluated);
    if evaluator.strict {
        evaluator.check_root_outputs(&instance);
    }
    for (name, block) in &module.outputs {
        evaluated.outputs.insert(name.clone(), evaluator.root_output(&instance, name, block));
    }
    evaluated.calls.sort_by(|a, b| (&a.address, a.header).cmp(&(&b.address, b.header)));
    evaluated.calls.dedup_by(|a, b| a.address == b.address && a.header == b.header);
    if !evaluator.strict {
        evaluated.withheld = evaluator.withheld(&instance);
    }
    diagnostics.extend(evaluator.into_diagnostics());
    evaluated.diagnostics = diagnostics;
    evaluated
}

/// Works out every resource of a module instance and of all it calls.
fn collect<'p>(
    evaluator: &Evaluator<'p>,
    instance: &Rc<Instance<'p>>,
    configured: &InSight,
    evaluated: &mut EvaluatedModule,
) {
    evaluated.made.insert(instance.module.dir.clone());
    evaluator.diagnostics.borrow_mut().extend(instance.module.diagnostics.iter().cloned());
    if evaluator.strict {
        evaluator.check_named(instance);
    }
    evaluator.check_conditions(instance);
    let configured = match evaluator.strict {
        true => configured.clone(),
        false => configured.with_own(evaluator, instance, &mut evaluated.configurations),
    };
    for (key, block) in &instance.module.resources {
        if let Some(resource) = evaluator.expand_resource(instance, key) {
            evaluated.resources.extend(resource.instances.iter().cloned().map(|resource| {
                let configuration = configured.of(block, &resource.provider);
                EvaluatedResource { configuration, ..resource }
            }));
        }
    }
    for (name, block) in &instance.module.calls {
        let path: Arc<str> = match &instance.path {
            Some(path) => format!("{path}.module.{name}").into(),
            None => format!("module.{name}").into(),
        };
        let call = evaluator.expand_call(instance, name);
        let not_followed = match call.as_deref() {
            Some(ExpandedCall::NotFollowed(_, why)) => Some(why.clone()),
            Some(_) => None,
            None => Some("its count or for_each needs its own outputs".into()),
        };
        evaluated.calls.push(ModuleCall {
            address: path,
            source: project::source_text(block).cloned(),
            header: block.header,
            arguments: not_followed.as_ref().map(|_| evaluator.arguments(instance, block)),
            not_followed,
        });
        let Some(call) = call else { continue };
        let passed = configured.passed(block);
        for child in call.instances() {
            match &*call {
                ExpandedCall::Some(..) => {
                    evaluator.doubting(|| collect(evaluator, &child, &passed, evaluated));
                }
                _ => collect(evaluator, &child, &passed, evaluated),
            }
        }
    }
}

/// A root module, evaluated with everything it calls.
#[derive(Clone, Debug)]
pub struct EvaluatedModule {
    /// Directory of the root module, relative to the top; `.` for the top itself. The path of a plan where
    /// several share a directory.
    pub root: Arc<str>,
    /// Every instance of every resource and data source, those of child modules included, in a fixed order.
    pub resources: Vec<EvaluatedResource>,
    /// Resources that have no instance, in a fixed order.
    pub withheld: Vec<Withheld>,
    /// Directories of the modules that have an instance.
    made: BTreeSet<Arc<str>>,
    /// Paths of the files that set its variables.
    pub values: BTreeSet<Arc<str>>,
    /// The root's outputs by name.
    pub outputs: BTreeMap<Arc<str>, RootOutput>,
    /// The providers it needs, by source: `registry.terraform.io/hashicorp/aws`.
    pub providers: BTreeMap<Arc<str>, Provider>,
    /// The `provider` blocks, those of child modules included.
    pub configurations: Vec<Configuration>,
    /// Every module call met, nested ones included.
    pub calls: Vec<ModuleCall>,
    /// What went wrong.
    pub diagnostics: Vec<Diagnostic>,
    /// Path of the plan that says so; none where the sources alone do.
    pub plan: Option<Arc<str>>,
}

impl EvaluatedModule {
    /// Whether the root's own module was found: that of a Terragrunt unit may lie elsewhere.
    pub fn is_here(&self) -> bool {
        !self.calls.iter().any(|call| &*call.address == terragrunt::CALL && call.not_followed.is_some())
    }

    /// Works out which of the resources declare Kubernetes objects.
    fn declare_objects(&mut self, sources: &Sources) {
        let found = kubernetes::declare(&mut self.resources, sources);
        for withheld in &mut self.withheld {
            kubernetes::declare(std::slice::from_mut(&mut withheld.resource), sources);
        }
        // The same text, made into an object for each of many instances.
        for diagnostic in found {
            if !self.diagnostics.contains(&diagnostic) {
                self.diagnostics.push(diagnostic);
            }
        }
    }

    /// Of which nothing is known.
    fn empty(root: Arc<str>) -> EvaluatedModule {
        EvaluatedModule {
            root,
            resources: Vec::new(),
            withheld: Vec::new(),
            made: BTreeSet::new(),
            values: BTreeSet::new(),
            outputs: Default::default(),
            providers: Default::default(),
            configurations: Vec::new(),
            calls: Vec::new(),
            diagnostics: Vec::new(),
            plan: None,
        }
    }
}

/// One instance of a resource or data source.
#[derive(Clone, Debug)]
pub struct EvaluatedResource {
    /// `<root>//<address>`.
    pub id: ResourceId,
    /// As Terraform prints it: `module.a["x"].aws_s3_bucket.b[0]`.
    pub address: Arc<str>,
    /// A `data` block.
    pub data_source: bool,
    /// The type: `aws_s3_bucket`.
    pub kind: Arc<str>,
    /// The name in the block's header.
    pub name: Arc<str>,
    /// The provider's local name: `aws`, also for `provider = aws.west`.
    pub provider: Arc<str>,
    /// The position of its `provider` block in [`EvaluatedModule::configurations`], if it has one.
    pub configuration: Option<usize>,
    /// Address of the module it lies in, `module.a["x"]`; none in the root.
    pub module: Option<Arc<str>>,
    /// The block's header: one line.
    pub header: Span,
    /// Where the block lies in a module that somebody else keeps: the outermost call the user owns.
    pub foreign_call: Option<Span>,
    /// An object: arguments and nested blocks (always lists of objects) as written, nulls kept with their
    /// origin, meta-arguments left out.
    pub attributes: Value,
    /// The Kubernetes object that it declares.
    pub declared: Option<Arc<DeclaredObject>>,
}

/// An output of a root module: what `terraform output` shows, and other configurations read from its state.
#[derive(Clone, Debug)]
pub struct RootOutput {
    /// The block's header: one line.
    pub header: Span,
    /// Its value.
    pub value: Value,
    /// Whether it is declared sensitive; none where nothing is said.
    pub sensitive: Option<Value>,
}

/// A resource that is declared but not made: its `count`, or that of a module call above it, is 0, or its
/// `for_each` is empty.
#[derive(Clone, Debug)]
pub struct Withheld {
    /// What one instance of it would be, without an instance key.
    pub resource: EvaluatedResource,
    /// Where the 0 or the empty collection came from; its latest station is the argument.
    pub cause: Origin,
}

/// A `module` block and what became of it.
#[derive(Clone, Debug)]
pub struct ModuleCall {
    /// `module.a.module.b`, without instance keys.
    pub address: Arc<str>,
    /// The source as written; none where it is not a literal.
    pub source: Option<Arc<str>>,
    /// The call's header.
    pub header: Span,
    /// Why it was not followed; none where it was.
    pub not_followed: Option<Arc<str>>,
    /// Its arguments, where it was not followed when the sources were evaluated.
    arguments: Option<Value>,
}

impl ModuleCall {
    /// What it gives to a module that is not here. A plan may know what the sources do not: then it is here.
    pub fn handed(&self) -> Option<&Value> {
        self.arguments.as_ref().filter(|_| self.not_followed.is_some())
    }
}
