# METADATA
# title: Service account that no file here uses may do everything
# description: |
#   The service account's role allows every verb on every resource in every namespace. No workload that is seen here runs
#   as it: a chart, another repository or a pipeline does, somebody takes its token along, or nobody needs it any more.
#
#   Whoever may start pods in its namespace can run one as this account, and then has the cluster. A token that was made
#   for it once holds until the account is deleted.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege
#   - https://kubernetes.io/docs/concepts/security/service-accounts/
# custom:
#   severity: medium
#   worst_case: {gain: everything, from: inside, effort: some}
#   profiles: [default, security]
#   aliases: [C-0267]
#   remediation: >-
#     Remove the binding where nothing needs it. Else write a Role, or a ClusterRole, with the verbs and resources that
#     are used, and bind that. People sign in with a group of their own in the place of a token of an account.
package policy.kubernetes.rbac.idle_administrator

import data.lib.identity
import data.lib.kubernetes
import data.lib.release
import data.lib.rights

deny contains {
	"resource": who.id,
	"at": right.resource,
	"path": right.path,
	"needs": array.concat(identity.needs([right]), users(rights.named(who))),
	"evidence": rights.signs([right], right.resource, right.path),
	"message": sprintf("%s may do everything in the cluster, and no workload here runs as it", [rights.title(who)]),
} if {
	some who in rights.identities
	who.form == "service-account"
	count(who.holders) == 0
	count(release.running_as(rights.named(who))) == 0
	some right in rights.one_a_rule(who.administrator)
}

# Which workloads and releases of its scope run as the account.
users(account) := array.concat(
	array.concat([{"resource": account.id, "path": ["metadata", "namespace"]}], release.doubts(account)),
	[{"resource": workload.id, "path": path} |
		some workload in input.workloads
		kubernetes.holder(workload).root == account.root
		some path in [["metadata", "namespace"], array.concat(workload.path, ["serviceAccountName"])]
	],
)
