# METADATA
# title: Credential is written into a command line
# description: |
#   What a container is started with stands in its pod, for everyone who may look at it, and many who may not
#   read Secrets may do that. On the node every program sees the arguments of the others, and tools that watch
#   processes write them to their logs.
#
#   A credential in a manifest is also a credential in the repository, and stays in its history.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/secrets-good-practices/
#   - https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Put the credential into a Secret that is created outside the repository, and give the program a file of it
#     or a variable that it reads itself. `$(NAME)` in the arguments keeps it out of the manifest, but not out of
#     the list of processes. Replace the credential.
package policy.kubernetes.pod.argument_credential

import data.lib.command_line
import data.lib.credential
import data.lib.kubernetes

# One for each line to change.
deny contains {"resource": workload.id, "path": path, "message": message} if {
	some workload in input.workloads
	some container in workload.containers
	some command in command_line.of_container(container.spec)
	found := command_line.credentials(command.arguments)
	some at in {one.at | some one in found}
	path := array.concat(container.path, array.concat(command.path, [at]))
	whats := [one.what | some one in found; one.at == at]
	message := sprintf("%s has %s on its command line", [kubernetes.title(container), whats[0]])
}

# What comes there from elsewhere.
deny contains {
	"resource": flow.id,
	"path": flow.path,
	"needs": flow.unknown,
	"by_reference": true,
	"evidence": credential.evidence(flow),
	"message": message,
} if {
	some flow in input.credential_flows
	flow.sink == "pod-arguments"
	message := sprintf("The container's command line holds %s; all who may view the pod can read it", [credential.listed(flow)])
}
