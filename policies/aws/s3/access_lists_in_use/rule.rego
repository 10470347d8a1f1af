# METADATA
# title: Bucket goes by access lists
# description: |
#   Access lists on a bucket and on each file in it are how S3 said who may read what before there were policies. New
#   buckets have had them switched off since April 2023; this one switches them on.
#
#   Who may read a file then depends on what was set when it was uploaded, file by file, and no policy shows it.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-12
# custom:
#   severity: low
#   worst_case: {gain: step, from: above, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `object_ownership` to `BucketOwnerEnforced`, once policies give what the access lists give.
package policy.aws.s3.access_lists_in_use

import data.lib.setting

deny contains {"resource": controls.id, "path": ["rule", 0, "object_ownership"], "message": message} if {
	some controls in input.resources.aws_s3_bucket_ownership_controls
	ownership := setting.block(controls.attributes, "rule").object_ownership
	ownership in {"BucketOwnerPreferred", "ObjectWriter"}
	message := sprintf("With `%s` access lists count", [ownership])
}
