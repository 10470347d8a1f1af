# METADATA
# title: Identity may run steps on a cluster that has a stronger role
# description: |
#   A step of an EMR cluster is a program or script that its machines run. Who may add steps to a cluster runs
#   their own code there, with the rights of the role that its machines have.
#
#   Here that role has all rights, or enough to get them. No right to pass roles is needed for that.
# related_resources:
#   - https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-iam-role-for-ec2.html
#   - https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticmapreduce.html
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Give the machines of the cluster a role with the rights they need, and name in `Resource` the clusters that
#     the identity works with.
#   aliases: [CKV_AWS_286, CKV_AWS_110]
package policy.aws.iam.cluster_steps_with_stronger_role

import data.lib.identity

deny contains {
	"resource": who.id,
	"at": right.resource,
	"path": right.path,
	"by_reference": true,
	"needs": array.concat(identity.doubts(right), identity.needs([right])),
	"evidence": identity.evidence([right]),
	"message": message,
} if {
	some who in input.identities
	some right in identity.over_running(who, ["elasticmapreduce:AddJobFlowSteps"])
	message := sprintf("%s may run steps on a cluster with a stronger role (%s)", [identity.title(who), identity.shown(right)])
}
