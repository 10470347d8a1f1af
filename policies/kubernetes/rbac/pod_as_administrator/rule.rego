# METADATA
# title: Pods run as a service account that may do everything
# description: |
#   The service account's role allows every verb on every resource in every namespace. Each pod that runs as
#   it holds a token with these rights, unless it says that none shall be mounted.
#
#   A flaw in the program, or a dependency that was tampered with, is then enough to read every Secret, to
#   change every workload and to take over the nodes.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege
#   - https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   aliases: [C-0272, C-0267]
#   remediation: >-
#     Write a Role, or a ClusterRole, with the verbs and resources that the program uses, and bind that
#     instead.
package policy.kubernetes.rbac.pod_as_administrator

import data.lib.identity
import data.lib.release
import data.lib.rights

deny contains {
	"resource": who.id,
	"at": right.resource,
	"path": right.path,
	"needs": identity.needs([right]),
	"evidence": array.concat(
		rights.signs([right], right.resource, right.path),
		[{"resource": holder.id, "path": holder.via, "note": "runs as this account"} | some holder in who.holders],
	),
	"message": sprintf("%s may do everything in the cluster, and %s as it", [rights.title(who), running(who)]),
} if {
	some who in rights.identities
	who.form == "service-account"
	some right in who.administrator
	count(who.holders) > 0
}

deny contains {
	"resource": who.id,
	"at": right.resource,
	"path": right.path,
	"needs": array.concat(identity.needs([right]), user.needs),
	"evidence": array.concat(
		rights.signs([right], right.resource, right.path),
		[{"resource": user.id, "path": user.path, "note": "runs as this account"}],
	),
	"message": sprintf("%s may do everything in the cluster, and what HelmRelease \"%s\" starts runs as it", [rights.title(who), user.name]),
} if {
	some who in rights.identities
	who.form == "service-account"
	count(who.holders) == 0
	some right in who.administrator
	account := rights.named(who)
	some user in array.concat(release.running_as(account), release.may_run_as(account))
}

running(who) := sprintf("a %s runs", [who.holders[0].kind]) if {
	count(who.holders) == 1
	not contains(who.holders[0].kind, ".")
}

# What an operator makes of an object runs.
running(who) := sprintf("what a %s starts runs", [split(who.holders[0].kind, ".")[0]]) if {
	count(who.holders) == 1
	contains(who.holders[0].kind, ".")
}

running(who) := sprintf("%d workloads run", [count(who.holders)]) if count(who.holders) > 1
