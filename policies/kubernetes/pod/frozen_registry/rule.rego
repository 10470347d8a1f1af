# METADATA
# title: Image comes from a registry that is no longer kept
# description: |
#   Images of Kubernetes used to lie on `k8s.gcr.io` and before that on `gcr.io/google-containers`. Both are
#   frozen: no new version comes there, not even one that closes a hole, and they may be switched off.
#
#   A node that does not have the image yet then cannot start the pod.
# related_resources:
#   - https://kubernetes.io/blog/2023/02/06/k8s-gcr-io-freeze-announcement/
# custom:
#   severity: low
#   worst_case: {gain: worth, from: above, effort: none}
#   profiles: [default, reliability]
#   remediation: >-
#     Replace the host by `registry.k8s.io`, where the same images are, and take a current version.
#   aliases: [C-0253]
package policy.kubernetes.pod.frozen_registry

import data.lib.kubernetes

deny contains {"resource": workload.id, "path": path, "message": message} if {
	some workload in input.workloads
	some container in workload.containers
	image := container.spec.image
	some registry in ["k8s.gcr.io/", "gcr.io/google-containers/", "gcr.io/google_containers/"]
	startswith(image, registry)
	path := array.concat(container.path, ["image"])
	message := sprintf("%s runs %s, which is in a registry that gets no new images", [kubernetes.title(container), image])
}
