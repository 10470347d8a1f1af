# METADATA
# title: Sessions of Session Manager leave no encrypted record
# description: |
#   Session Manager gives people a shell on a machine. It can write what was typed and shown to a bucket or a log
#   group; without that, nobody can tell later what was done.
#
#   Such records hold passwords and customer data that went over the screen, so they are to be kept encrypted.
# related_resources:
#   - https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-logging.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `s3BucketName` or `cloudWatchLogGroupName` in the document's `inputs`, and leave `s3EncryptionEnabled` or
#     `cloudWatchEncryptionEnabled` on.
#   aliases: [CKV_AWS_113]
package policy.aws.ssm.session_without_log

import data.lib.attribute
import data.lib.session_document

deny contains {
	"resource": document.id,
	"path": session_document.place(document, "s3BucketName"),
	"needs": [{"resource": document.id, "path": session_document.place(document, "cloudWatchLogGroupName")}],
	"message": "Neither `s3BucketName` nor `cloudWatchLogGroupName` is set",
} if {
	some document in input.resources.aws_ssm_document
	session_document.is_session(document)
	every destination, _ in destinations {
		session_document.input_of(document, destination, "") == ""
	}
}

deny contains {
	"resource": document.id,
	"path": session_document.place(document, encryption),
	"message": sprintf("`%s` is `false`", [encryption]),
} if {
	some document in input.resources.aws_ssm_document
	session_document.is_session(document)
	some destination, encryption in destinations
	session_document.input_of(document, destination, "") != ""
	attribute.is_false(session_document.input_of(document, encryption, true))
}

destinations := {
	"s3BucketName": "s3EncryptionEnabled",
	"cloudWatchLogGroupName": "cloudWatchEncryptionEnabled",
}
