# METADATA
# title: Machine has a role that may do everything
# description: |
#   Every program on a machine of EC2 can ask for the credentials of the machine's role. A hole in any of them, or
#   a request that a web application can be made to send to the address that gives them out, hands over whatever
#   the role may do.
#
#   Here that is the whole account. On the node of a cluster, it is what every pod there can have.
# related_resources:
#   - https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Give the machine a role that allows what its programs need.
#   outweighs: [aws-iam-administrator-role]
package policy.aws.iam.administrator_on_machine

import data.lib.identity

deny contains {
	"resource": who.id,
	"at": holder.id,
	"path": [],
	"by_reference": true,
	"needs": right.needs,
	"evidence": array.concat(
		[{"resource": holder.id, "path": holder.via, "note": "names the role"}],
		identity.evidence([right]),
	),
	"message": message,
} if {
	some who in input.identities
	some right in who.administrator
	some holder in who.holders
	holder.how in hows
	message := sprintf("%s has a role that may do everything (%s)", [titles[holder.how], identity.shown(right)])
}

hows := ["ec2", "eks-node", "ssm"]

titles := {"ec2": "The machine", "eks-node": "The nodes of the cluster", "ssm": "The machine"}
