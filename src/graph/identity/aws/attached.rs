//! Which policies hold for which identity.

use super::effect;
use super::managed;
use super::statement::Document;
use super::world::World;
use crate::evaluate::{Data, Path, Reason, Step, Value};
use crate::graph::identity::{Open, Part, Place, Sign};
use crate::graph::{Resource, ResourceIndex};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// A document that holds for an identity.
#[derive(Clone, Debug)]
pub(super) struct Attached {
    pub(super) document: Rc<Document>,
    /// Where to point for all of its statements, if it is written nowhere in the configuration.
    pub(super) instead: Option<Place>,
    pub(super) evidence: Vec<Sign>,
}

/// What an identity may do at most.
#[derive(Clone, Debug)]
pub(super) enum Boundary {
    Known(Attached),
    Unknown(Place),
}

/// What is attached to an identity.
#[derive(Clone, Debug, Default)]
pub(super) struct Owned {
    pub(super) form: &'static str,
    pub(super) attached: Vec<Attached>,
    pub(super) boundary: Option<Boundary>,
    /// The groups it is in, and where that is said.
    pub(super) groups: Vec<(ResourceIndex, Sign)>,
    pub(super) unknown: Open,
}

impl Owned {
    /// What is open of whoever may have this or not.
    fn parts(&self) -> BTreeSet<Part> {
        match self.unknown.is_empty() {
            true => self.attached.iter().flat_map(|one| effect::parts_by(&one.document)).collect(),
            false => BTreeSet::from([Part::Rights]),
        }
    }
}

/// The kinds that are identities.
pub(super) fn form(kind: &str) -> Option<&'static str> {
    Some(match kind.strip_prefix("data.").unwrap_or(kind) {
        "aws_iam_role" => "role",
        "aws_iam_user" => "user",
        "aws_iam_group" => "group",
        "aws_ssoadmin_permission_set" => "permission-set",
        _ => return None,
    })
}

/// A kind that says whose a policy is: where it names the owner, and of which kind, and where the policy.
struct Attachment {
    kind: &'static str,
    owner: &'static str,
    owner_kind: &'static str,
    policy: &'static str,
    /// `policy` is a document, not the name of one.
    inline: bool,
}

const fn attachment(
    kind: &'static str,
    owner: &'static str,
    owner_kind: &'static str,
    policy: &'static str,
    inline: bool,
) -> Attachment {
    Attachment { kind, owner, owner_kind, policy, inline }
}

const ATTACHMENTS: [Attachment; 13] = [
    attachment("aws_iam_role_policy", "role", "aws_iam_role", "policy", true),
    attachment("aws_iam_user_policy", "user", "aws_iam_user", "policy", true),
    attachment("aws_iam_group_policy", "group", "aws_iam_group", "policy", true),
    attachment(
        "aws_ssoadmin_permission_set_inline_policy",
        "permission_set_arn",
        "aws_ssoadmin_permission_set",
        "inline_policy",
        true,
    ),
    attachment("aws_iam_role_policy_attachment", "role", "aws_iam_role", "policy_arn", false),
    attachment("aws_iam_user_policy_attachment", "user", "aws_iam_user", "policy_arn", false),
    attachment("aws_iam_group_policy_attachment", "group", "aws_iam_group", "policy_arn", false),
    attachment("aws_iam_policy_attachment", "roles", "aws_iam_role", "policy_arn", false),
    attachment("aws_iam_policy_attachment", "users", "aws_iam_user", "policy_arn", false),
    attachment("aws_iam_policy_attachment", "groups", "aws_iam_group", "policy_arn", false),
    attachment(
        "aws_iam_role_policy_attachments_exclusive",
        "role_name",
        "aws_iam_role",
        "policy_arns",
        false,
    ),
    attachment(
        "aws_ssoadmin_managed_policy_attachment",
        "permission_set_arn",
        "aws_ssoadmin_permission_set",
        "managed_policy_arn",
        false,
    ),
    attachment(
        "aws_ssoadmin_customer_managed_policy_attachment",
        "permission_set_arn",
        "aws_ssoadmin_permission_set",
        "customer_managed_policy_reference",
        false,
    ),
];

/// Who is named somewhere.
enum Owners {
    Found(Vec<ResourceIndex>),
    /// Somebody that the configuration does not declare.
    Elsewhere,
    /// Cannot be told.
    Unknown,
}

