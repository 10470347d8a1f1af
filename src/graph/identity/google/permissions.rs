//! The permissions that are looked at: those by which one gets the rights of another, and those that read secrets.
//! Names are those of the reference of permissions.

/// What a permission gives power over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Over {
    /// No service account.
    Nobody,
    /// The service accounts it covers: one can act as them.
    Accounts,
    /// The service accounts it covers, together with a right to have something run as them.
    Passed,
    /// Something runs as the service account that is passed to it.
    Runs,
    /// The service accounts that such things run as which exist already.
    Running(&'static [&'static str]),
}

/// A permission.
#[derive(Clone, Copy, Debug)]
pub(super) struct Permission {
    /// `iam.serviceAccounts.actAs`.
    pub(super) name: &'static str,
    /// What it gives power over.
    pub(super) over: Over,
    /// Whether it leads to every right where it holds for a project or more.
    pub(super) leads_to_all: bool,
}

const fn on(name: &'static str, over: Over) -> Permission {
    Permission { name, over, leads_to_all: false }
}

const fn leading(name: &'static str, over: Over) -> Permission {
    Permission { name, over, leads_to_all: true }
}

use Over::{Accounts, Nobody, Passed, Running, Runs};

/// All of them, ordered by name.
pub(super) const WATCHED: [Permission; 68] = [
    on("aiplatform.customJobs.create", Runs),
    on("aiplatform.notebookRuntimeTemplates.create", Runs),
    on("aiplatform.pipelineJobs.create", Runs),
    on("apikeys.keys.create", Nobody),
    on("apikeys.keys.getKeyString", Nobody),
    on("appengine.versions.create", Runs),
    on("batch.jobs.create", Runs),
    on("cloudbuild.builds.create", Runs),
    on("cloudfunctions.functions.create", Runs),
    on("cloudfunctions.functions.update", Runs),
    on("cloudscheduler.jobs.create", Runs),
    on("cloudscheduler.jobs.update", Runs),
    on("cloudtasks.tasks.create", Runs),
    on("composer.environments.create", Runs),
    on("composer.environments.update", Runs),
    on("compute.instanceTemplates.create", Runs),
    on("compute.instances.create", Runs),
    on("compute.instances.osAdminLogin", Running(&["compute", "gke-node"])),
    on("compute.instances.osLogin", Running(&["compute", "gke-node"])),
    on("compute.instances.setMetadata", Running(&["compute", "gke-node"])),
    on("compute.instances.setServiceAccount", Runs),
    on("compute.projects.setCommonInstanceMetadata", Running(&["compute", "gke-node"])),
    on("config.deployments.create", Runs),
    on("config.deployments.update", Runs),
    on("container.clusters.create", Runs),
    on("container.pods.create", Running(&["gke-node", "service-account"])),
    on("container.pods.exec", Running(&["gke-node", "service-account"])),
    on("container.secrets.get", Nobody),
    on("dataflow.jobs.create", Runs),
    on("dataform.workflowInvocations.create", Running(&["dataform"])),
    on("datafusion.instances.create", Runs),
    on("dataproc.batches.create", Runs),
    on("dataproc.clusters.create", Runs),
    on("dataproc.jobs.create", Running(&["dataproc"])),
    on("dataproc.workflowTemplates.instantiateInline", Runs),
    on("deploymentmanager.deployments.create", Nobody),
    on("deploymentmanager.deployments.update", Nobody),
    on("iam.denypolicies.delete", Nobody),
    on("iam.denypolicies.update", Nobody),
    on("iam.googleapis.com/workloadIdentityPoolProviders.create", Nobody),
    on("iam.googleapis.com/workloadIdentityPoolProviders.update", Nobody),
    on("iam.roles.update", Nobody),
    leading("iam.serviceAccountKeys.create", Accounts),
    on("iam.serviceAccounts.actAs", Passed),
    leading("iam.serviceAccounts.getAccessToken", Accounts),
    on("iam.serviceAccounts.getOpenIdToken", Accounts),
    on("iam.serviceAccounts.implicitDelegation", Accounts),
    leading("iam.serviceAccounts.setIamPolicy", Accounts),
    leading("iam.serviceAccounts.signBlob", Accounts),
    leading("iam.serviceAccounts.signJwt", Accounts),
    on("ml.jobs.create", Runs),
    on("notebooks.instances.create", Runs),
    on("orgpolicy.policy.set", Nobody),
    leading("resourcemanager.folders.setIamPolicy", Nobody),
    leading("resourcemanager.organizations.setIamPolicy", Nobody),
    leading("resourcemanager.projects.setIamPolicy", Nobody),
    on("run.jobs.create", Runs),
    on("run.jobs.update", Runs),
    on("run.services.create", Runs),
    on("run.services.update", Runs),
    on("secretmanager.secrets.setIamPolicy", Nobody),
    on("secretmanager.versions.access", Nobody),
    on("storage.buckets.setIamPolicy", Nobody),
    on("storage.hmacKeys.create", Accounts),
    on("tpu.nodes.create", Runs),
    on("workflows.workflows.create", Runs),
    on("workflows.workflows.update", Runs),
    on("workstations.workstationConfigs.create", Runs),
];

