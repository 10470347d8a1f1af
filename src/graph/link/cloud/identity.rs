//! The identities of a cloud that service accounts act as.

use super::{Links, Wanted, below, elements, text};
use crate::evaluate::{Path, Value};
use crate::graph::{Relation, ResourceIndex};

/// Annotations of service accounts.
pub(super) const KEYS: [&str; 3] = [AWS, GOOGLE, AZURE];

const AWS: &str = "eks.amazonaws.com/role-arn";
const GOOGLE: &str = "iam.gke.io/gcp-service-account";
const AZURE: &str = "azure.workload.identity/client-id";

pub(super) const ROLE: Wanted = Wanted { what: "IAM role", kinds: &[("aws_iam_role", &["name"])] };

pub(super) const GOOGLE_ACCOUNT: Wanted =
    Wanted { what: "Google service account", kinds: &[("google_service_account", &["account_id"])] };

/// Their client ids are given by Azure, so only an expression can mean one.
const AZURE_IDENTITY: Wanted = Wanted {
    what: "Azure identity",
    kinds: &[
        ("azurerm_user_assigned_identity", &["client_id"]),
        ("azuread_application", &["client_id"]),
        ("azuread_application_registration", &["client_id"]),
        ("azuread_service_principal", &["client_id"]),
    ],
};

/// What begins the name that a service account has for other systems.
const SUBJECT: &str = "system:serviceaccount:";

/// The role of Google that lets a Kubernetes service account act as a Google one.
const WORKLOAD_IDENTITY: &str = "roles/iam.workloadIdentityUser";

/// The name of a role in its ARN, or the name alone.
pub(super) fn role_name(text: &str) -> Option<String> {
    let name = match text.split_once(":role/") {
        Some((_, path)) => path.rsplit_once('/').map_or(path, |(_, name)| name),
        None if text.contains(':') => return None,
        None => text,
    };
    (!name.is_empty()).then(|| name.to_owned())
}

impl Links<'_, '_> {
    pub(super) fn identity_mark(&mut self, from: ResourceIndex, key: &str, value: &Value, via: &Path) {
        let relation = Relation::Assumes;
        match key {
            AWS => self.link(from, value, &ROLE, relation, via, role_name),
            GOOGLE => self.link(from, value, &GOOGLE_ACCOUNT, relation, via, |text| {
                let (name, host) = text.split_once('@')?;
                host.ends_with("gserviceaccount.com").then(|| name.to_owned())
            }),
            _ => {
                self.link(from, value, &AZURE_IDENTITY, relation, via, |_| None);
                if value.as_str().is_some_and(|text| !text.is_empty())
                    && self.world.referred(from, value, &AZURE_IDENTITY).is_empty()
                {
                    let reason =
                        "Azure gives out client ids, so it is not known whose this one is".to_owned();
                    self.references.leads_nowhere(from, relation, via.clone(), reason);
                }
            }
        }
    }

    /// What a resource of Terraform lets service accounts act as.
    pub(super) fn trust(&mut self, from: ResourceIndex) {
        let Some(resource) = self.world.get(from) else { return };
        match &*resource.kind {
            "aws_iam_role" => self.role_trust(from),
            "aws_eks_pod_identity_association" => self.pod_identity(from),
            "google_service_account_iam_member" | "google_service_account_iam_binding" => {
                self.google_members(from);
            }
            "azurerm_federated_identity_credential" | "azuread_application_federated_identity_credential" => {
                self.federated(from);
            }
            _ => {}
        }
    }

    /// The service accounts that a subject means: `system:serviceaccount:NAMESPACE:NAME`, perhaps with wildcards. None
    /// for other subjects.
    pub(super) fn subject(
        &self,
        from: ResourceIndex,
        subject: &Value,
    ) -> Option<Result<Vec<ResourceIndex>, String>> {
        let written = self.world.text(subject)?;
        let Some(rest) = written.strip_prefix(SUBJECT) else {
            let unknown = subject.is_unknown() && super::is_hole(&written);
            return unknown.then(|| Err(self.unknown(from, subject)));
        };
        if !text::is_known(rest) {
            return Some(Err(self.unknown(from, subject)));
        }
        let (namespace, name) = rest.split_once(':')?;
        Some(self.world.accounts(from, namespace, name))
    }

