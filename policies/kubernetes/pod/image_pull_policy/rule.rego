# METADATA
# title: Registry is not asked for the image at every start
# description: |
#   With `Always` a node asks the registry at each start whether it may have the image, and which one the tag
#   stands for. Otherwise it takes what it has already.
#
#   Pods of other teams on the same node may then use a private image without the credentials for it, and a
#   tag that was moved runs in two versions at once. An image that is pinned to a digest needs no asking for
#   the second.
# related_resources:
#   - https://kubernetes.io/docs/concepts/containers/images/#image-pull-policy
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `imagePullPolicy: Always`, or pin the image to a digest where only the version matters.
#   aliases: [CKV_K8S_15, pullPolicyNotAlways, container-image-pull-policy]
package policy.kubernetes.pod.image_pull_policy

import data.lib.kubernetes

deny contains {"resource": workload.id, "path": path, "message": message} if {
	some workload in input.workloads
	some container in workload.containers
	policy := object.get(container.spec, "imagePullPolicy", standard(container.spec.image))
	policy != "Always"
	not contains(container.spec.image, "@")
	path := array.concat(container.path, ["imagePullPolicy"])
	message := sprintf("%s is started from what its node has: imagePullPolicy is %s", [kubernetes.title(container), policy])
}

standard(image) := "Always" if last(image) in {"", "latest"}

standard(image) := "IfNotPresent, as for every tag but latest" if not last(image) in {"", "latest"}

# The tag: after the last colon that follows the last slash.
last(image) := tag if {
	name := split(image, "/")[count(split(image, "/")) - 1]
	tag := concat(":", array.slice(split(name, ":"), 1, count(split(name, ":"))))
}
