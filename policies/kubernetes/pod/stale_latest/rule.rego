# METADATA
# title: Image with a moving tag is not pulled at every start
# description: |
#   The tag may stand for another image tomorrow, and the pull policy says to use what the node has already.
#
#   Which version a pod runs then depends on the node it lands on: replicas differ from each other, and a fix
#   reaches some of them only.
# related_resources:
#   - https://kubernetes.io/docs/concepts/containers/images/#image-pull-policy
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: none}
#   profiles: [strict, reliability, security]
#   remediation: >-
#     Name a fixed version, or set `imagePullPolicy: Always`.
#   aliases: [C-0075]
package policy.kubernetes.pod.stale_latest

import data.lib.image as images
import data.lib.kubernetes

deny contains {"resource": workload.id, "path": path, "message": message} if {
	some workload in input.workloads
	some container in workload.containers
	policy := container.spec.imagePullPolicy
	policy in {"IfNotPresent", "Never"}
	image := container.spec.image
	images.is_settled(image)
	is_moving(images.name(image))
	path := array.concat(container.path, ["imagePullPolicy"])
	message := sprintf("%s runs whatever its node has of \"%s\": imagePullPolicy is %s", [kubernetes.title(container), image, policy])
}

is_moving(name) if endswith(name, ":latest")

is_moving(name) if not contains(name, ":")
