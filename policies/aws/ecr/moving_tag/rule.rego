# METADATA
# title: Images run by a tag that can be moved, from a repository that lets it
# description: |
#   What runs here names its image by a tag that is moved with every release, and the ECR repository lets whoever may
#   push move any tag. The next restart then runs what was pushed last, by whomever, and no change of the configuration
#   shows it.
#
#   A stolen key of a pipeline is enough to have one's own program started with the rights of this one.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html
# custom:
#   severity: low
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `image_tag_mutability` to `IMMUTABLE`, push each build under a version of its own, and name that version, or
#     its digest, where the image is run.
package policy.aws.ecr.moving_tag

import data.lib.image

deny contains {
	"resource": repository.id,
	"path": ["image_tag_mutability"],
	"evidence": evidence,
	"message": sprintf("Tags of this repository can be moved, and %s runs \"%s\", %s", [uses[0].title, uses[0].image, uses[0].why]),
} if {
	some repository in input.resources.aws_ecr_repository
	object.get(repository.attributes, "image_tag_mutability", "MUTABLE") == "MUTABLE"
	uses := image.pulled(repository, image.in_tasks(repository))
	evidence := [{"resource": use.user, "path": use.path, "note": sprintf("runs an image %s", [use.why])} |
		some use in uses
	]
}

# It is unknown which tag is run.
deny contains {
	"resource": repository.id,
	"path": ["image_tag_mutability"],
	"needs": image.unclear(repository, image.unknown_in_tasks),
	"message": "Tags of this repository can be moved, and an image may be run from it",
} if {
	some repository in input.resources.aws_ecr_repository
	object.get(repository.attributes, "image_tag_mutability", "MUTABLE") == "MUTABLE"
	count(image.pulled(repository, image.in_tasks(repository))) == 0
	count(image.unclear(repository, image.unknown_in_tasks)) > 0
}
