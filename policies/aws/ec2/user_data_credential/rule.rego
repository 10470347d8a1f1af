# METADATA
# title: User data of a virtual machine holds a credential
# description: |
#   User data is the script that a virtual machine gets to start with. It is stored as plain text beside the
#   machine: every process on it can read it from the metadata service, and so can everyone in the account who
#   may describe instances or launch templates.
#
#   A credential in it outlives its change: old versions of a launch template and the Terraform state keep it.
# related_resources:
#   - https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-add-user-data.html
#   - https://docs.aws.amazon.com/secretsmanager/latest/userguide/retrieving-secrets.html
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Give the machine an instance profile that may read the secret, and let the script fetch it from Secrets
#     Manager or SSM when it starts. Replace the credential that was shown.
#   aliases: [CKV_AWS_46, AWS-0029, AWS-0122, AWS-0129, AC_AWS_0168]
package policy.aws.ec2.user_data_credential

import data.lib.credential

deny contains {
	"resource": flow.id,
	"path": flow.path,
	"needs": flow.unknown,
	"by_reference": true,
	"evidence": credential.evidence(flow),
	"message": message,
} if {
	some flow in input.credential_flows
	flow.sink == "user-data"
	startswith(flow.kind, "aws_")
	message := sprintf("User data holds %s; all who may describe the machine, and every process on it, can read it", [credential.listed(flow)])
}
