# METADATA
# title: Secret is a token of a service account that never expires
# description: |
#   Pods are given tokens of their service account that hold for an hour, and for one pod. A Secret of this type is how
#   it was before Kubernetes 1.24: the cluster writes a token into it that holds until the Secret is deleted, whoever
#   uses it and from wherever.
#
#   Whoever may read Secrets of the namespace, or sees the token in a pipeline, a backup or a log, acts as the account
#   from then on.
# related_resources:
#   - https://kubernetes.io/docs/concepts/configuration/secret/#serviceaccount-token-secrets
#   - https://kubernetes.io/docs/concepts/security/service-accounts/#get-a-token
#   - https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/#auto-generated-legacy-serviceaccount-token-clean-up
# custom:
#   severity: low
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Let pods use the token that they are given, or one of a `projected` volume. What is outside the cluster signs in
#     with an identity of its platform (OIDC), or asks for a token for a time with `kubectl create token`.
package policy.kubernetes.config.long_lived_token

deny contains {"resource": secret.id, "path": ["type"], "message": message} if {
	some secret in input.resources.Secret
	secret.attributes.type == "kubernetes.io/service-account-token"
	message := sprintf("The Secret is a token of %s that never expires", [account(secret)])
}

account(secret) := sprintf("service account \"%s\"", [secret.attributes.metadata.annotations["kubernetes.io/service-account.name"]])

account(secret) := "a service account" if {
	not secret.attributes.metadata.annotations["kubernetes.io/service-account.name"]
}
