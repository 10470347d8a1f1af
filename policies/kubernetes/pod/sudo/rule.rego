# METADATA
# title: Container is started with sudo
# description: |
#   The command runs through `sudo`, which gives a process the rights of root. For that the container must be
#   allowed to gain rights, and the user must be trusted with all of them.
#
#   Whoever gets code running inside then becomes root the same way.
# related_resources:
#   - https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Start the program as the user it needs: set `runAsUser`, and remove `sudo` from the image.
#   aliases: [C-0062]
package policy.kubernetes.pod.sudo

import data.lib.kubernetes

deny contains {"resource": workload.id, "path": path, "message": message} if {
	some workload in input.workloads
	some container in workload.containers
	not leaves_container(container)
	some field in ["command", "args"]
	some at, text in container.spec[field]
	is_run(text)
	path := array.concat(container.path, [field, at])
	message := sprintf("%s is started with sudo", [kubernetes.title(container)])
}

# Where a command begins: the first word, or the first one after what ends another one or a word of the shell.
is_run(text) if regex.match(`(^|[\n;&|({]|\b(then|else|do|exec|env|time)\s)\s*([^\s;&|]*/)?sudo(\s|$)`, text)

# What runs in the namespaces or under the root of the node is a matter of the node.
leaves_container(container) if {
	some field in ["command", "args"]
	some text in container.spec[field]
	regex.match(`(^|[\s;&|(/])(nsenter|chroot)(\s|$)`, text)
}
