//! Whom a right reaches: the identities it covers, or whose code or machine it covers.

use super::actions::{Action, ResourcePattern, WATCHED};
use super::effect::Effective;
use super::holders;
use super::images::{Images, STARTED_FROM_IMAGE};
use super::scope::Scope;
use super::world::World;
use crate::evaluate::{Data, Path, Value};
use crate::graph::identity::text::{HOLE, Text, glob};
use crate::graph::identity::{Holder, Identity, Place, Power};
use crate::graph::{Resource, ResourceIndex};
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

/// Identities listed of those that a right covers; those that are more than ordinary come first.
const MAX_TARGETS: usize = 16;
/// Names compared with patterns in one run; real configurations compare some 10,000.
const MAX_COMPARISONS: usize = 2_000_000;

/// How the last part of an ARN begins, and the kind whose name follows.
const TYPES: [(&str, &str); 9] = [
    ("role/", "aws_iam_role"),
    ("user/", "aws_iam_user"),
    ("group/", "aws_iam_group"),
    ("policy/", "aws_iam_policy"),
    ("instance-profile/", "aws_iam_instance_profile"),
    ("function:", "aws_lambda_function"),
    ("project/", "aws_codebuild_project"),
    ("notebook-instance/", "aws_sagemaker_notebook_instance"),
    ("repository/", REPOSITORY),
];

/// Whose names hold slashes: for the others these end a path before the name.
pub(super) const REPOSITORY: &str = "aws_ecr_repository";

/// Who gains what.
pub(super) struct Targets<'w, 'a, 'r> {
    world: &'w World<'a, 'r>,
    /// By resource, the identities whose rights one gets with control over it.
    gains: BTreeMap<ResourceIndex, Vec<ResourceIndex>>,
    images: Images,
    /// The identities that are more than ordinary, or may be.
    strong: BTreeMap<ResourceIndex, Strength>,
    /// Some of these by root and by what they are or how something runs as them: the certain ones first.
    by_use: BTreeMap<(&'a str, &'static str), Vec<ResourceIndex>>,
    /// What each identity is.
    forms: BTreeMap<ResourceIndex, &'static str>,
    /// Names by root and kind.
    names: FxHashMap<(&'a str, &'a str), Vec<Named<'a>>>,
    matched: FxHashMap<(&'a str, &'static str, String), Vec<ResourceIndex>>,
    comparisons: usize,
}