/// What holds for each identity of the graph.
pub(super) fn collect(world: &mut World<'_, '_>) -> BTreeMap<ResourceIndex, Owned> {
    let mut found = Collector::default();
    for (at, resource) in world.resources() {
        if let Some(form) = form(&resource.kind) {
            found.of_identity(world, at, resource, form);
        }
    }
    for (at, resource) in world.resources() {
        for attachment in ATTACHMENTS.iter().filter(|one| one.kind == &*resource.kind) {
            found.attachment(world, at, resource, attachment);
        }
        found.membership(world, at, resource);
    }
    found.unclaimed(world);
    found.loose(world);
    // What is read from elsewhere is an identity of this configuration where the configuration gives it rights.
    let is_read = |at: &ResourceIndex| world.graph.get(*at).is_some_and(|one| one.kind.starts_with("data."));
    found.owned.retain(|at, owned| !owned.attached.is_empty() || !is_read(at));
    found.owned
}

#[derive(Default)]
struct Collector {
    owned: BTreeMap<ResourceIndex, Owned>,
    /// Policies that something is said to have, or that only bound others.
    used: BTreeSet<ResourceIndex>,
    /// Policies of which it is not known whether somebody here has them or somebody elsewhere, and where that is said.
    perhaps: BTreeMap<ResourceIndex, Place>,
    /// What may belong to any identity of a kind in a root.
    loose: BTreeMap<(String, &'static str), Open>,
}

impl Collector {
    /// What an identity says of itself.
    fn of_identity(
        &mut self,
        world: &mut World<'_, '_>,
        at: ResourceIndex,
        resource: &Resource,
        form: &'static str,
    ) {
        let mut owned = Owned { form, ..Owned::default() };
        let note = |what: &str| format!("{} {what}", resource.address);
        let mut unknown = Vec::new();
        let inline = Path::default().join(&["inline_policy"]);
        for (path, block) in world.elements(resource, &inline, &mut unknown, at) {
            let path = path.join(&["policy"]);
            if let Some(policy) = block.get("policy") {
                let document = world.document(at, &path, policy);
                owned.attached.push(Attached { document, instead: None, evidence: Vec::new() });
            }
        }
        let managed = Path::default().join(&["managed_policy_arns"]);
        for (path, arn) in world.elements(resource, &managed, &mut unknown, at) {
            let sign =
                Sign { place: Place { resource: at, path: path.clone() }, note: note("has this policy") };
            self.policy(world, at, &path, &arn, &mut owned, sign);
        }
        owned.unknown.extend(unknown, Part::Rights);
        let boundary = Path::default().join(&["permissions_boundary"]);
        if let Some(value) = resource.attributes.get("permissions_boundary") {
            owned.boundary = self.boundary(world, at, &boundary, value, note("is bounded by this policy"));
        }
        self.owned.insert(at, owned);
    }

    fn boundary(
        &mut self,
        world: &mut World<'_, '_>,
        at: ResourceIndex,
        path: &Path,
        value: &Value,
        note: String,
    ) -> Option<Boundary> {
        if matches!(value.data, Data::Null) {
            return None;
        }
        let place = Place { resource: at, path: path.clone() };
        let mut bounding = Owned::default();
        self.policy(world, at, path, value, &mut bounding, Sign { place: place.clone(), note });
        let known = bounding.unknown.is_empty().then(|| bounding.attached.pop()).flatten();
        Some(known.map_or(Boundary::Unknown(place), Boundary::Known))
    }

    /// Adds the policy that a value names, and gives those that nothing was said to have before.
    fn policy(
        &mut self,
        world: &mut World<'_, '_>,
        at: ResourceIndex,
        path: &Path,
        value: &Value,
        owned: &mut Owned,
        sign: Sign,
    ) -> Vec<ResourceIndex> {
        let place = Place { resource: at, path: path.clone() };
        let policies = world.referred(at, path, &["aws_iam_policy"]);
        let text = world.reader.text(at, value);
        let named = world.policy_named(at, &text.text);
        let policies = if policies.is_empty() { named.into_iter().collect() } else { policies };
        for policy in &policies {
            let document = world.document_of(*policy);
            owned.attached.push(Attached { document, instead: None, evidence: vec![sign.clone()] });
        }
        if !policies.is_empty() {
            return policies.into_iter().filter(|policy| self.used.insert(*policy)).collect();
        }
        let read = world.referred(at, path, &["data.aws_iam_policy"]);
        let data = read.first().and_then(|policy| world.data_policy_name(*policy));
        let name = data.or_else(|| managed::name_in(&text.text).map(str::to_owned));
        match name.and_then(|name| world.managed(&name)) {
            Some(document) => {
                owned.attached.push(Attached { document, instead: Some(place), evidence: Vec::new() });
            }
            None => owned.unknown.add(place, Part::Rights),
        }
        Vec::new()
    }

