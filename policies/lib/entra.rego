# Rights in Microsoft Entra ID that lead to every right in the directory.
package lib.entra

import data.lib.azure
import data.lib.identity

# Programs, pipelines included.
programs := [who |
	some who in azure.identities
	who.form in {"add-on-identity", "application", "kubelet-identity", "managed-identity", "service-principal", "system-identity"}
]

# The rights of a program that lead to all, by a role or permission that it has for the whole directory. One for each
# place.
leading(who) := azure.one_a_place(array.concat(
	[right | some right in who.administrator; not azure.is_assigned(right)],
	[right | some right in identity.anywhere(who, actions)],
))

actions := [
	"microsoft.directory/applications/credentials/update",
	"microsoft.directory/domains/federation/update",
	"microsoft.directory/roleAssignments/allProperties/allTasks",
	"microsoft.directory/servicePrincipals/appRoleAssignedTo/update",
	"microsoft.directory/servicePrincipals/credentials/update",
	"microsoft.directory/users/authenticationMethods/create",
]