/// Where a permission holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    /// One resource: what it is about begins the names of the permissions that matter there.
    Resource(&'static str),
    /// One service account.
    Account,
    /// A project and all in it.
    Project,
    /// A folder and all in it.
    Folder,
    /// An organization and all in it.
    Organization,
}

impl Level {
    /// Whether it is more than one resource.
    pub(super) fn is_wide(self) -> bool {
        matches!(self, Level::Project | Level::Folder | Level::Organization)
    }
}

/// Permissions that mean nothing below the level they are about.
const FROM: [(&str, Level); 4] = [
    ("iam.denypolicies.", Level::Project),
    ("orgpolicy.policy.set", Level::Folder),
    ("resourcemanager.folders.setIamPolicy", Level::Folder),
    ("resourcemanager.organizations.setIamPolicy", Level::Organization),
];

impl Permission {
    /// Whether it covers service accounts.
    pub(super) fn reaches_accounts(&self) -> bool {
        matches!(self.over, Over::Accounts | Over::Passed)
    }

    /// Whether it means anything where it is given at a level.
    pub(super) fn holds_at(&self, level: Level) -> bool {
        match level {
            Level::Resource(prefix) => !prefix.is_empty() && self.name.starts_with(prefix),
            Level::Account => {
                self.name.starts_with("iam.serviceAccounts.")
                    || self.name.starts_with("iam.serviceAccountKeys.")
            }
            wide => FROM.iter().all(|(name, from)| !self.name.starts_with(name) || wide >= *from),
        }
    }
}

/// What begins the names of the permissions that a kind's policy can give, by what comes before `_iam_` in the kind.
pub(super) fn prefix(kind: &str) -> &'static str {
    const PREFIXES: [(&str, &str); 8] = [
        ("google_cloud_run_", "run."),
        ("google_cloudfunctions", "cloudfunctions."),
        ("google_compute_instance", "compute.instances."),
        ("google_dataform_repository", "dataform."),
        ("google_dataproc_", "dataproc."),
        ("google_secret_manager_", "secretmanager."),
        ("google_storage_bucket", "storage.buckets."),
        ("google_iam_workload_identity_pool", "iam.googleapis.com/workloadIdentityPool"),
    ];
    PREFIXES.iter().find(|(begin, _)| kind.starts_with(begin)).map_or("", |(_, prefix)| prefix)
}

/// The position of a permission.
pub(super) fn position(name: &str) -> Option<usize> {
    WATCHED.binary_search_by(|permission| permission.name.cmp(name)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn permissions_are_ordered_and_found() {
        assert!(WATCHED.is_sorted_by(|one, other| one.name < other.name));
        assert!(WATCHED.iter().enumerate().all(|(at, one)| position(one.name) == Some(at)));
        assert_eq!(position("storage.objects.get"), None);
    }

    #[test]
    fn permissions_mean_something_at_the_levels_they_are_about() {
        let holds = |name: &str, level| WATCHED.iter().any(|one| one.name == name && one.holds_at(level));
        assert!(holds("resourcemanager.projects.setIamPolicy", Level::Folder));
        assert!(!holds("resourcemanager.folders.setIamPolicy", Level::Project));
        assert!(!holds("resourcemanager.organizations.setIamPolicy", Level::Folder));
        assert!(holds("iam.serviceAccounts.actAs", Level::Account));
        assert!(!holds("compute.instances.create", Level::Account));
        assert!(holds(
            "secretmanager.versions.access",
            Level::Resource(prefix("google_secret_manager_secret"))
        ));
        assert!(!holds("secretmanager.versions.access", Level::Resource(prefix("google_pubsub_topic"))));
    }
}