    /// What a resource attaches.
    fn attachment(
        &mut self,
        world: &mut World<'_, '_>,
        at: ResourceIndex,
        resource: &Resource,
        attachment: &Attachment,
    ) {
        let owner = Path::default().join(&[attachment.owner]);
        let owners = owners(world, at, resource, &owner, attachment.owner_kind);
        let (given, claimed) = self.given(world, at, resource, attachment);
        match owners {
            Owners::Found(owners) => {
                for owner in owners {
                    let owned = self.owned.entry(owner).or_default();
                    owned.attached.extend(given.attached.iter().cloned());
                    owned.unknown.merge(&given.unknown);
                }
            }
            Owners::Elsewhere if attachment.inline => {
                self.owned.insert(at, Owned { form: "policy", ..given });
            }
            // Whoever it is attached to is not here: the policy speaks for itself.
            Owners::Elsewhere => claimed.iter().for_each(|policy| {
                self.used.remove(policy);
            }),
            Owners::Unknown => {
                let key = (resource.root.to_string(), attachment.owner_kind);
                let place = Place { resource: at, path: owner };
                for policy in claimed {
                    self.used.remove(&policy);
                    self.perhaps.insert(policy, place.clone());
                }
                self.loose.entry(key).or_default().extend_by([place], &given.parts());
            }
        }
    }

    /// What a resource gives whomever it attaches it to, and the policies among it that are declared here.
    fn given(
        &mut self,
        world: &mut World<'_, '_>,
        at: ResourceIndex,
        resource: &Resource,
        attachment: &Attachment,
    ) -> (Owned, Vec<ResourceIndex>) {
        let mut given = Owned::default();
        let mut claimed = Vec::new();
        let path = Path::default().join(&[attachment.policy]);
        if attachment.inline {
            if let Some(policy) = resource.attributes.get(attachment.policy) {
                let document = world.document(at, &path, policy);
                given.attached.push(Attached { document, instead: None, evidence: Vec::new() });
            }
        } else {
            let note = format!("attached by {}", resource.address);
            let mut unknown = Vec::new();
            for (path, value) in world.elements(resource, &path, &mut unknown, at) {
                let far = world.policy_of_accounts(at, &value);
                let (path, value) = match value.get("name") {
                    Some(name) => (path.join(&["name"]), name.clone()),
                    None => (path, value),
                };
                let place = Place { resource: at, path: path.clone() };
                let sign = Sign { place, note: note.clone() };
                match far {
                    // For itself it stands too, where its own root gives it to nobody.
                    Some(far) => {
                        let document = world.document_of(far);
                        given.attached.push(Attached { document, instead: None, evidence: vec![sign] });
                    }
                    None => claimed.extend(self.policy(world, at, &path, &value, &mut given, sign)),
                }
            }
            given.unknown.extend(unknown, Part::Rights);
        }
        (given, claimed)
    }

    /// Who is in which group.
    fn membership(&mut self, world: &mut World<'_, '_>, at: ResourceIndex, resource: &Resource) {
        let (users, groups) = match &*resource.kind {
            "aws_iam_user_group_membership" => ("user", "groups"),
            "aws_iam_group_membership" => ("users", "group"),
            _ => return,
        };
        let users_path = Path::default().join(&[users]);
        let groups_path = Path::default().join(&[groups]);
        let users = owners(world, at, resource, &users_path, "aws_iam_user");
        let groups = owners(world, at, resource, &groups_path, "aws_iam_group");
        let place = Place { resource: at, path: groups_path };
        match (users, groups) {
            (Owners::Found(users), Owners::Found(groups)) => {
                for user in users {
                    for group in &groups {
                        let note = format!("member of the group by {}", resource.address);
                        let sign = Sign { place: place.clone(), note };
                        self.owned.entry(user).or_default().groups.push((*group, sign));
                    }
                }
            }
            (Owners::Found(users), _) => {
                for user in users {
                    self.owned.entry(user).or_default().unknown.add(place.clone(), Part::Rights);
                }
            }
            (Owners::Unknown, _) => {
                let key = (resource.root.to_string(), "aws_iam_user");
                let place = Place { resource: at, path: users_path };
                self.loose.entry(key).or_default().add(place, Part::Rights);
            }
            (Owners::Elsewhere, _) => {}
        }
    }

