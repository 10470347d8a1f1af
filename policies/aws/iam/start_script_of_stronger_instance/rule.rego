# METADATA
# title: Identity may change the start-up script of a machine that has a stronger role
# description: |
#   The user data of a machine in EC2 is a script that it runs as root when it starts. Who may change the
#   attributes of a machine that stands still, and start it, has root run what they wrote, with the rights of the
#   machine's role.
#
#   Here the role of a machine that the identity can reach may do everything, or enough to get there.
# related_resources:
#   - https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html
#   - https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Give the machine a role with the rights it needs, and hold the right by `Resource` or by tags to the
#     machines that the identity has to keep.
package policy.aws.iam.start_script_of_stronger_instance

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
	message := sprintf("%s may change the start-up script of a machine with a stronger role (%s)", [identity.title(who), identity.shown(right)])
}

actions := ["ec2:ModifyInstanceAttribute"]

# What else it takes: each way is a list of steps, each step the actions of which one is needed.
ways := [[["ec2:StartInstances"]]]
