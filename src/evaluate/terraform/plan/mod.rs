//! Plans that `terraform show -json` has written, as the modules they were made of. The plan says what will be;
//! where its sources lie beside it, they say where every value came from, and the root they make is not evaluated
//! a second time.

mod address;
mod configuration;
mod differences;
mod document;
mod mapped;
mod pairing;
mod place;
mod providers;
mod recorded;
#[cfg(test)]
mod tests;
mod unfollowed;
mod values;
mod variables;

use super::evaluator::Evaluator;
use super::module::Module;
use super::project::Project;
use super::{EvaluatedModule, EvaluatedResource, Inputs, ModuleCall, RootOutput};
use crate::evaluate::{Data, Origin, Reason, ResourceId, Value};
use crate::parse::json;
use crate::parse::tree::Node;
use crate::source::{Diagnostic, FileId, FileKind, Level, Sources, Span};
use address::ResourceAddress;
use configuration::References;
use differences::Differences;
use document::{Plan, Planned};
use place::Placed;
use rayon::prelude::*;
use recorded::Recorded;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use unfollowed::Unfollowed;
use values::Trees;

/// The plans among the files of a run, read.
pub(super) struct Plans {
    trees: Vec<(FileId, Node)>,
    diagnostics: Vec<Diagnostic>,
}

impl Plans {
    /// Reads those of `files` that are plans.
    pub(super) fn load(sources: &Sources, files: &[FileId]) -> Plans {
        let files: Vec<FileId> =
            files.iter().copied().filter(|id| sources.file(*id).kind == FileKind::Plan).collect();
        let parsed: Vec<_> = files.into_par_iter().map(|id| (id, json::parse(sources, id))).collect();
        let (mut trees, mut diagnostics) = (Vec::new(), Vec::new());
        for (id, (node, found)) in parsed {
            trees.extend(node.map(|node| (id, node)));
            diagnostics.extend(found);
        }
        trees.sort_by_key(|(id, _)| sources.file(*id).path.clone());
        Plans { trees, diagnostics }
    }

    /// Evaluates every plan, and takes the roots that they are plans of out of the project's.
    pub(super) fn evaluate(
        mut self,
        project: &mut Project,
        sources: &Sources,
        inputs: &Inputs,
    ) -> Vec<EvaluatedModule> {
        project.diagnostics.append(&mut self.diagnostics);
        let plans: Vec<Plan<'_>> = self.trees.iter().map(|(file, node)| Plan::read(*file, node)).collect();
        let placed = place::all(project, sources, &plans);
        let plans = plans.into_par_iter().zip(placed);
        plans.map(|(plan, placed)| evaluate(plan, &placed, project, sources, inputs)).collect()
    }
}

fn evaluate(
    mut plan: Plan<'_>,
    placed: &Placed,
    project: &Project,
    sources: &Sources,
    inputs: &Inputs,
) -> EvaluatedModule {
    let root = placed.sources.as_ref().and_then(|dir| project.module(dir));
    let source = root.map(|root| from_sources(&plan, placed, root, project, sources, inputs));
    let mut evaluated = EvaluatedModule {
        root: placed.label.clone(),
        resources: Vec::new(),
        withheld: Vec::new(),
        // What a plan does not make does not exist.
        made: placed.sources.iter().flat_map(|dir| project.reachable(dir)).collect(),
        values: source.as_ref().map(|source| source.values.clone()).unwrap_or_default(),
        outputs: BTreeMap::new(),
        calls: Vec::new(),
        providers: BTreeMap::new(),
        configurations: Vec::new(),
        diagnostics: std::mem::take(&mut plan.diagnostics),
        plan: Some(sources.file(plan.file).path.clone()),
    };
    let references = References::new(&plan.configuration, &placed.label, &plan.resources);
    let maker = Maker { plan: &plan, root: &placed.label, references: &references };
    match source.zip(root) {
        Some((source, root)) => maker.beside(source, root, &mut evaluated),
        None => maker.alone(&mut evaluated),
    }
    if references.is_spent() {
        let message =
            "this plan is too large to compare all of it with its configuration; references are missing";
        let place = Span::new(plan.file, 0, 0);
        evaluated.diagnostics.push(Diagnostic::at(Level::Warning, "plan-limit", place, message));
    }
    evaluated
}

