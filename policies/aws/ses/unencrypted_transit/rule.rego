# METADATA
# title: SES may send mail without TLS
# description: |
#   SES hands mail to the servers of those who receive it, with TLS where they offer it, and in plain form where
#   they do not. Whoever stands in between can also make them seem not to offer it, and then reads the mail.
#
#   A server without TLS gets no mail any more if it is required, so it is a choice.
# related_resources:
#   - https://docs.aws.amazon.com/ses/latest/dg/security-protocols.html
# custom:
#   severity: low
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Add `delivery_options { tls_policy = "Require" }`, in SES version 2 `"REQUIRE"`.
#   aliases: [CKV_AWS_365]
package policy.aws.ses.unencrypted_transit

import data.lib.setting

deny contains {"resource": set.id, "path": ["delivery_options", 0, "tls_policy"], "message": message} if {
	some kind, policy in {"aws_ses_configuration_set": "Require", "aws_sesv2_configuration_set": "REQUIRE"}
	some set in input.resources[kind]
	message := setting.other(setting.block(set.attributes, "delivery_options"), "tls_policy", {policy}, "Optional")
}
