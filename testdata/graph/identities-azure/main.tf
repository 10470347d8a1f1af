data "azurerm_subscription" "current" {
}

data "azurerm_client_config" "current" {
}

variable "operator_id" {
  type = string
}

variable "role" {
  type = string
}

variable "scope" {
  type = string
}

resource "azurerm_resource_group" "shop" {
  name     = "shop"
  location = "westeurope"
}

# An owner of the subscription that a machine runs as, and a stranger's machine in another group.
resource "azurerm_user_assigned_identity" "owner" {
  name                = "owner"
  resource_group_name = azurerm_resource_group.shop.name
  location            = "westeurope"
}

resource "azurerm_role_assignment" "owner" {
  scope                = data.azurerm_subscription.current.id
  role_definition_name = "Owner"
  principal_id         = azurerm_user_assigned_identity.owner.principal_id
}

resource "azurerm_linux_virtual_machine" "host" {
  name                = "host"
  resource_group_name = azurerm_resource_group.shop.name
  location            = "westeurope"

  identity {
    type         = "SystemAssigned, UserAssigned"
    identity_ids = [azurerm_user_assigned_identity.owner.id]
  }
}

# Rights in the group, by name and by id, of a machine's own identity and of a function's.
resource "azurerm_role_assignment" "host" {
  scope                = azurerm_resource_group.shop.id
  role_definition_name = "Managed Identity Operator"
  principal_id         = azurerm_linux_virtual_machine.host.identity[0].principal_id
}

resource "azurerm_storage_account" "code" {
  name                = "shopcode"
  resource_group_name = "shop"
  location            = "westeurope"
}

resource "azurerm_linux_function_app" "orders" {
  name                       = "orders"
  resource_group_name        = "shop"
  location                   = "westeurope"
  storage_account_name       = azurerm_storage_account.code.name
  storage_account_access_key = azurerm_storage_account.code.primary_access_key

  identity {
    type = "SystemAssigned"
  }
}

resource "azurerm_role_assignment" "orders" {
  scope              = "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/SHOP"
  role_definition_id = "${data.azurerm_subscription.current.id}/providers/Microsoft.Authorization/roleDefinitions/9980e02c-c2be-4d73-94e8-173b1dc7cf3c"
  principal_id       = azurerm_linux_function_app.orders.identity[0].principal_id
}

resource "azurerm_role_assignment" "orders_elsewhere" {
  scope                = "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/shop/providers/Microsoft.Compute/virtualMachines/other"
  role_definition_name = "Virtual Machine Contributor"
  principal_id         = azurerm_linux_function_app.orders.identity[0].principal_id
}

# A contributor of the subscription through a group, that a workflow's tokens are good for.
resource "azuread_application" "deploy" {
  display_name = "deploy"
}

resource "azuread_service_principal" "deploy" {
  client_id = azuread_application.deploy.client_id
}

resource "azuread_application_federated_identity_credential" "deploy" {
  application_id = azuread_application.deploy.id
  display_name   = "deploy"
  audiences      = ["api://AzureADTokenExchange"]
  issuer         = "https://token.actions.githubusercontent.com"
  subject        = "repo:example/shop:ref:refs/heads/main"
}

resource "azuread_group" "deployers" {
  display_name     = "deployers"
  security_enabled = true
}

resource "azuread_group_member" "deploy" {
  group_object_id  = azuread_group.deployers.object_id
  member_object_id = azuread_service_principal.deploy.object_id
}

resource "azurerm_role_assignment" "deployers" {
  scope                = "/subscriptions/00000000-0000-0000-0000-000000000001"
  role_definition_name = "Contributor"
  principal_id         = azuread_group.deployers.object_id
}

# Conditions: one that holds giving roles to harmless ones, one that does not.
resource "azurerm_user_assigned_identity" "delegate" {
  name                = "delegate"
  resource_group_name = "other"
  location            = "westeurope"
}

resource "azurerm_role_assignment" "delegate" {
  scope                = data.azurerm_subscription.current.id
  role_definition_name = "Role Based Access Control Administrator"
  principal_id         = azurerm_user_assigned_identity.delegate.principal_id
  condition            = "((!(ActionMatches{'Microsoft.Authorization/roleAssignments/write'})) OR (@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {acdd72a7-3385-48ef-bd42-f606fba81ae7}))"
  condition_version    = "2.0"
}

# Roles of one's own: given, and not given; what takes away from them; what is unknown.
resource "azurerm_role_definition" "apps" {
  name  = "apps"
  scope = data.azurerm_subscription.current.id

  permissions {
    actions     = ["Microsoft.Web/sites/*", "Microsoft.ManagedIdentity/userAssignedIdentities/assign/action"]
    not_actions = ["Microsoft.Web/sites/slots/*", "Microsoft.Web/sites/*/list/action"]
  }
}

resource "azurerm_role_assignment" "apps" {
  scope              = azurerm_resource_group.shop.id
  role_definition_id = azurerm_role_definition.apps.role_definition_resource_id
  principal_id       = azurerm_user_assigned_identity.delegate.principal_id
}

resource "azurerm_role_definition" "handed_out" {
  name              = "handed out"
  scope             = azurerm_resource_group.shop.id
  assignable_scopes = [data.azurerm_subscription.current.id]

  permissions {
    actions = ["*/write", var.role]
  }
}

