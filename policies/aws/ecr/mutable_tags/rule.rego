# METADATA
# title: ECR repository lets tags be moved to other images
# description: |
#   A tag such as `1.4.2` names an image. In this repository it can be pushed again with another content, so what was
#   tested is not surely what runs, and whoever may push can replace what is deployed without a trace in any manifest.
#
#   With immutable tags, each build needs a tag of its own.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `image_tag_mutability` to `IMMUTABLE`, or to `IMMUTABLE_WITH_EXCLUSION` to leave out tags like `latest`.
#   aliases: [CKV_AWS_51, AWS-0031, AC_AWS_0447]
package policy.aws.ecr.mutable_tags

import data.lib.setting

deny contains {"resource": repository.id, "path": ["image_tag_mutability"], "message": message} if {
	some repository in input.resources.aws_ecr_repository
	allowed := {"IMMUTABLE", "IMMUTABLE_WITH_EXCLUSION"}
	message := setting.other(repository.attributes, "image_tag_mutability", allowed, "MUTABLE")
}
