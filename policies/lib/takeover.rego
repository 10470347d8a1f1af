# Small documents for the tests of policies: pods that the internet reaches run as a service account, which may act as
# a role of AWS.
package lib.takeover

# `account` and `role` are merged into the identities.
document(account, role) := {
	"exposures": [reached],
	"identities": [identity("a", "ServiceAccount", "kubernetes", account), identity("r", "aws_iam_role", "aws", role)],
	"workloads": [{"id": "d", "kind": "Deployment", "index": 0, "path": ["spec"], "labels": {}, "pod_spec": {}, "containers": []}],
	"resources": {
		"Deployment": [object("d", "Deployment.shop.shop", {})],
		"ServiceAccount": [object("a", "ServiceAccount.shop.shop", {"name": "shop", "namespace": "shop"})],
		"aws_iam_role": [object("r", "aws_iam_role.shop", {})],
		"aws_eks_pod_identity_association": [object("p", "aws_eks_pod_identity_association.shop", {"references": [
			{"id": "a"},
			{"id": "r"},
		]})],
	},
}

reached := {
	"id": "d",
	"kind": "Deployment",
	"index": 0,
	"standing": "open",
	"hops": 1,
	"stations": [{"resource": "s", "path": ["spec", "type"], "note": "opens it"}],
	"openings": [],
	"entries": ["s"],
	"reaches": [
		step("a", "ServiceAccount", "runs-as", "d"),
		step("r", "aws_iam_role", "assumes", "a"),
		step("p", "aws_eks_pod_identity_association", "binds", "a"),
		step("x", "Secret", "uses", "d"),
	],
	"workloads": [0],
	"unknown": [],
}

step(id, kind, relation, through) := {
	"id": id,
	"kind": kind,
	"index": 0,
	"relation": relation,
	"through": through,
	"written": {"resource": through, "path": [], "note": relation},
}

object(id, address, more) := object.union({"id": id, "address": address, "root": ".", "unknown": [], "attributes": {}}, more)

identity(id, kind, provider, more) := object.union(
	{
		"id": id, "kind": kind, "index": 0, "provider": provider, "power": "ordinary", "administrator": [],
		"permissions": {}, "escalates_by": [], "doubts": [], "unknown": [],
		"trust": [{"principal_type": "*", "principal": "*", "conditions": []}],
	},
	more,
)

# One that may do everything.
administrator := {"power": "administrator", "administrator": [right("*")]}

# One that can get all rights by an action.
escalating(action) := {"power": "escalating", "permissions": {action: [right(action)]}, "escalates_by": [action]}

right(action) := {
	"action": action, "resource": "w", "path": ["policy"], "evidence": [], "needs": [], "anywhere": true,
	"itself": false, "sweeping": false, "narrowed": false, "targets": [], "resources": ["*"],
}
