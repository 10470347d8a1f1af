# METADATA
# title: Variable that is named a secret has its value written
# description: |
#   The name of the variable says that it is a secret, and its value stands in the manifest. Whoever may look at
#   the pod, its template or the repository reads it.
#
#   What is surely a credential, kubernetes-pod-environment-credential reports. Here only the name says so.
# related_resources:
#   - https://kubernetes.io/docs/concepts/configuration/secret/
#   - https://kubernetes.io/docs/concepts/security/secrets-good-practices/
# custom:
#   severity: low
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Read the value with `valueFrom.secretKeyRef`, or rename the variable if it holds no secret.
#   aliases: [env-var-secret]
package policy.kubernetes.pod.variable_named_secret

import data.lib.kubernetes

deny contains {"resource": workload.id, "path": path, "message": message} if {
	some workload in input.workloads
	some container in workload.containers
	some at, variable in container.spec.env
	names_a_secret(variable.name)
	holds_one(variable.value)
	path := array.concat(container.path, ["env", at, "value"])
	message := sprintf("%s has the value of \"%s\" in its manifest", [kubernetes.title(container), variable.name])
}

names_a_secret(name) if {
	words := regex.split("[-_.]", lower(name))
	some word in words
	word in {"secret", "secrets"}
	not words[count(words) - 1] in about
	not words[0] in switches
}

# What stands beside a secret, or leads to it.
about := {
	"alias", "arn", "backend", "class", "count", "dir", "directory", "enabled", "engine", "env", "expiry", "file", "format", "host",
	"id", "interval", "label", "labels", "length", "location", "manager", "mount", "name", "names", "namespace", "path", "port",
	"prefix", "project", "provider", "ref", "reference", "region", "resource", "rotation", "selector", "server", "source", "store",
	"suffix", "ttl", "type", "uri", "url", "version",
}

switches := {"allow", "create", "disable", "enable", "generate", "ignore", "skip", "use", "watch"}

# Not a number or a switch, nor what is still to be filled in.
holds_one(value) if {
	is_string(value)
	value != ""
	not lower(value) in {"true", "false", "yes", "no", "on", "off"}
	not regex.match("^[0-9]+[a-z]*$", value)
	not contains(value, "$")
	not contains(value, "{{")
	not startswith(value, "<")
	not startswith(value, "arn:")
	not contains(value, "://")
	not startswith(value, "/")
}
