# METADATA
# title: Role may enter the containers of every namespace
# description: |
#   `pods/exec` and `pods/attach` run a command in a container that is there already, with its files, its
#   environment and the token of its service account; so do ephemeral containers. Here the right holds in all
#   namespaces.
#
#   Whoever gets at the account can look into every application, and act as each of them.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/rbac-good-practices/#workload-creation
#   - https://kubernetes.io/docs/reference/access-authn-authz/rbac/
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Bind the role with a RoleBinding in the namespaces where it is needed, and give it to people only while
#     they look for a fault.
#   covers:
#     - kubernetes-rbac-secrets-everywhere
#     - kubernetes-rbac-webhook-control
package policy.kubernetes.rbac.exec_everywhere

import data.lib.identity
import data.lib.rights

deny contains {
	"resource": who.id,
	"at": right.resource,
	"path": right.path,
	"needs": identity.needs([right]),
	"evidence": rights.signs([right], right.resource, right.path),
	"message": sprintf("%s may run commands in the containers of every namespace: %s", [rights.title(who), rights.allowed(right)]),
} if {
	some who in rights.identities
	some right in rights.one_a_rule(identity.anywhere(who, actions))
}

actions := ["create:pods/attach", "create:pods/exec", "patch:pods/ephemeralcontainers", "update:pods/ephemeralcontainers"]