resource "azurerm_user_assigned_identity" "vague" {
  name                = "vague"
  resource_group_name = "other"
  location            = "westeurope"
}

resource "azurerm_role_assignment" "vague_role" {
  scope                = data.azurerm_subscription.current.id
  role_definition_name = var.role
  principal_id         = azurerm_user_assigned_identity.vague.principal_id
}

resource "azurerm_role_assignment" "vague_scope" {
  scope                = var.scope
  role_definition_name = "Key Vault Secrets User"
  principal_id         = azurerm_user_assigned_identity.vague.principal_id
}

# A role that gives nothing that matters, whatever it is for.
resource "azurerm_user_assigned_identity" "reader" {
  name                = "reader"
  resource_group_name = "other"
  location            = "westeurope"
}

resource "azurerm_role_assignment" "reader" {
  scope                = var.scope
  role_definition_name = "Reader"
  principal_id         = azurerm_user_assigned_identity.reader.principal_id
}

# Somebody who is declared nowhere, twice; and whoever applies this.
resource "azurerm_role_assignment" "operator" {
  scope                = azurerm_resource_group.shop.id
  role_definition_name = "Website Contributor"
  principal_id         = var.operator_id
}

resource "azurerm_role_assignment" "operator_too" {
  scope                = azurerm_storage_account.code.id
  role_definition_name = "Storage Account Contributor"
  principal_id         = var.operator_id
}

# Access policies of a vault, inline and apart, and who may change them.
resource "azurerm_key_vault" "shop" {
  name                = "shop"
  resource_group_name = azurerm_resource_group.shop.name
  location            = "westeurope"

  access_policy {
    tenant_id          = data.azurerm_client_config.current.tenant_id
    object_id          = data.azurerm_client_config.current.object_id
    secret_permissions = ["Get", "List"]
  }
}

resource "azurerm_key_vault_access_policy" "orders" {
  key_vault_id       = azurerm_key_vault.shop.id
  tenant_id          = data.azurerm_client_config.current.tenant_id
  object_id          = azurerm_linux_function_app.orders.identity[0].principal_id
  secret_permissions = ["get"]
}

resource "azurerm_key_vault" "roles" {
  name                       = "roles"
  resource_group_name        = "roles"
  location                   = "westeurope"
  rbac_authorization_enabled = true
}

resource "azurerm_key_vault_access_policy" "ignored" {
  key_vault_id       = azurerm_key_vault.roles.id
  tenant_id          = data.azurerm_client_config.current.tenant_id
  object_id          = azurerm_user_assigned_identity.reader.principal_id
  secret_permissions = ["Get"]
}

resource "azurerm_user_assigned_identity" "vaults" {
  name                = "vaults"
  resource_group_name = "other"
  location            = "westeurope"
}

resource "azurerm_role_assignment" "vaults" {
  for_each             = toset([azurerm_key_vault.shop.id, azurerm_key_vault.roles.id])
  scope                = each.key
  role_definition_name = "Key Vault Contributor"
  principal_id         = azurerm_user_assigned_identity.vaults.principal_id
}

# A cluster's own identity, its kubelet's, and a workload's.
resource "azurerm_kubernetes_cluster" "shop" {
  name                = "shop"
  resource_group_name = azurerm_resource_group.shop.name
  location            = "westeurope"

  identity {
    type = "SystemAssigned"
  }
}

resource "azurerm_role_assignment" "kubelet" {
  scope                = azurerm_resource_group.shop.id
  role_definition_name = "Contributor"
  principal_id         = azurerm_kubernetes_cluster.shop.kubelet_identity[0].object_id
}

resource "azurerm_role_assignment" "cluster" {
  scope                = azurerm_kubernetes_cluster.shop.id
  role_definition_name = "Azure Kubernetes Service Contributor Role"
  principal_id         = azurerm_kubernetes_cluster.shop.identity[0].principal_id
}

# Rights in the directory: a role, a permission of Microsoft Graph, and owning.
resource "azuread_directory_role" "applications" {
  display_name = "Application administrator"
}

resource "azuread_directory_role_assignment" "host" {
  role_id             = azuread_directory_role.applications.template_id
  principal_object_id = azurerm_linux_virtual_machine.host.identity[0].principal_id
}

data "azuread_application_published_app_ids" "known" {
}

resource "azuread_service_principal" "graph" {
  client_id    = data.azuread_application_published_app_ids.known.result.MicrosoftGraph
  use_existing = true
}

resource "azuread_app_role_assignment" "delegate" {
  for_each = toset(["User.Read.All", "RoleManagement.ReadWrite.Directory"])

  app_role_id         = azuread_service_principal.graph.app_role_ids[each.key]
  principal_object_id = azurerm_user_assigned_identity.delegate.principal_id
  resource_object_id  = azuread_service_principal.graph.object_id
}

resource "azuread_application" "billing" {
  display_name = "billing"
  owners       = [azuread_service_principal.deploy.object_id]
}

resource "azuread_service_principal" "billing" {
  client_id = azuread_application.billing.client_id
}

resource "azuread_directory_role_assignment" "billing" {
  role_id             = "62e90394-69f5-4237-9190-012177145e10"
  principal_object_id = azuread_service_principal.billing.object_id
}