    /// Policies that nothing here is said to have: somebody will, but those that conditions ask for as boundaries.
    fn unclaimed(&mut self, world: &mut World<'_, '_>) {
        let bounding = self.bounding(world);
        for (at, resource) in world.resources() {
            if &*resource.kind == "aws_iam_policy"
                && !self.used.contains(&at)
                && !bounding.certain.contains(&at)
            {
                let document = world.document_of(at);
                let attached = vec![Attached { document, instead: None, evidence: Vec::new() }];
                let doubt = bounding.possible.get(&at).or_else(|| self.perhaps.get(&at));
                let boundary = doubt.cloned().map(Boundary::Unknown);
                self.owned.insert(at, Owned { form: "policy", attached, boundary, ..Owned::default() });
            }
        }
    }

    /// Policies that a condition of a statement names as the boundary that what is made has to have.
    fn bounding(&self, world: &mut World<'_, '_>) -> Bounding {
        let attached = self.owned.values().flat_map(|owned| {
            let bounds = match &owned.boundary {
                Some(Boundary::Known(attached)) => Some(attached),
                _ => None,
            };
            owned.attached.iter().chain(bounds)
        });
        let mut documents: Vec<Rc<Document>> = attached.map(|attached| attached.document.clone()).collect();
        for (at, resource) in world.resources() {
            if &*resource.kind == "aws_iam_policy" {
                documents.push(world.document_of(at));
            }
        }
        let mut found = Bounding::default();
        for document in &documents {
            for (path, at) in document.perhaps_conditions().filter_map(|path| Some((path, document.at?))) {
                for policy in world.referred(at, path, &["aws_iam_policy"]) {
                    found.possible.entry(policy).or_insert_with(|| document.place(path));
                }
            }
            let conditions = document.statements.iter().flat_map(|statement| &statement.conditions);
            let asked = conditions.filter(|condition| condition.lower_key() == "iam:permissionsboundary");
            for (_, text) in asked.flat_map(|condition| &condition.values.texts) {
                found.certain.extend(text.refers.iter().map(|(policy, _)| *policy));
                if let Some(at) = document.at {
                    found.certain.extend(world.policy_named(at, &text.text));
                }
            }
        }
        found
    }

    /// What may belong to any identity belongs to none for certain.
    fn loose(&mut self, world: &World<'_, '_>) {
        for (at, owned) in &mut self.owned {
            let Some(resource) = world.graph.get(*at) else { continue };
            let kind = ATTACHMENTS.iter().map(|one| one.owner_kind).find(|kind| *kind == &*resource.kind);
            let loose = kind.and_then(|kind| self.loose.get(&(resource.root.to_string(), kind)));
            loose.into_iter().for_each(|loose| owned.unknown.merge(loose));
        }
    }
}

/// Policies that conditions ask for as boundaries.
#[derive(Default)]
struct Bounding {
    certain: BTreeSet<ResourceIndex>,
    /// What is made from them may be such a condition.
    possible: BTreeMap<ResourceIndex, Place>,
}

impl Document {
    /// Where it may hold conditions that are not known.
    fn perhaps_conditions(&self) -> impl Iterator<Item = &Path> {
        let conditions = self.statements.iter().flat_map(|statement| &statement.unknown_conditions);
        let perhaps = self.perhaps.iter().map(|statement| &statement.path);
        self.unknown.iter().chain(&self.opaque).chain(conditions).chain(perhaps)
    }
}

/// Who is named at a path of a resource: one, or a list of them.
fn owners(
    world: &mut World<'_, '_>,
    at: ResourceIndex,
    resource: &Resource,
    path: &Path,
    kind: &'static str,
) -> Owners {
    let data = format!("data.{kind}");
    let mut found = world.referred(at, path, &[kind, &data]);
    for profile in world.referred(at, path, &["aws_iam_instance_profile"]) {
        found.extend(world.referred(profile, &Path::default().join(&["role"]), &[kind, &data]));
    }
    let Some(value) = path.0.first().and_then(|step| match step {
        Step::Key(key) => resource.attributes.get(key),
        _ => None,
    }) else {
        return Owners::Found(found);
    };
    let texts: Vec<&Value> = value.items().map_or_else(|| vec![value], |items| items.iter().collect());
    let mut unknown = false;
    for text in &texts {
        match &text.data {
            Data::String(name) => found.extend(world.named(&resource.root, kind, name)),
            Data::Unknown(own) => {
                unknown |= !matches!(own.reason, Reason::UnsetVariable(_) | Reason::ModuleNotFollowed(_))
            }
            _ => {}
        }
    }
    found.sort_unstable();
    found.dedup();
    match (found.is_empty(), unknown) {
        (false, _) => Owners::Found(found),
        (true, true) => Owners::Unknown,
        (true, false) if texts.iter().all(|text| matches!(text.data, Data::Null)) => Owners::Found(found),
        (true, false) => Owners::Elsewhere,
    }
}
