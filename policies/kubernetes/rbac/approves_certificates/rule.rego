# METADATA
# title: Role lists the right to approve certificates
# description: |
#   Who approves certificates of the cluster can have one made out to any user, administrators included. Nobody
#   whom these files show gets that from this role: it is bound in namespaces only, or the right to sign is not
#   beside it.
#
#   The right is then not needed, and one binding of the cluster, or one more rule, away from being given.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/rbac-good-practices/#csrs-and-certificate-issuing
#   - https://kubernetes.io/docs/reference/access-authn-authz/rbac/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Remove `certificatesigningrequests/approval` from the resources. Approval is for the controllers that
#     Kubernetes brings, and for people.
#   aliases: [CKV_K8S_156, C-0280]
package policy.kubernetes.rbac.approves_certificates

import data.lib.roles

deny contains {"resource": role.id, "path": given.entry, "message": message, "needs": needs} if {
	some role in input.resources.ClusterRole
	not roles.is_brought(role.name)
	not role.id in given_already
	some given in roles.granted(role, groups, named | {"certificatesigningrequests/*", "*/approval", "*"}, verbs)
	not roles.is_everything(role, given.path)
	not roles.is_named(role, given.path)
	needs := roles.needs(role, given.path)
	message := sprintf("Whoever is given this role in the whole cluster may approve certificates: %s on %s", [given.verb, given.resource])
}

deny contains {"resource": role.id, "path": given.entry, "message": message} if {
	some role in input.resources.Role
	some given in roles.granted(role, groups, named, verbs)
	message := sprintf("A Role cannot give rights to requests for certificates, which are in no namespace: %s on %s has no effect here", [given.verb, given.resource])
}

groups := {"certificates.k8s.io", "*"}

named := {"certificatesigningrequests/approval"}

verbs := {"update", "patch", "*"}

given_already := roles.giving(["update:certificatesigningrequests/approval"])
