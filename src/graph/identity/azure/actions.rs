//! The actions that are looked at: those by which one identity gets the rights of another, and those that read
//! secrets. Names are those of Azure's and Entra's permission references.

use crate::graph::identity::text::glob;

/// An action, and what it gives power over.
#[derive(Clone, Copy, Debug)]
pub(super) struct Action {
    /// `Microsoft.Compute/virtualMachines/runCommand/action`.
    pub(super) name: &'static str,
    /// It is one of those on data, which roles list apart.
    pub(super) data: bool,
    /// Which identities whoever has it gets at.
    pub(super) over: Over,
    /// Whether it leads to every right where it holds for a whole subscription or directory.
    pub(super) leads_to_all: bool,
}

/// The identities that a right gives power over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Over {
    /// None.
    Nobody,
    /// Those that something runs as in one of these ways.
    Running(&'static [&'static str]),
    /// Managed identities that are resources of their own.
    Managed,
    /// Whatever is a managed identity, and whatever runs as one.
    Everything,
    /// Applications and their service principals.
    Applications,
    /// Groups.
    Groups,
    /// Those of functions whose code lies in a storage account.
    Stored,
}

const fn on(name: &'static str, over: Over) -> Action {
    Action { name, data: false, over, leads_to_all: false }
}

const fn data(name: &'static str, over: Over) -> Action {
    Action { name, data: true, over, leads_to_all: false }
}

const fn all(name: &'static str, over: Over) -> Action {
    Action { name, data: false, over, leads_to_all: true }
}

const MACHINE: Over = Over::Running(&["vm"]);
const SET: Over = Over::Running(&["vmss"]);
const APP: Over = Over::Running(&["app"]);
const CLUSTER: Over = Over::Running(&["cluster", "service-account"]);
const ARC: Over = Over::Running(&["arc"]);
const CONTAINER: Over = Over::Running(&["container"]);
const CONTAINER_APP: Over = Over::Running(&["container-app"]);
const AUTOMATION: Over = Over::Running(&["automation"]);
const WORKFLOW: Over = Over::Running(&["logic"]);
const FACTORY: Over = Over::Running(&["data-factory"]);

/// All of them, ordered by name.
pub(super) const WATCHED: [Action; 60] = [
    on("Microsoft.App/containerApps/getAuthToken/action", CONTAINER_APP),
    on("Microsoft.App/containerApps/write", CONTAINER_APP),
    on("Microsoft.App/jobs/write", CONTAINER_APP),
    all("Microsoft.Authorization/roleAssignments/write", Over::Everything),
    all("Microsoft.Authorization/roleDefinitions/write", Over::Nobody),
    on("Microsoft.Automation/automationAccounts/jobs/write", Over::Nobody),
    on("Microsoft.Automation/automationAccounts/runbooks/write", AUTOMATION),
    on("Microsoft.Automation/automationAccounts/webhooks/write", Over::Nobody),
    on("Microsoft.Compute/virtualMachineScaleSets/extensions/write", SET),
    on("Microsoft.Compute/virtualMachineScaleSets/virtualMachines/runCommand/action", SET),
    on("Microsoft.Compute/virtualMachineScaleSets/virtualMachines/runCommands/write", SET),
    on("Microsoft.Compute/virtualMachineScaleSets/write", SET),
    on("Microsoft.Compute/virtualMachines/extensions/write", MACHINE),
    data("Microsoft.Compute/virtualMachines/login/action", MACHINE),
    data("Microsoft.Compute/virtualMachines/loginAsAdmin/action", MACHINE),
    on("Microsoft.Compute/virtualMachines/runCommand/action", MACHINE),
    on("Microsoft.Compute/virtualMachines/runCommands/write", MACHINE),
    on("Microsoft.Compute/virtualMachines/write", MACHINE),
    on("Microsoft.ContainerInstance/containerGroups/containers/exec/action", CONTAINER),
    on("Microsoft.ContainerInstance/containerGroups/write", CONTAINER),
    on("Microsoft.ContainerService/managedClusters/accessProfiles/listCredential/action", CLUSTER),
    on("Microsoft.ContainerService/managedClusters/listClusterAdminCredential/action", CLUSTER),
    data("Microsoft.ContainerService/managedClusters/pods/exec/action", CLUSTER),
    data("Microsoft.ContainerService/managedClusters/pods/write", CLUSTER),
    on("Microsoft.ContainerService/managedClusters/runcommand/action", CLUSTER),
    data("Microsoft.ContainerService/managedClusters/secrets/read", Over::Nobody),
    on("Microsoft.ContainerService/managedClusters/write", Over::Nobody),
    on("Microsoft.DataFactory/factories/pipelines/write", FACTORY),
    on("Microsoft.HybridCompute/machines/extensions/write", ARC),
    on("Microsoft.HybridCompute/machines/runCommands/write", ARC),
    on("Microsoft.KeyVault/vaults/accessPolicies/write", Over::Nobody),
    data("Microsoft.KeyVault/vaults/secrets/getSecret/action", Over::Nobody),
    on("Microsoft.KeyVault/vaults/write", Over::Nobody),
    on("Microsoft.Logic/workflows/write", WORKFLOW),
    on("Microsoft.ManagedIdentity/userAssignedIdentities/assign/action", Over::Managed),
    on("Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write", Over::Managed),
    on("Microsoft.Resources/deploymentScripts/write", Over::Nobody),
    on("Microsoft.SerialConsole/serialPorts/connect/action", MACHINE),
    on("Microsoft.Storage/storageAccounts/listAccountSas/action", Over::Stored),
    on("Microsoft.Storage/storageAccounts/listKeys/action", Over::Stored),
    on("Microsoft.Web/sites/config/list/action", APP),
    on("Microsoft.Web/sites/config/write", APP),
    on("Microsoft.Web/sites/extensions/write", APP),
    on("Microsoft.Web/sites/functions/write", APP),
    on("Microsoft.Web/sites/host/listkeys/action", APP),
    on("Microsoft.Web/sites/hostruntime/host/action", APP),
    on("Microsoft.Web/sites/publish/action", APP),
    on("Microsoft.Web/sites/publishxml/action", APP),
    on("Microsoft.Web/sites/slots/config/list/action", APP),
    on("Microsoft.Web/sites/slots/publish/action", APP),
    on("Microsoft.Web/sites/slots/write", APP),
    on("Microsoft.Web/sites/sourcecontrols/write", APP),
    on("Microsoft.Web/sites/write", APP),
    all("microsoft.directory/applications/credentials/update", Over::Applications),
    all("microsoft.directory/domains/federation/update", Over::Nobody),
    on("microsoft.directory/groups/members/update", Over::Groups),
    all("microsoft.directory/roleAssignments/allProperties/allTasks", Over::Nobody),
    all("microsoft.directory/servicePrincipals/appRoleAssignedTo/update", Over::Nobody),
    all("microsoft.directory/servicePrincipals/credentials/update", Over::Applications),
    all("microsoft.directory/users/authenticationMethods/create", Over::Nobody),
];

