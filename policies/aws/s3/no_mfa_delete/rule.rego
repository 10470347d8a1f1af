# METADATA
# title: Versions of an S3 bucket's files can be deleted with one login
# description: |
#   A bucket with versioning keeps what is deleted. Whoever has the rights can still delete the versions themselves,
#   for good. With MFA delete, that takes a code of the root user's device besides.
#
#   It can only be switched on by the root user at the command line, and makes rules that delete old versions
#   impossible.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiFactorAuthenticationDelete.html
# custom:
#   severity: low
#   worst_case: {gain: worth, from: above, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `mfa_delete` to `Enabled` in `versioning_configuration`, and give `mfa`.
#   aliases: [AWS-0170]
#   compliance: {cis-aws-1.5: ["2.1.3"]}
package policy.aws.s3.no_mfa_delete

import data.lib.attribute
import data.lib.setting

# Without versioning there are no versions to delete.
deny contains {
	"resource": versioning.id,
	"path": ["versioning_configuration", i, "mfa_delete"],
	"needs": [{"resource": versioning.id, "path": ["versioning_configuration", i, "status"]}],
	"message": message,
} if {
	some versioning in input.resources.aws_s3_bucket_versioning
	some i, configuration in versioning.attributes.versioning_configuration
	object.get(configuration, "status", "Enabled") == "Enabled"
	message := setting.other(configuration, "mfa_delete", {"Enabled"}, "Disabled")
}

deny contains {
	"resource": bucket.id,
	"path": ["versioning", i, "mfa_delete"],
	"needs": attribute.unknown_below(bucket, ["versioning", i, "enabled"]),
	"message": message,
} if {
	some bucket in input.resources.aws_s3_bucket
	some i, versioning in bucket.attributes.versioning
	keeps_versions(bucket, i, versioning)
	message := setting.off(versioning, "mfa_delete")
}

keeps_versions(_, _, versioning) if attribute.is_true(versioning.enabled)

keeps_versions(bucket, i, _) if count(attribute.unknown_below(bucket, ["versioning", i, "enabled"])) > 0
