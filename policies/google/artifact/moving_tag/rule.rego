# METADATA
# title: Images run by a tag that can be moved, from a registry that lets it
# description: |
#   What runs here names its image by a tag that is moved with every release, and the repository of Artifact Registry
#   lets whoever may push move any tag. The next restart then runs what was pushed last, by whomever, and no change of
#   the configuration shows it.
#
#   A stolen key of a pipeline is enough to have one's own program started with the rights of this one.
# related_resources:
#   - https://cloud.google.com/artifact-registry/docs/docker/store-docker-container-images
# custom:
#   severity: low
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `immutable_tags` to `true` in `docker_config`, push each build under a version of its own, and name that
#     version, or its digest, where the image is run.
package policy.google.artifact.moving_tag

import data.lib.attribute
import data.lib.image

path := ["docker_config", 0, "immutable_tags"]

are_kept(repository) if attribute.is_true(repository.attributes.docker_config[0].immutable_tags)

deny contains {
	"resource": repository.id,
	"path": path,
	"evidence": evidence,
	"message": sprintf("Tags of this repository can be moved, and %s runs \"%s\", %s", [uses[0].title, uses[0].image, uses[0].why]),
} if {
	some repository in input.resources.google_artifact_registry_repository
	not are_kept(repository)
	uses := image.pulled(repository, image.in_services(repository))
	evidence := [{"resource": use.user, "path": use.path, "note": sprintf("runs an image %s", [use.why])} |
		some use in uses
	]
}

# It is unknown which tag is run.
deny contains {
	"resource": repository.id,
	"path": path,
	"needs": image.unclear(repository, image.unknown_in_services),
	"message": "Tags of this repository can be moved, and an image may be run from it",
} if {
	some repository in input.resources.google_artifact_registry_repository
	not are_kept(repository)
	count(image.pulled(repository, image.in_services(repository))) == 0
	count(image.unclear(repository, image.unknown_in_services)) > 0
}
