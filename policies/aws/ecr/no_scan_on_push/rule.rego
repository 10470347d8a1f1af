# METADATA
# title: ECR repository does not search its images for known flaws
# description: |
#   A repository can search each image that is pushed for packages with known security flaws. This one does not, so
#   flawed images run until somebody finds out in another way.
#
#   The basic scan costs nothing. It can also be switched on for all repositories of the account at once.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `scan_on_push` to `true` in `image_scanning_configuration`, or add an
#     `aws_ecr_registry_scanning_configuration`.
#   aliases: [CKV_AWS_163, AWS-0030, AC_AWS_0083]
package policy.aws.ecr.no_scan_on_push

import data.lib.setting

deny contains {
	"resource": repository.id,
	"path": ["image_scanning_configuration", 0, "scan_on_push"],
	"message": message,
} if {
	some repository in input.resources.aws_ecr_repository
	not registry_scans(repository.root)
	message := setting.off(setting.block(repository.attributes, "image_scanning_configuration"), "scan_on_push")
}

# The registry's own rules take the place of what repositories say.
registry_scans(root) if {
	some registry in input.resources.aws_ecr_registry_scanning_configuration
	registry.root == root
}
