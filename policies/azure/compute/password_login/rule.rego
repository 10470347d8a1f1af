# METADATA
# title: Linux virtual machine takes passwords for logins
# description: |
#   A Linux machine of Azure takes SSH keys alone unless it is told otherwise. This one also lets people log in with a
#   password.
#
#   Passwords are guessed, shared and used in several places. Whoever reaches the machine's SSH port may try as many as
#   they like, and one that was found is good for `sudo`, too.
# related_resources:
#   - https://learn.microsoft.com/azure/virtual-machines/linux/create-ssh-keys-detailed
#   - https://learn.microsoft.com/entra/identity/devices/howto-vm-sign-in-azure-ad-linux
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `disable_password_authentication` to `true` and give the machine a key (`admin_ssh_key`, or `ssh_keys` in
#     `os_profile_linux_config`), or let people sign in with Microsoft Entra ID.
#   aliases: [CKV_AZURE_1, CKV_AZURE_49, AZU-0039]
package policy.azure.compute.password_login

import data.lib.attribute

deny contains {
	"resource": machine.id,
	"path": ["disable_password_authentication"],
	"message": message,
} if {
	some kind in ["azurerm_linux_virtual_machine", "azurerm_linux_virtual_machine_scale_set"]
	some machine in input.resources[kind]
	attribute.is_false(machine.attributes.disable_password_authentication)
}

deny contains {
	"resource": machine.id,
	"path": ["os_profile_linux_config", i, "disable_password_authentication"],
	"message": message,
} if {
	some kind in ["azurerm_virtual_machine", "azurerm_virtual_machine_scale_set"]
	some machine in input.resources[kind]
	some i, linux in machine.attributes.os_profile_linux_config
	attribute.is_false(linux.disable_password_authentication)
}

message := "`disable_password_authentication` is `false`: passwords are taken beside SSH keys"
