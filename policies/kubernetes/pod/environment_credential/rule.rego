# METADATA
# title: Credential is written into an environment variable
# description: |
#   Everyone who may look at the pod or its template reads the variable, and many who may not read Secrets may
#   do that. It is printed by debugging tools, handed to child processes and kept in the history of the object
#   and the repository.
# related_resources:
#   - https://kubernetes.io/docs/concepts/configuration/secret/
#   - https://kubernetes.io/docs/concepts/security/secrets-good-practices/
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Put the credential into a Secret that is created outside the repository and read it with
#     `valueFrom.secretKeyRef`, or mount it as a file. Replace the credential.
#   aliases: [C-0259, C-0012.rule-credentials-in-env-var, env-var-secret, sensitiveContainerEnvVar]
#   covers:
#     - kubernetes-pod-variable-named-secret
package policy.kubernetes.pod.environment_credential

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
	flow.sink == "pod-environment"
	message := sprintf("The container's environment holds %s; all who may view the pod can read it", [credential.listed(flow)])
}
