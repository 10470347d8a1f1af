# METADATA
# title: CodeBuild project stores what it builds unencrypted
# description: |
#   CodeBuild stores what a build makes, programs and packages, in S3, and encrypts it with a KMS key unless that is
#   switched off. Who may read the bucket then reads it without any further permission.
#
#   Encryption costs nothing.
# related_resources:
#   - https://docs.aws.amazon.com/codebuild/latest/userguide/security-encryption.html
# custom:
#   severity: low
#   worst_case: {gain: worth, from: above, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Remove `encryption_disabled`, or set it to `false`.
#   aliases: [CKV_AWS_78, AWS-0018]
package policy.aws.codebuild.unencrypted_artifacts

import data.lib.setting

deny contains {
	"resource": project.id,
	"path": [block, i, "encryption_disabled"],
	"needs": needs,
	"message": message,
} if {
	some project in input.resources.aws_codebuild_project
	some block in ["artifacts", "secondary_artifacts"]
	some i, artifacts in project.attributes[block]
	object.get(artifacts, "type", "S3") == "S3"
	message := setting.turned_on(artifacts, "encryption_disabled")
	needs := [{"resource": project.id, "path": [block, i, "type"]}]
}
