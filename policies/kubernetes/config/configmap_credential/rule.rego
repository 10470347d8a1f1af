# METADATA
# title: ConfigMap holds a credential
# description: |
#   ConfigMaps are for settings: far more accounts may read them than Secrets, the cluster does not encrypt
#   them, and tools print and compare them without hiding anything.
#
#   A credential in a manifest is also a credential in the repository, and stays in its history.
# related_resources:
#   - https://kubernetes.io/docs/concepts/configuration/configmap/
#   - https://kubernetes.io/docs/concepts/security/secrets-good-practices/
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Move the value into a Secret that is created outside the repository (External Secrets, Sealed Secrets,
#     SOPS), refer to that, and replace the credential.
#   aliases: [KSV-0109, sensitiveConfigmapContent, KSV-01010, C-0012]
package policy.kubernetes.config.configmap_credential

import data.lib.credential

deny contains {
	"resource": flow.id,
	"path": flow.path,
	"needs": flow.unknown,
	"by_reference": true,
	"evidence": credential.evidence(flow),
	"message": message,
} if {
	some flow in input.credential_flows
	flow.sink == "config-map"
	message := sprintf("The ConfigMap holds %s; all who may read ConfigMaps of the namespace can read it", [credential.listed(flow)])
}