    pub(super) fn trusts(
        &mut self,
        from: ResourceIndex,
        found: Option<Result<Vec<ResourceIndex>, String>>,
        via: &Path,
    ) -> Vec<ResourceIndex> {
        match found {
            Some(Ok(accounts)) => {
                self.references.add(from, accounts.iter().copied(), Relation::Trusts, via);
                accounts
            }
            Some(Err(reason)) => {
                self.references.leads_nowhere(from, Relation::Trusts, via.clone(), reason);
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    /// An association says which service account acts as which role.
    fn pod_identity(&mut self, from: ResourceIndex) {
        let Some(attributes) = self.world.get(from).map(|resource| &resource.attributes) else { return };
        let path = |key: &str| Path::default().join(&[key]);
        let text = |key: &str| attributes.get(key).and_then(|value| self.world.text(value));
        let role = attributes.get("role_arn").map(|value| self.one(from, value, &ROLE, role_name));
        let accounts = match (text("namespace"), text("service_account")) {
            (Some(namespace), Some(name)) if text::is_known(&namespace) && text::is_known(&name) => {
                self.world.accounts(from, &namespace, &name)
            }
            _ => Err("the namespace or the name of the service account is unknown".to_owned()),
        };
        let role = match role {
            Some(Ok(role)) => role,
            Some(Err(reason)) => {
                self.references.leads_nowhere(from, Relation::Grants, path("role_arn"), reason);
                None
            }
            None => None,
        };
        self.references.add(from, role, Relation::Grants, &path("role_arn"));
        match accounts {
            Ok(accounts) => {
                self.references.add(
                    from,
                    accounts.iter().copied(),
                    Relation::Binds,
                    &path("service_account"),
                );
                for account in accounts {
                    self.references.add(account, role, Relation::Assumes, &Path::default());
                }
            }
            Err(reason) => {
                self.references.leads_nowhere(from, Relation::Binds, path("service_account"), reason);
            }
        }
    }

    /// Members `serviceAccount:PROJECT.svc.id.goog[NAMESPACE/NAME]` may act as the account that the resource is about.
    fn google_members(&mut self, from: ResourceIndex) {
        let Some(attributes) = self.world.get(from).map(|resource| &resource.attributes) else { return };
        if attributes.get("role").and_then(Value::as_str) != Some(WORKLOAD_IDENTITY) {
            return;
        }
        let account = attributes.get("service_account_id");
        let account = account.and_then(|value| {
            let name = |text: &str| {
                let email = text.rsplit_once('/').map_or(text, |(_, email)| email);
                email.split_once('@').map(|(name, _)| name.to_owned())
            };
            self.one(from, value, &GOOGLE_ACCOUNT, name).ok().flatten()
        });
        let member = attributes.get("member").map(|member| (member, Path::default().join(&["member"])));
        let members = attributes.get("members").into_iter();
        let members = members.flat_map(|list| elements(list, &Path::default().join(&["members"])));
        for (member, via) in member.into_iter().chain(members) {
            let found = self.google_member(from, member);
            for trusted in self.trusts(from, found, &via) {
                let account = account.into_iter();
                account.for_each(|account| {
                    self.references.add(account, [trusted], Relation::Trusts, &Path::default());
                });
            }
        }
    }

    fn google_member(
        &self,
        from: ResourceIndex,
        member: &Value,
    ) -> Option<Result<Vec<ResourceIndex>, String>> {
        let written = self.world.text(member)?;
        let Some((_, inside)) = written.split_once(".svc.id.goog[") else {
            return super::is_hole(&written).then(|| Err(self.unknown(from, member)));
        };
        let (namespace, name) = inside.strip_suffix(']')?.split_once('/')?;
        if !text::is_known(namespace) || !text::is_known(name) {
            return Some(Err(self.unknown(from, member)));
        }
        Some(self.world.accounts(from, namespace, name))
    }

    /// A credential of an Azure identity for whoever bears a subject.
    fn federated(&mut self, from: ResourceIndex) {
        let Some(attributes) = self.world.get(from).map(|resource| &resource.attributes) else { return };
        let Some(subject) = attributes.get("subject") else { return };
        let found = self.subject(from, subject);
        let trusted = self.trusts(from, found, &Path::default().join(&["subject"]));
        let parents = ["parent_id", "user_assigned_identity_id", "application_id", "application_object_id"];
        let parent = parents.iter().find_map(|key| below(attributes, &[key]));
        let identities = parent.map(|parent| self.world.referred(from, parent, &AZURE_IDENTITY));
        for identity in identities.unwrap_or_default() {
            self.references.add(identity, trusted.iter().copied(), Relation::Trusts, &Path::default());
        }
    }
}
