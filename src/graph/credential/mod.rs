//! Credentials that end where they do not belong: in a virtual machine's user data, a function's environment, an
//! object, an output. Where they are made is in `source`, where they do not belong in `sink`; what hands them on
//! between the two is followed by `trace`.

mod document;
mod environment;
mod script;
mod secret_name;
mod sink;
mod source;
mod text;
mod told;
mod trace;
mod walk;
pub(super) mod words;
pub(super) mod written;

pub use document::{DocumentCredential, DocumentFlow};
pub use sink::Sink;

use super::link::Instances;
use super::workload::{self, PodTemplate};
use super::{Resource, ResourceIndex};
use crate::evaluate::Path;
use crate::source::{Diagnostic, Level};
use sink::Place;
use std::collections::BTreeSet;
use trace::Tracer;
use walk::Walk;

/// A place where credentials do not belong, and those that stand there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CredentialFlow {
    /// The resource that shows them.
    pub resource: ResourceIndex,
    /// Where in its attributes.
    pub path: Path,
    /// What kind of place that is.
    pub sink: Sink,
    /// What stands there; none where it cannot be told whether there is a credential.
    pub credentials: Vec<Credential>,
    /// Where in the text of the place the line begins that has a credential written on it, in bytes of what is known of
    /// that text. None where it is not told apart from the place as a whole.
    pub line: Option<usize>,
    /// Where what does nothing but hand on takes the first of the credentials in: a resource and the place in it.
    pub taken_in: Option<(ResourceIndex, Path)>,
    /// What would have to be known to say that it is so.
    pub unknown: Vec<Path>,
}

/// A credential that stands somewhere.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Credential {
    /// What it is, in words: "`result` of random_password.db". Never its text.
    pub what: String,
    /// What it opens.
    pub class: Class,
    /// Where it is made, and the attributes of other resources that hand it on, in order; empty where it is written
    /// at the place itself or set from outside.
    pub stations: Vec<(ResourceIndex, Path)>,
    /// It is what a variable is set to.
    pub by_variable: bool,
    /// Terraform itself knows it to be sensitive, and prints it nowhere.
    pub marked: bool,
}

impl Credential {
    /// Whether both are told alike.
    fn is_same(&self, other: &Credential) -> bool {
        self.what == other.what && self.stations == other.stations
    }

    /// Whether the other one is the same and came from here on.
    fn is_on_way_of(&self, other: &Credential) -> bool {
        self.what == other.what && other.stations.starts_with(&self.stations)
    }
}

/// What a credential opens.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Class {
    /// The programming interface of a cloud.
    CloudKey,
    /// Whatever trusts the public half.
    PrivateKey,
    /// A login.
    Password,
    /// A service, for whoever bears it.
    Token,
    /// What a secret store keeps.
    StoredSecret,
    /// Nobody says what: a variable declared sensitive.
    Sensitive,
}

/// Flows kept; no configuration written by people has as many.
const MAX_FLOWS: usize = 100_000;

/// All flows, ordered by resource and path.
pub(super) fn collect(
    resources: &[Resource],
    pod_templates: &[PodTemplate],
) -> (Vec<CredentialFlow>, Vec<Diagnostic>) {
    let instances = Instances::new(resources);
    let mut tracer = Tracer::new(resources, &instances);
    let mut flows = Vec::new();
    let mut diagnostics = Vec::new();
    let providers = resources.iter().filter(|resource| resource.kind.starts_with("provider."));
    let configured: BTreeSet<&str> = providers.map(|provider| &*provider.root).collect();
    let mut templates = pod_templates.iter().peekable();
    for (position, resource) in resources.iter().enumerate() {
        let index = ResourceIndex::new(position);
        let mut walk = Walk::new(index, resource, &mut tracer);
        for place in sink::places(&resource.kind) {
            walk.place(place);
        }
        if workload::is_of_operator(resource) && !sink::places(&resource.kind).any(Place::holds_values) {
            walk.environments();
        }
        while let Some(template) = templates.next_if(|template| template.resource == index) {
            walk.pod(&template.path);
        }
        let (mut found, cut) = walk.into_flows();
        for flow in &mut found {
            flow.taken_in = flow.credentials.first().and_then(|first| tracer.taken_in(first));
        }
        found.retain(|flow| flow.sink != Sink::Output || is_printed(flow, resource, &configured));
        flows.extend(found);
        if cut {
            diagnostics.push(limit(
                resource,
                "this resource is too large to be searched for credentials as a whole",
            ));
        }
        if flows.len() > MAX_FLOWS {
            flows.truncate(MAX_FLOWS);
            let message = format!(
                "there are more than {MAX_FLOWS} places that may show credentials; the others are left out"
            );
            diagnostics.push(limit(resource, &message));
            break;
        }
    }
    if let Some(resource) = tracer.cut().and_then(|index| resources.get(index.0 as usize)) {
        let message = "values come here by more stations than are followed; credentials may be overlooked";
        diagnostics.push(limit(resource, message));
    }
    (flows, diagnostics)
}

/// Whether Terraform prints an output. What it knows to be sensitive it refuses, and a module that configures no provider
/// is there for others to call, who print what they like.
fn is_printed(flow: &CredentialFlow, output: &Resource, configured: &BTreeSet<&str>) -> bool {
    let mut along = Vec::new();
    for length in 1..=flow.path.0.len() {
        let steps = flow.path.0.get(..length).unwrap_or_default();
        along.push(super::lookup::follow(&output.attributes, steps).0);
    }
    // A mark is lost on the way through what does nothing but hand on.
    let is_declared = flow.taken_in.is_none() && along.iter().any(|value| value.sensitive);
    let is_marked = is_declared || flow.credentials.iter().any(|one| one.marked);
    let is_bared = || along.iter().any(|value| value.origin.is_nonsensitive());
    configured.contains(&*output.root) && (!is_marked || is_bared())
}

fn limit(resource: &Resource, message: &str) -> Diagnostic {
    Diagnostic::at(Level::Warning, "graph-limit", resource.header, message.to_owned())
        .with_help("check directories apart")
}

#[cfg(test)]
mod tests;
