# METADATA
# title: GKE cluster issues a client certificate
# description: |
#   A cluster can issue one certificate with which somebody signs in to its API. It is good until the cluster is gone: it
#   cannot be taken back, and nothing says who used it. Terraform keeps it and its key in its state.
#
#   People and programs sign in with their Google accounts instead, which can be locked out one by one.
# related_resources:
#   - https://cloud.google.com/kubernetes-engine/docs/how-to/hardening-your-cluster#restrict_authn_methods
#   - https://cloud.google.com/kubernetes-engine/docs/how-to/api-server-authentication
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `issue_client_certificate` to `false`, or remove the `master_auth` block, and make the cluster anew, since the
#     certificate stays good otherwise.
#   aliases: [CKV_GCP_13]
#   compliance:
#     cis-gke-1.7: ["5.8.1"]
package policy.google.gke.client_certificate

import data.lib.setting

deny contains {
	"resource": cluster.id,
	"path": ["master_auth", i, "client_certificate_config", j, "issue_client_certificate"],
	"message": message,
} if {
	some cluster in input.resources.google_container_cluster
	some i, signing in cluster.attributes.master_auth
	some j, config in signing.client_certificate_config
	message := setting.turned_on(config, "issue_client_certificate")
}
