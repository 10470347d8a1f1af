# METADATA
# title: DataSync location has its secret key in the code
# description: |
#   DataSync copies files from a storage system, and shows a secret key to get at them. Written into the code, the
#   key is known to everyone who may read the repository, now or in its history.
# related_resources:
#   - https://docs.aws.amazon.com/datasync/latest/userguide/create-object-location.html
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Take `secret_key` from a secret store, or from a variable that is sensitive and has no default, and change the
#     key that was written.
#   aliases: [CKV_AWS_295]
package policy.aws.datasync.written_credential

import data.lib.setting

deny contains {"resource": location.id, "path": ["secret_key"], "message": "`secret_key` is written in the code"} if {
	some location in input.resources.aws_datasync_location_object_storage
	setting.is_set(location.attributes, "secret_key")
	not ["secret_key"] in object.get(location, "given", [])
}
