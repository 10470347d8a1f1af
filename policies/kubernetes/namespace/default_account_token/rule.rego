# METADATA
# title: Default service account hands out its token
# description: |
#   Every pod that names no service account runs as `default` and gets its token, unless the account says
#   otherwise. Hardly any of them has a use for it.
#
#   An intruder in any such pod has: it proves to the API server who the pod is, and whatever is bound to the
#   account later is theirs as well.
# related_resources:
#   - https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `automountServiceAccountToken: false` on the ServiceAccount `default` of each namespace.
#   aliases: [CKV_K8S_41, C-0189.automount-default-service-account]
#   compliance:
#     cis-kubernetes-1.8: ["5.1.5"]
package policy.kubernetes.namespace.default_account_token

import data.lib.attribute

deny contains {"resource": account.id, "path": ["automountServiceAccountToken"], "message": message} if {
	some account in input.resources.ServiceAccount
	account.name == "default"
	not attribute.is_false(account.attributes.automountServiceAccountToken)
	message := "Pods that name no service account get the token of this one"
}