/// What the sources of a plan come to, with the variables that it was made with.
fn from_sources(
    plan: &Plan<'_>,
    placed: &Placed,
    root: &Module,
    project: &Project,
    sources: &Sources,
    inputs: &Inputs,
) -> EvaluatedModule {
    let (inputs, diagnostics) = variables::inputs(plan, root, project, sources, inputs);
    let evaluator = Evaluator::new(project, sources, &inputs, root.dir.clone()).reading(read(plan));
    super::evaluate_module(evaluator.labelled(placed.label.clone()), root, diagnostics)
}

/// What the plan's data sources have read, by address.
fn read(plan: &Plan<'_>) -> BTreeMap<String, Value> {
    let data = plan.resources.iter().filter(|(_, planned)| planned.address.data_source);
    data.map(|(address, planned)| ((*address).to_owned(), planned_attributes(planned))).collect()
}

impl Evaluator<'_> {
    /// Adds what the plan's data source at an address has read to what its block says.
    pub(super) fn read_in_plan(
        &self,
        address: &str,
        header: Span,
        attributes: &mut BTreeMap<Arc<str>, Value>,
    ) {
        let origin = Origin::literal(header);
        for (name, value) in self.read.get(address).and_then(Value::entries).into_iter().flatten() {
            if !attributes.contains_key(name) && !value.is_unknown() {
                attributes.insert(name.clone(), mapped::all_from(value, &origin));
            }
        }
    }
}

/// A module call that only the plan tells of.
fn recorded_call(address: String, call: &Node) -> ModuleCall {
    let not_followed = call.get("module").is_none().then(|| "it is not in the plan".into());
    ModuleCall {
        address: address.into(),
        source: call.get("source").and_then(Node::as_str).map(Into::into),
        header: Span { end: call.span.start + 1, ..call.span },
        not_followed,
        arguments: None,
    }
}

/// Resource instances of the sources by address.
struct Instances<'s>(BTreeMap<&'s str, &'s EvaluatedResource>);

impl<'s> Instances<'s> {
    fn new(source: &'s EvaluatedModule) -> Instances<'s> {
        Instances(source.resources.iter().map(|resource| (&*resource.address, resource)).collect())
    }

    /// The instance with an address, or the one that stands for an unknown number of instances.
    fn find(&self, address: &str) -> Option<&'s EvaluatedResource> {
        if let Some(exact) = self.0.get(address) {
            return Some(exact);
        }
        let parts = address::parts(address)?;
        // Any of the modules and resources on the way may be the one whose number is unknown, or all of them.
        let keyed = |at: &usize| parts.get(*at).is_some_and(|part| part.key().is_some());
        let general = |open: &dyn Fn(usize) -> bool| {
            let starts = std::iter::once(0).chain(parts.iter().map(|part| part.end));
            let texts = parts.iter().zip(starts).enumerate().map(|(at, (part, start))| match open(at) {
                true => "[*]",
                false => address.get(start..part.end).unwrap_or_default(),
            });
            self.0.get(&*texts.collect::<String>()).copied()
        };
        let all = general(&|at| keyed(&at));
        all.or_else(|| (0..parts.len()).rev().filter(keyed).find_map(|open| general(&|at| at == open)))
    }
}

/// Makes resources of a plan.
struct Maker<'p, 'n> {
    plan: &'p Plan<'n>,
    root: &'p str,
    references: &'p References<'p, 'n>,
}

