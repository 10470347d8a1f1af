# METADATA
# title: Sessions of Session Manager are not encrypted with a key of one's own
# description: |
#   Session Manager gives people a shell on a machine without an open port. The connection is encrypted in any case;
#   with a key of one's own, both ends also encrypt what is typed and shown, so that nothing on the way can read it,
#   and opening a session takes permission to use the key.
# related_resources:
#   - https://docs.aws.amazon.com/systems-manager/latest/userguide/session-preferences-enable-encryption.html
# custom:
#   severity: low
#   worst_case: {gain: order, from: above, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `kmsKeyId` in the document's `inputs` to the ARN of an `aws_kms_key`.
#   aliases: [CKV_AWS_112]
package policy.aws.ssm.session_without_key

import data.lib.session_document

deny contains {
	"resource": document.id,
	"path": session_document.place(document, "kmsKeyId"),
	"message": "`kmsKeyId` is not set",
} if {
	some document in input.resources.aws_ssm_document
	session_document.is_session(document)
	session_document.input_of(document, "kmsKeyId", "") == ""
}
