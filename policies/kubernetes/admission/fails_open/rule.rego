# METADATA
# title: Admission check lets through what it cannot look at
# description: |
#   Before an object is stored, the API server asks the checks that are registered for it. With `failurePolicy: Ignore`
#   it goes on without an answer: when the webhook is not there, is too slow, or a condition cannot be worked out.
#
#   Whoever keeps the webhook from answering, by many requests say, gets in what it is there to refuse. With `Fail`, on
#   the other hand, nothing is stored while it is away, so that it has to run in several places.
# related_resources:
#   - https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#failure-policy
#   - https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `failurePolicy` to `Fail` for checks that security rests on, and leave out the namespaces that the check itself
#     needs in order to start.
package policy.kubernetes.admission.fails_open

deny contains {"resource": hook.id, "path": ["webhooks", at, "failurePolicy"], "message": message} if {
	some hook in input.resources.ValidatingWebhookConfiguration
	some at, webhook in hook.attributes.webhooks
	webhook.failurePolicy == "Ignore"
	message := sprintf("Without an answer of webhook \"%s\" objects are stored unchecked", [object.get(webhook, "name", "")])
}

deny contains {"resource": policy.id, "path": ["spec", "failurePolicy"], "message": message} if {
	some policy in input.resources.ValidatingAdmissionPolicy
	policy.attributes.spec.failurePolicy == "Ignore"
	message := "Where the policy cannot be worked out, objects are stored unchecked"
}
