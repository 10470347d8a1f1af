# METADATA
# title: Every pod of a cluster may act as the service account
# description: |
#   Workload identity lets pods act in Google Cloud by the Kubernetes service account that they run as. This binding names no
#   such account but all of a cluster.
#
#   Whoever gets into any pod there, or may start one, has what the binding gives.
# related_resources:
#   - https://cloud.google.com/kubernetes-engine/docs/how-to/workload-identity
#   - https://cloud.google.com/iam/docs/principal-identifiers
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Name the Kubernetes service account:
#     `principal://iam.googleapis.com/projects/<number>/locations/global/workloadIdentityPools/<project>.svc.id.goog/subject/ns/<namespace>/sa/<name>`.
package policy.google.iam.trust_every_pod

import data.lib.member

deny contains {
	"resource": member.at_fault(who, grant),
	"at": named.resource,
	"path": named.path,
	"by_reference": true,
	"evidence": [{"resource": grant.resource, "path": grant.path, "note": "the role"}],
	"message": sprintf("Every pod of the cluster has %s", [member.roles(grant)]),
} if {
	some who in input.identities
	who.form == "federated"
	contains(who.name, ".svc.id.goog/")
	names_nobody(who.name)
	some grant in who.grants
	named := member.member_of(grant)
}

names_nobody(name) if contains(name, "/kubernetes.cluster/")

names_nobody(name) if endswith(name, "/*")
