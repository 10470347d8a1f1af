# METADATA
# title: Role may put a webhook before every request
# description: |
#   A webhook sees the objects that are sent to the API server, Secrets among them, and may refuse them. A
#   mutating one may change them too: give a pod another image, another account, another mount. Who may
#   configure webhooks can so read what others store, and change or stop what they deploy.
#
#   Operators that register their own webhook need this for that one configuration only.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/rbac-good-practices/#control-admission-webhooks
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     List the configuration that the operator owns in `resourceNames`, and let its installation create it.
#   aliases: [KSV-0114, CKV_K8S_155, C-0281]
#   covers:
#     - kubernetes-rbac-secrets-everywhere
package policy.kubernetes.rbac.webhook_control

import data.lib.identity
import data.lib.rights

deny contains {
	"resource": who.id,
	"at": right.resource,
	"path": right.path,
	"needs": identity.needs([right]),
	"evidence": rights.signs([right], right.resource, right.path),
	"message": sprintf("%s may have every request pass through a webhook, and so %s: %s", [rights.title(who), gain(right), rights.allowed(right)]),
} if {
	some who in rights.identities
	some right in rights.one_a_rule(identity.usable(who, actions))
}

actions := ["create:mutatingwebhookconfigurations", "create:validatingwebhookconfigurations", "patch:mutatingwebhookconfigurations", "patch:validatingwebhookconfigurations", "update:mutatingwebhookconfigurations", "update:validatingwebhookconfigurations"]

gain(right) := "read the Secrets in them and refuse what anybody deploys" if is_validating(right)

gain(right) := "change what anybody deploys" if not is_validating(right)

is_validating(right) if endswith(right.action, " on validatingwebhookconfigurations")
