# METADATA
# title: Interface is used with a key alone
# description: |
#   Every program that uses this GraphQL interface has the same key, which holds for up to a year and stands in each
#   of them: in the code of a web page everybody reads it.
#
#   Whoever has the key calls what the schema allows with it, and nobody can tell them apart. AWS means keys for
#   trying things out, and for what everybody may read.
# related_resources:
#   - https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html#api-key-authorization
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/appsync-controls.html#appsync-5
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `authentication_type` to `AMAZON_COGNITO_USER_POOLS`, `OPENID_CONNECT`, `AWS_IAM` or `AWS_LAMBDA`.
package policy.aws.appsync.api_key

deny contains {"resource": api.id, "path": ["authentication_type"], "message": message} if {
	some api in input.resources.aws_appsync_graphql_api
	api.attributes.authentication_type == "API_KEY"
	message := "Whoever has the key may call the interface"
}
