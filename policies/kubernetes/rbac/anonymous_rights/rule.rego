# METADATA
# title: Role is given to everybody
# description: |
#   The binding names a user or a group that everybody is in who can reach the API server: `system:anonymous`
#   and `system:unauthenticated` need no sign-in at all, and `system:authenticated` is whoever has any token,
#   on managed clusters sometimes anybody with an account of the provider.
#
#   What the role allows is then open to the internet, as far as the API server is.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege
#   - https://kubernetes.io/docs/reference/access-authn-authz/authentication/#anonymous-requests
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Name the users, groups or service accounts that need the role. What has to be public, such as health
#     checks, is so by `system:public-info-viewer`, which Kubernetes binds itself.
#   aliases: [C-0265, KSV-0122, C-0262, KSV-01011]
package policy.kubernetes.rbac.anonymous_rights


deny contains {
	"resource": binding.id,
	"path": ["subjects", i, "name"],
	"needs": [{"resource": binding.id, "path": ["roleRef", "name"]}],
	"message": sprintf("%s is given to %s, which is %s", [binding.attributes.roleRef.name, subject.name, everybody[subject.name]]),
} if {
	some kind in {"ClusterRoleBinding", "RoleBinding"}
	some binding in input.resources[kind]
	some i, subject in binding.attributes.subjects
	everybody[subject.name]
	subject.kind in {"Group", "User"}
	not binding.attributes.roleRef.name in public
}

everybody := {
	"system:anonymous": "everybody who can reach the API server",
	"system:authenticated": "whoever has any credentials for the API server, each pod included",
	"system:unauthenticated": "everybody who can reach the API server",
}

# Kubernetes itself gives these to everybody.
public := {"system:basic-user", "system:discovery", "system:public-info-viewer"}
