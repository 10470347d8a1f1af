# METADATA
# title: Tiller listens to the whole cluster
# description: |
#   Tiller, the part of Helm 2 that runs in the cluster, does as it is told by whoever reaches its port.
#   Unless it listens on localhost alone, every pod does.
#
#   Whoever gets into any of them can then deploy anything, with the rights of Tiller, which mostly has all.
# related_resources:
#   - https://helm.sh/docs/topics/v2_v3_migration/
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Move releases to Helm 3. Until then start Tiller with `--listen=localhost:44134` and delete its Service.
#   aliases: [CKV_K8S_45, CKV_K8S_44, AC_K8S_0110]
package policy.kubernetes.helm.tiller_reachable

import data.lib.image
import data.lib.kubernetes
import data.lib.scope

deny contains {"resource": workload.id, "path": path, "message": message, "needs": needs} if {
	some workload in input.workloads
	some container in workload.containers
	split(split(image.name(container.spec.image), ":")[0], "@")[0] == "tiller"
	not is_local(container.spec)
	path := array.concat(container.path, ["args"])
	needs := array.concat(
		scope.unknown(kubernetes.holder(workload), path),
		scope.unknown(kubernetes.holder(workload), array.concat(container.path, ["command"])),
	)
	message := "Tiller takes orders from every pod: no argument has it listen on localhost"
}

is_local(spec) if {
	some word in array.concat(object.get(spec, "command", []), object.get(spec, "args", []))
	some address in ["localhost:", "127.0.0.1:", "[::1]:"]
	trim_prefix(trim_left(word, "-"), "listen=") == concat("", [address, split(word, ":")[count(split(word, ":")) - 1]])
}

deny contains {"resource": service.id, "path": ["spec", "selector"], "message": message} if {
	some service in input.resources.Service
	is_of_tiller(service.attributes)
	message := "The Service offers Tiller to every pod"
}

is_of_tiller(attributes) if attributes.spec.selector.name == "tiller"

# Helm labels what it installs for itself.
is_of_tiller(attributes) if {
	attributes.metadata.labels.app == "helm"
	attributes.metadata.labels.name == "tiller"
}
