# METADATA
# title: Identity may replace the image of something that has a stronger role
# description: |
#   A task, pod or function is started from an image in a repository, and runs with the rights of its role. Where
#   tags of the repository may be moved, who may push images there puts their own program under the tag: it runs
#   with the role the next time something is started from it.
#
#   Here the role may do everything, or enough to get there. No right over the task, the pod or the role is needed
#   for that.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html
#   - https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Give what runs a role with the rights it needs. Let nobody but the pipeline push to its repository, and set
#     `image_tag_mutability` of the repository to `IMMUTABLE`.
package policy.aws.iam.push_image_of_stronger_task

import data.lib.identity

deny contains {
	"resource": who.id,
	"at": right.resource,
	"path": right.path,
	"by_reference": true,
	"needs": array.concat(identity.doubts(right), identity.needs([right])),
	"evidence": identity.evidence([right]),
	"message": message,
} if {
	some who in input.identities
	some right in identity.over_running(who, ["ecr:PutImage"])
	message := sprintf("%s may replace the image of what has a stronger role (%s)", [identity.title(who), identity.shown(right)])
}
