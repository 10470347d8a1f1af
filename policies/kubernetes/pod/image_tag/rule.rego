# METADATA
# title: Image has no fixed tag
# description: |
#   An image without a tag means `latest`, and `latest` means whatever was pushed last. Two nodes may then
#   run different programs under one name, a restart may bring an untested version, and nothing can be
#   rolled back to.
#
#   Whoever can push to the registry also decides what runs here next, without a change anyone reviews.
# related_resources:
#   - https://kubernetes.io/docs/concepts/containers/images/
# custom:
#   severity: low
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [default, security, reliability]
#   remediation: >-
#     Name a version (`registry/app:1.4.2`) or, better, a digest (`registry/app@sha256:...`), which cannot
#     be moved.
#   aliases:
#     - CKV_K8S_14
#     - KSV-0013
#     - C-0304.agent-sandbox-image-tag-provenance
#     - AC_K8S_0068
#     - latest-tag
#     - tagNotSpecified
#     - container-image-tag
package policy.kubernetes.pod.image_tag

import data.lib.image as images
import data.lib.kubernetes

deny contains {"resource": workload.id, "path": path, "message": message} if {
	some workload in input.workloads
	some container in workload.containers
	image := container.spec.image
	defect := moving(image)
	path := array.concat(container.path, ["image"])
	message := sprintf("%s runs image \"%s\", %s", [kubernetes.title(container), image, defect])
}

# A registry may have a port, so a tag is looked for after the last slash only.
moving(image) := "which has no tag" if {
	images.is_settled(image)
	not contains(images.name(image), ":")
}

moving(image) := "whose tag may change at any time" if {
	images.is_settled(image)
	endswith(images.name(image), ":latest")
}
