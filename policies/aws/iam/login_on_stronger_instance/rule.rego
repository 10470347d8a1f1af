# METADATA
# title: Identity may log in to a machine that has a stronger role
# description: |
#   EC2 Instance Connect puts a key on a machine for a minute, so that its owner can log in. Every program on a
#   machine can ask for the credentials of the machine's role, and so can whoever may log in there.
#
#   Here the role of a machine that the identity can reach may do everything, or enough to get there.
# related_resources:
#   - https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-connect-configure-IAM-role.html
#   - https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2instanceconnect.html
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Give the machine a role with the rights it needs, and hold the right by `Resource` or by tags to the
#     machines that the identity has to keep.
package policy.aws.iam.login_on_stronger_instance

import data.lib.identity

deny contains {
	"resource": who.id,
	"at": right.resource,
	"path": right.path,
	"by_reference": true,
	"needs": array.concat(identity.doubts(right), identity.needs(rights)),
	"evidence": identity.evidence(rights),
	"message": message,
} if {
	some who in input.identities
	some right in identity.over_running(who, actions)
	some way in ways
	rights := array.concat([right], identity.together(who, way))
	message := sprintf("%s may log in to a machine with a stronger role (%s)", [identity.title(who), identity.shown(right)])
}

actions := ["ec2-instance-connect:SendSSHPublicKey", "ec2-instance-connect:SendSerialConsoleSSHPublicKey"]

# What else it takes: each way is a list of steps, each step the actions of which one is needed.
ways := [[]]