impl<'p, 'n> Maker<'p, 'n> {
    /// All that is planned, beside what the sources come to.
    fn beside(&self, source: EvaluatedModule, root: &Module, evaluated: &mut EvaluatedModule) {
        let unfollowed = Unfollowed::new(&source, root, self.plan);
        let instances = Instances::new(&source);
        let mut differences = Differences::default();
        evaluated.configurations.clone_from(&source.configurations);
        for (address, planned) in &self.plan.resources {
            evaluated.resources.push(match instances.find(address) {
                Some(from) => {
                    if !planned.address.data_source {
                        differences.compare(address, &planned_attributes(planned), &from.attributes);
                    }
                    self.mapped(address, planned, from)
                }
                None => self.recorded(address, planned, Some(&unfollowed)),
            });
        }
        let made: BTreeSet<String> =
            self.plan.resources.values().map(|planned| planned.address.block()).collect();
        evaluated.resources.extend(self.newer(&source, &made));
        evaluated.diagnostics.extend(place::outdated(self.plan, root));
        evaluated.diagnostics.extend(differences.into_diagnostic());
        evaluated.diagnostics.extend(source.diagnostics);
        evaluated.outputs = source.outputs;
        evaluated.providers = source.providers;
        evaluated.withheld = source.withheld;
        evaluated.withheld.retain(|withheld| !made.contains(&*withheld.resource.address));
        evaluated.calls = source.calls;
        for call in &mut evaluated.calls {
            // Terraform had the module, whether or not it is here.
            call.not_followed.take_if(|_| self.plan.configuration.follows(&call.address));
        }
    }

    /// What the sources declare and the configuration of a plan that has grown old does not know: nobody has planned
    /// it, so it is as the sources have it. A plan must not hide what was written after it.
    fn newer(&self, source: &EvaluatedModule, made: &BTreeSet<String>) -> Vec<EvaluatedResource> {
        let known = &self.plan.configuration;
        if known.module("").is_none() {
            return Vec::new();
        }
        let is_newer = |resource: &&EvaluatedResource| {
            let address = ResourceAddress::parse(&resource.address);
            address.is_some_and(|own| known.resource(&own).is_none() && !made.contains(&own.block()))
        };
        source.resources.iter().filter(is_newer).cloned().collect()
    }

    /// All that is planned, where nothing else is here.
    fn alone(&self, evaluated: &mut EvaluatedModule) {
        let (configurations, positions) = providers::read(self.plan, self.root, self.references);
        evaluated.configurations = configurations;
        let resource = |(address, planned): (&&str, &Planned<'n>)| {
            let key = self.provider_key(planned);
            let configuration = key.and_then(|key| positions.get(key)).copied();
            EvaluatedResource { configuration, ..self.recorded(address, planned, None) }
        };
        evaluated.resources = self.plan.resources.iter().map(resource).collect();
        let output = |(name, node): (&&str, &&Node)| {
            let trees = Trees { values: node.get("value"), unknown: None, sensitive: node.get("sensitive") };
            let sensitive = node
                .get("sensitive")
                .map(|flag| Trees { values: Some(flag), unknown: None, sensitive: None }.value(flag.span));
            let value = trees.value(node.span);
            (Arc::from(*name), RootOutput { header: value.origin.span(), value, sensitive })
        };
        evaluated.outputs = self.plan.outputs.iter().map(output).collect();
        let calls = self.plan.configuration.calls();
        evaluated.calls = calls.map(|(address, call)| recorded_call(address, call)).collect();
    }

    /// With what the sources say of it.
    fn mapped(&self, address: &str, planned: &Planned<'n>, source: &EvaluatedResource) -> EvaluatedResource {
        let unknown = source.attributes.entries().into_iter().flatten();
        let unknown = unknown.filter(|(_, value)| !value.is_wholly_known()).map(|(name, _)| &**name);
        let attributes = with_omitted(planned_attributes(planned), planned, unknown);
        let own = self.resource(address, planned, attributes);
        EvaluatedResource {
            provider: source.provider.clone(),
            configuration: source.configuration,
            header: source.header,
            foreign_call: source.foreign_call,
            attributes: mapped::attributes(&own.attributes, &source.attributes),
            ..own
        }
    }