/// The action by which one gives oneself any role.
pub(super) const GIVES_ROLES: &str = "Microsoft.Authorization/roleAssignments/write";
/// The action that stands for taking over whatever runs: a role that allows all actions on resources has it.
pub(super) const ASSIGNS_IDENTITIES: &str = "Microsoft.ManagedIdentity/userAssignedIdentities/assign/action";

impl Action {
    /// Whether it is an action on the directory, not on resources.
    pub(super) fn is_of_directory(&self) -> bool {
        self.name.starts_with("microsoft.directory/")
    }

    /// The type of what it acts on, in lower case: `microsoft.compute/virtualmachines`; empty where every resource may
    /// be it.
    pub(super) fn acts_on(&self) -> String {
        if self.name.starts_with("Microsoft.Authorization/") {
            return String::new();
        }
        if self.name.starts_with("Microsoft.SerialConsole/") {
            return "microsoft.compute/virtualmachines".to_owned();
        }
        let parts: Vec<&str> = self.name.splitn(3, '/').take(2).collect();
        parts.join("/").to_lowercase()
    }
}

/// An action as a role writes it: matched without regard to case, `*` for any text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pattern(String);

impl Pattern {
    pub(super) fn new(written: &str) -> Pattern {
        Pattern(written.to_lowercase())
    }

    /// Between slashes, `*` stands for no part too: `userAssignedIdentities/*/assign/action` is how Azure's own role
    /// writes `userAssignedIdentities/assign/action`.
    pub(super) fn matches(&self, action: &str) -> bool {
        let action = action.to_lowercase();
        glob(&self.0, &action) || (self.0.contains("/*/") && glob(&self.0.replace("/*/", "/"), &action))
    }

    /// Whether it is every action there is.
    pub(super) fn is_everything(&self) -> bool {
        !self.0.is_empty() && self.0.chars().all(|character| matches!(character, '*' | '/'))
    }

    /// Whether it names no provider: `*`, `*/write`.
    pub(super) fn is_sweeping(&self) -> bool {
        self.0.split('/').next().is_some_and(|provider| provider.contains('*'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_order_and_holds_each_action_once() {
        assert!(WATCHED.is_sorted_by(|one, next| one.name < next.name));
        for name in [GIVES_ROLES, ASSIGNS_IDENTITIES] {
            assert!(WATCHED.iter().any(|action| action.name == name));
        }
    }

    #[test]
    fn patterns_match_whatever_the_case() {
        let matched = |pattern: &str| {
            let pattern = Pattern::new(pattern);
            WATCHED.iter().filter(|action| pattern.matches(action.name)).count()
        };
        assert_eq!(matched("*"), WATCHED.len());
        assert_eq!(matched("microsoft.authorization/*/WRITE"), 2);
        assert_eq!(matched("Microsoft.Compute/virtualMachines/runCommand/action"), 1);
        assert_eq!(matched("*/read"), 1);
        assert_eq!(matched("Microsoft.ManagedIdentity/userAssignedIdentities/*/assign/action"), 1);
        assert_eq!(matched("Microsoft.Compute/disks/*"), 0);
        assert!(Pattern::new("*/write").is_sweeping() && !Pattern::new("*/write").is_everything());
        assert!(!Pattern::new("Microsoft.Web/*").is_sweeping());
    }

    #[test]
    fn actions_act_on_a_type() {
        let of = |name: &str| WATCHED.iter().find(|action| action.name == name).map(Action::acts_on);
        assert_eq!(of(GIVES_ROLES).as_deref(), Some(""));
        assert_eq!(
            of("Microsoft.SerialConsole/serialPorts/connect/action").as_deref(),
            Some("microsoft.compute/virtualmachines")
        );
        assert_eq!(of("Microsoft.Web/sites/slots/write").as_deref(), Some("microsoft.web/sites"));
    }
}
