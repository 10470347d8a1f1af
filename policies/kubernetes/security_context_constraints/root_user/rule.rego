# METADATA
# title: Security context constraints let containers run as root
# description: |
#   In OpenShift, security context constraints say what pods may ask for. Under these, containers may run as any user:
#   as what their image names, mostly root, which is the same user as root on the node.
#
#   A flaw in the kernel or the container runtime then gives an intruder the node. OpenShift gives each namespace a range
#   of users otherwise.
# related_resources:
#   - https://docs.openshift.com/container-platform/latest/authentication/managing-security-context-constraints.html
# custom:
#   severity: medium
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `runAsUser.type` to `MustRunAsRange`, or to `MustRunAsNonRoot` where images name a user of their own.
package policy.kubernetes.security_context_constraints.root_user

import data.lib.constraints

deny contains {
	"resource": given.id,
	"path": ["runAsUser", "type"],
	"needs": constraints.user_needs(given),
	"message": "Containers may run as root: `runAsUser` is `RunAsAny`",
} if {
	some given in constraints.all
	not constraints.has_own_users(given)
	given.attributes.runAsUser.type == "RunAsAny"
}

deny contains {
	"resource": given.id,
	"path": ["runAsUser", "uid"],
	"needs": constraints.user_needs(given),
	"message": "Containers run as root: `runAsUser` is 0",
} if {
	some given in constraints.all
	not constraints.has_own_users(given)
	given.attributes.runAsUser.type == "MustRunAs"
	given.attributes.runAsUser.uid == 0
}
