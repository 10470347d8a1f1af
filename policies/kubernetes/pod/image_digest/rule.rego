# METADATA
# title: Image is not pinned to a digest
# description: |
#   A tag such as `1.4.2` may be moved to another image at any time by whoever can push to the registry; a
#   digest cannot.
#
#   Without one nobody can tell whether what runs is what was tested, and a registry that is broken into
#   reaches every cluster that starts a pod.
# related_resources:
#   - https://kubernetes.io/docs/concepts/containers/images/#image-names
# custom:
#   severity: low
#   worst_case: {gain: order, from: above, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Append the digest to the tag: `registry/app:1.4.2@sha256:...`. Renovate and Dependabot keep it current.
#   aliases: [CKV_K8S_43, AC_K8S_0069, C-0306]
package policy.kubernetes.pod.image_digest

import data.lib.image as images
import data.lib.kubernetes

deny contains {"resource": workload.id, "path": path, "message": message} if {
	some workload in input.workloads
	some container in workload.containers
	image := container.spec.image
	images.is_settled(image)
	is_named(image)
	path := array.concat(container.path, ["image"])
	message := sprintf("%s runs image \"%s\", which has no digest", [kubernetes.title(container), image])
}

deny contains {"resource": workload.id, "path": path, "message": message} if {
	some workload in input.workloads
	some container in workload.containers
	parts := split(container.spec.image, "@")
	count(parts) > 1
	is_named(parts[1])
	not is_digest(parts[1])
	path := array.concat(container.path, ["image"])
	message := sprintf("%s runs an image whose digest is no digest: %s", [kubernetes.title(container), parts[1]])
}

# What is still to be filled in says nothing yet.
is_named(image) if {
	image != ""
	not contains(image, "$")
	not contains(image, "{{")
}

is_digest(digest) if regex.match(lengths[split(digest, ":")[0]], split(digest, ":")[1])

is_digest(digest) if {
	parts := split(digest, ":")
	count(parts) == 2
	not lengths[parts[0]]
	parts[1] != ""
}

lengths := {
	"blake3": "^[0-9a-f]{64}$",
	"sha256": "^[0-9a-f]{64}$",
	"sha384": "^[0-9a-f]{96}$",
	"sha512": "^[0-9a-f]{128}$",
}