impl<'w, 'a, 'r> Targets<'w, 'a, 'r> {
    pub(super) fn new(
        world: &'w World<'a, 'r>,
        identities: &[Identity],
        running: &BTreeMap<ResourceIndex, Vec<Holder>>,
        policies: &BTreeMap<ResourceIndex, Vec<ResourceIndex>>,
    ) -> Targets<'w, 'a, 'r> {
        let mut gains = policies.clone();
        for identity in identities {
            gains.entry(identity.resource).or_default().push(identity.resource);
            let held = running.get(&identity.resource).map(Vec::as_slice).unwrap_or_default();
            for holder in held.iter().filter(|holder| !holders::is_of_service(holder.how)) {
                gains.entry(holder.resource).or_default().push(identity.resource);
            }
        }
        let images = Images::new(world, running);
        for (repository, started) in &images.started {
            gains.entry(*repository).or_default().extend(started.iter().copied());
        }
        let strong: BTreeMap<ResourceIndex, Strength> = identities
            .iter()
            .filter_map(|identity| Some((identity.resource, Strength::of(identity)?)))
            .collect();
        let by_use = by_use(world, identities, running, &strong, &images);
        let mut names: FxHashMap<_, Vec<_>> = FxHashMap::default();
        for (at, resource) in world.resources() {
            let named = TYPES.iter().any(|(_, kind)| *kind == &*resource.kind);
            let argument = if &*resource.kind == "aws_lambda_function" { "function_name" } else { "name" };
            if named {
                let name = resource.attributes.get(argument).and_then(Value::as_str).unwrap_or(NAMELESS);
                let named = Named { name, full: full_name(resource, name), at };
                names.entry((&*resource.root, &*resource.kind)).or_default().push(named);
            }
        }
        let forms = identities.iter().map(|identity| (identity.resource, identity.form)).collect();
        let matched = FxHashMap::default();
        Targets { world, gains, images, strong, by_use, forms, names, matched, comparisons: 0 }
    }

    /// Whether names were left uncompared.
    pub(super) fn exceeded(&self) -> bool {
        self.comparisons >= MAX_COMPARISONS
    }

    /// Fills in whom a right of an identity reaches. `groups` are those it is in.
    pub(super) fn reach(
        &mut self,
        identity: &Identity,
        groups: &[ResourceIndex],
        position: usize,
        effective: &mut Effective,
    ) {
        let Some(action) = WATCHED.get(position) else { return };
        let Some(root) = self.world.graph.get(identity.resource).map(|resource| &*resource.root) else {
            return;
        };
        let (mut found, unnamed) = self.found(root, action, &effective.scope);
        let is_push = uses(action) == [STARTED_FROM_IMAGE];
        let own = effective.scope.texts.iter().any(|text| text.text.contains("{aws:username}"));
        let own_type = action.resource == identity.form || action.resource == "policy";
        let through_group = action.resource == "group" && !groups.is_empty();
        let right = &mut effective.right;
        right.itself = found.contains(&identity.resource)
            || groups.iter().any(|group| found.contains(group))
            || (own && action.resource == identity.form)
            || (effective.scope.anywhere && (own_type || through_group));
        found.remove(&identity.resource);
        let mut listed: Vec<ResourceIndex> = found.into_iter().collect();
        listed.sort_by_key(|target| (self.strong.get(target).copied().unwrap_or(Strength::None), *target));
        listed.truncate(MAX_TARGETS);
        listed.sort_unstable();
        if !effective.scope.anywhere && effective.scope.names() {
            let covered = listed.iter().chain(right.itself.then_some(&identity.resource));
            right.needs.extend(covered.filter_map(|one| self.unknown_path(*one)));
        }
        if is_push {
            right.needs.extend(listed.iter().flat_map(|target| self.images.doubts(*target)).cloned());
            right.needs.extend(unnamed);
        }
        right.targets = listed;
    }

    /// The identities that a right to an action leads to, and where the names of repositories are unknown through which
    /// it does.
    fn found(
        &mut self,
        root: &'a str,
        action: &'static Action,
        scope: &Scope,
    ) -> (BTreeSet<ResourceIndex>, Vec<Place>) {
        let mut found: BTreeSet<ResourceIndex> = BTreeSet::new();
        for text in &scope.texts {
            found.extend(self.covered(root, text));
        }
        let mut unnamed = Vec::new();
        if uses(action) == [STARTED_FROM_IMAGE] && scope.names() {
            for (repository, place) in self.images.unnamed(self.world, root) {
                let started = self.gains.get(&repository).into_iter().flatten();
                let more: Vec<ResourceIndex> =
                    started.filter(|identity| !found.contains(identity)).copied().collect();
                unnamed.extend((!more.is_empty()).then_some(place));
                found.extend(more);
            }
        }
        if scope.anywhere {
            let reached = uses(action).into_iter().filter_map(|one| self.by_use.get(&(root, one)));
            found.extend(reached.flatten());
        }
        for denied in &scope.denied {
            let denied: BTreeSet<ResourceIndex> = self.covered(root, denied).into_iter().collect();
            found.retain(|target| !denied.contains(target));
        }
        if matches!(action.resource, "role" | "user" | "group") {
            found.retain(|target| self.forms.get(target).is_some_and(|form| *form == action.resource));
        }
        (found, unnamed)
    }

    /// The identities that control over what a text names gives.
    fn covered(&mut self, root: &'a str, text: &Text) -> Vec<ResourceIndex> {
        let referred = text.refers.iter().filter_map(|(at, _)| self.gains.get(at)).flatten().copied();
        let mut found: Vec<ResourceIndex> = referred.collect();
        let ResourcePattern::Arn { resource, .. } = ResourcePattern::new(&text.text) else { return found };
        if !found.is_empty() {
            return found;
        }
        for (prefix, kind) in TYPES {
            let Some(path) = resource.strip_prefix(prefix) else { continue };
            let last = path.rsplit_once('/').map_or(path, |(_, name)| name);
            let name = if kind == REPOSITORY { path } else { last };
            match path.contains(['*', '?', HOLE]) {
                false => {
                    let named = self.world.named(root, kind, name).filter(|at| self.lies_at(*at, name, path));
                    found.extend(named.and_then(|at| self.gains.get(&at)).into_iter().flatten());
                }
                true => found.extend(self.matching(root, kind, path)),
            }
        }
        found
    }

    /// Whether what has a name has it at a path of IAM, or may have it there.
    fn lies_at(&self, at: ResourceIndex, name: &str, path: &str) -> bool {
        let resource = self.world.graph.get(at);
        let full = resource.and_then(|resource| full_name(resource, name));
        full.is_none_or(|full| full == path)
    }

    /// Where the path of IAM stands at which something lies, if that is unknown: it may be covered, or not.
    fn unknown_path(&self, resource: ResourceIndex) -> Option<Place> {
        let path = self.world.graph.get(resource)?.attributes.get("path")?;
        path.is_unknown().then(|| Place { resource, path: Path::default().join(&["path"]) })
    }

    fn matching(&mut self, root: &'a str, kind: &'static str, pattern: &str) -> Vec<ResourceIndex> {
        let key = (root, kind, pattern.to_owned());
        if let Some(known) = self.matched.get(&key) {
            return known.clone();
        }
        let names = self.names.get(&(root, kind)).map(Vec::as_slice).unwrap_or_default();
        let left = MAX_COMPARISONS.saturating_sub(self.comparisons);
        self.comparisons += names.len().min(left);
        let matching = names.iter().take(left).filter(|named| named.matches(pattern, kind));
        let found: Vec<ResourceIndex> =
            matching.filter_map(|named| self.gains.get(&named.at)).flatten().copied().collect();
        self.matched.insert(key, found.clone());
        found
    }
}

