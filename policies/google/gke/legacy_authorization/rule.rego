# METADATA
# title: GKE cluster gives every account of it full rights
# description: |
#   With legacy authorization every user and every service account of the cluster has fixed rights to its whole API, beside
#   those that RBAC and IAM give. A program that is broken into may read all secrets and start what it likes on any
#   node.
#
#   It has been off by default since Kubernetes 1.8, and nothing needs it that has roles.
# related_resources:
#   - https://cloud.google.com/kubernetes-engine/docs/how-to/hardening-your-cluster#leave_abac_disabled_default_for_110
#   - https://kubernetes.io/docs/reference/access-authn-authz/rbac/
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Remove `enable_legacy_abac`, and bind roles to what needs them.
#   aliases: [CKV_GCP_7, GCP-0062]
package policy.google.gke.legacy_authorization

import data.lib.setting

deny contains {"resource": cluster.id, "path": ["enable_legacy_abac"], "message": message} if {
	some cluster in input.resources.google_container_cluster
	message := setting.turned_on(cluster.attributes, "enable_legacy_abac")
}
