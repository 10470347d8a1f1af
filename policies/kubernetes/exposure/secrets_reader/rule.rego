# METADATA
# title: Workload that the internet reaches may read every secret of its cluster
# description: |
#   The internet reaches these pods, and the service account that they run as may read Secrets in every namespace:
#   passwords, keys, and the tokens of other service accounts, among them those that administer the cluster.
#
#   A flaw in the program that gives a stranger the account's token, which lies in every container, gives away all of
#   them at once.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/rbac-good-practices/#secrets
#   - https://kubernetes.io/docs/concepts/security/secrets-good-practices/
# custom:
#   severity: high
#   worst_case: {gain: everything, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Take `secrets` out of this rule, or bind the role by a RoleBinding in the one namespace where it is needed, with
#     the names of the Secrets in `resourceNames`.
package policy.kubernetes.exposure.secrets_reader

import data.lib.acting
import data.lib.exposure
import data.lib.rbac

deny contains {
	"resource": reached.id,
	"at": role.id,
	"path": entries[0],
	"by_reference": true,
	"needs": array.concat(
		array.concat(reached.unknown, array.concat(bound.needs, rbac.token_needs(reached, workload))),
		[{"resource": role.id, "path": ["rules", i, "resourceNames"]}],
	),
	"evidence": array.concat(reached.stations, [
		{
			"resource": reached.id,
			"path": workload.path,
			"note": sprintf("the pods run as service account %s", [object.get(workload.pod_spec, "serviceAccountName", "default")]),
		},
		{"resource": bound.binding.id, "path": ["roleRef"], "note": "gives the account the role in every namespace"},
	]),
	"message": sprintf("The internet reaches %s, whose service account may read every Secret by this rule", [acting.title(reached)]),
} if {
	some reached in exposure.reached
	some workload in exposure.workloads(reached)
	some bound in rbac.bindings(reached, "ClusterRoleBinding")
	some role in granted(bound.binding)
	i := rbac.grants(role, {"secrets", "*"}, {"get", "list", "watch", "*"})[0]
	entries := [["rules", i, "resources", at] | some at, resource in role.attributes.rules[i].resources; resource in {"secrets", "*"}]
	not rbac.without_token(reached, workload)
}

# Where it is unknown which role a binding gives, or what the role allows.
deny contains {
	"resource": reached.id,
	"at": doubt.resource,
	"path": doubt.path,
	"needs": array.concat(reached.unknown, bound.needs),
	"message": sprintf("The internet reaches %s, whose service account may read every Secret by this", [acting.title(reached)]),
} if {
	some reached in exposure.reached
	count(reached.workloads) > 0
	some bound in rbac.bindings(reached, "ClusterRoleBinding")
	some doubt in doubts(bound.binding)
}

granted(binding) := [input.resources.ClusterRole[reference.index] |
	some reference in binding.references
	reference.relation == "grants"
	reference.kind == "ClusterRole"
]

doubts(binding) := array.concat(
	[{"resource": binding.id, "path": path} |
		some path in binding.unknown
		path[0] == "roleRef"
	],
	array.concat(
		[{"resource": role.id, "path": path} |
			some role in granted(binding)
			some path in role.unknown
			path[0] == "rules"
		],
		[{"resource": role.id, "path": ["metadata", "name"]} |
			some role in unnamed
			role.root == binding.root
		],
	),
)

unnamed := [role |
	some role in input.resources.ClusterRole
	some path in role.unknown
	path == ["metadata", "name"]
]