    /// With no more than the plan itself says of it.
    fn recorded(
        &self,
        address: &str,
        planned: &Planned<'n>,
        unfollowed: Option<&Unfollowed<'_, 'n>>,
    ) -> EvaluatedResource {
        let block = self.plan.configuration.resource(&planned.address);
        let call = unfollowed.and_then(|unfollowed| unfollowed.call(planned.address.module));
        let recorded = Recorded::new(planned, block, self.references, call.as_ref());
        let set = block.and_then(|block| block.get("expressions"));
        let set = document::fields(set).filter(|(_, one)| one.get("constant_value").is_none());
        let attributes = with_omitted(planned_attributes(planned), planned, set.map(|(name, _)| name));
        let attributes = recorded.attributes(attributes);
        let own = self.resource(address, planned, attributes);
        match call {
            Some(call) => EvaluatedResource { header: call.header, foreign_call: Some(call.header), ..own },
            None => own,
        }
    }

    fn resource(&self, address: &str, planned: &Planned<'n>, attributes: Value) -> EvaluatedResource {
        let own = &planned.address;
        EvaluatedResource {
            id: ResourceId(format!("{}//{address}", self.root).into()),
            address: address.into(),
            data_source: own.data_source,
            kind: own.kind.into(),
            name: own.name.into(),
            provider: self.provider(planned).into(),
            configuration: None,
            module: (!own.module.is_empty()).then(|| own.module.into()),
            header: planned.place,
            foreign_call: None,
            attributes,
            declared: None,
        }
    }

    /// The key of the provider's configuration.
    fn provider_key(&self, planned: &Planned<'n>) -> Option<&'n str> {
        let block = self.plan.configuration.resource(&planned.address);
        block.and_then(|block| block.get("provider_config_key")).and_then(Node::as_str)
    }

    /// The provider's local name: from `module.m:aws.west`, else from `registry.terraform.io/hashicorp/aws`.
    fn provider(&self, planned: &Planned<'n>) -> &'n str {
        let local = self.provider_key(planned).and_then(|key| key.rsplit(':').next()?.split('.').next());
        let full = || planned.provider_name.and_then(|name| name.rsplit('/').next());
        let found = local.or_else(full).filter(|name| !name.is_empty());
        found.or_else(|| planned.address.kind.split('_').next()).unwrap_or_default()
    }
}

/// The attributes with those of `set` that the plan omits because they are unknown.
fn with_omitted<'s>(attributes: Value, planned: &Planned<'_>, set: impl Iterator<Item = &'s str>) -> Value {
    let omitted: Vec<&str> = set.filter(|name| planned.omits(name)).collect();
    let Data::Mapping(kind, entries) = &attributes.data else { return attributes };
    if omitted.is_empty() {
        return attributes;
    }
    let mut entries = BTreeMap::clone(entries);
    for name in omitted {
        let unknown = || Value::unknown(Reason::Computed, Origin::literal(planned.place));
        entries.entry(name.into()).or_insert_with(unknown);
    }
    Value { data: Data::Mapping(*kind, Arc::new(entries)), ..attributes }
}

/// All that is planned of a resource: an object.
fn planned_attributes(planned: &Planned<'_>) -> Value {
    let Planned { values, unknown, sensitive, .. } = planned;
    let trees = Trees { values: *values, unknown: *unknown, sensitive: *sensitive };
    let value = trees.value(planned.place);
    match value.data {
        Data::Mapping(..) => value,
        // Wholly unknown attributes are still attributes.
        _ => Value::object(BTreeMap::new(), Origin::literal(planned.place)),
    }
}