/// Stands for a name that is not known: a pattern over all names matches it.
const NAMELESS: &str = "\u{10FFFE}";

/// What has a name.
struct Named<'a> {
    name: &'a str,
    /// The name behind its path in IAM, as an ARN has it; none where the path is unknown.
    full: Option<String>,
    at: ResourceIndex,
}

impl Named<'_> {
    /// Whether a pattern over the last part of an ARN matches it, or may: of an unknown path nothing is asked.
    fn matches(&self, pattern: &str, kind: &str) -> bool {
        match self.full.as_deref().filter(|_| !pattern.contains(HOLE)) {
            Some(full) => glob(pattern, full),
            None if kind == REPOSITORY => glob(pattern, self.name),
            None => glob(pattern.rsplit_once('/').map_or(pattern, |(_, name)| name), self.name),
        }
    }
}

/// A name behind the path in IAM that the resource gives it.
fn full_name(resource: &Resource, name: &str) -> Option<String> {
    let path = match resource.attributes.get("path") {
        Some(value) if !matches!(value.data, Data::Null) => value.as_str()?,
        _ => "/",
    };
    Some(format!("{}{name}", path.trim_start_matches('/')))
}

/// How certain it is that an identity is more than ordinary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Strength {
    /// It is.
    Certain,
    /// Something of it is unknown.
    Possible,
    /// It is not.
    None,
}

impl Strength {
    fn of(identity: &Identity) -> Option<Strength> {
        match identity.power > Power::Ordinary {
            true => Some(Strength::Certain),
            false => identity.doubts().next().map(|_| Strength::Possible),
        }
    }
}

/// What is strong by root and use, no more of each than are listed of a right.
fn by_use<'a>(
    world: &World<'a, '_>,
    identities: &[Identity],
    running: &BTreeMap<ResourceIndex, Vec<Holder>>,
    strong: &BTreeMap<ResourceIndex, Strength>,
    images: &Images,
) -> BTreeMap<(&'a str, &'static str), Vec<ResourceIndex>> {
    let mut found: BTreeMap<(&str, &'static str), Vec<ResourceIndex>> = BTreeMap::new();
    for wanted in [Strength::Certain, Strength::Possible] {
        for identity in identities.iter().filter(|one| strong.get(&one.resource) == Some(&wanted)) {
            let Some(resource) = world.graph.get(identity.resource) else { continue };
            let held = running.get(&identity.resource).map(Vec::as_slice).unwrap_or_default();
            let hows: BTreeSet<&'static str> = held.iter().map(|holder| holder.how).collect();
            // By the kind of identity it matters that it is strong for certain: the right covers all others anyway.
            let form = (wanted == Strength::Certain).then_some([identity.form, ANY_POLICY]);
            let started = images.start(identity.resource).then_some(STARTED_FROM_IMAGE);
            for one in hows.into_iter().chain(form.into_iter().flatten()).chain(started) {
                let listed = found.entry((&*resource.root, one)).or_default();
                if listed.len() < MAX_TARGETS {
                    listed.push(identity.resource);
                }
            }
        }
    }
    found
}

/// Stands for whoever has any policy.
const ANY_POLICY: &str = "any-policy";

/// What an action acts on: kinds of identities, or how something runs as them.
fn uses(action: &'static Action) -> Vec<&'static str> {
    match action.resource {
        "role" | "user" | "group" => vec![action.resource],
        "policy" if action.service == "iam" => vec![ANY_POLICY],
        "repository" => vec![STARTED_FROM_IMAGE],
        _ => holders::how(action.name).to_vec(),
    }
}
