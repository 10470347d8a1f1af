# METADATA
# title: OpenSearch Serverless collection is reached from the internet
# description: |
#   A network policy of OpenSearch Serverless says from where its collections and their dashboards are reached: from
#   the endpoints of some networks, from services of AWS, or, with `AllowFromPublic`, from anywhere.
#
#   A data access policy and a signature of IAM still stand before the data. Stolen credentials work from anywhere
#   then, and a policy that is written too widely is open to the world.
# related_resources:
#   - https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-network.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `AllowFromPublic` to `false`, and name endpoints in `SourceVPCEs` or services, such as
#     `bedrock.amazonaws.com`, in `SourceServices`.
package policy.aws.opensearch.serverless_open_network

import data.lib.attribute

deny contains {"resource": policy.id, "path": ["policy", at, "AllowFromPublic"], "message": message} if {
	some policy in input.resources.aws_opensearchserverless_security_policy
	some at, rule in policy.attributes.policy
	attribute.is_true(rule.AllowFromPublic)
	message := sprintf("The %s may be reached from the internet", [concat(" and the ", sort(kinds(rule)))])
}

kinds(rule) := {kind | some part in rule.Rules; kind := part.ResourceType} if {
	count(rule.Rules) > 0
} else := {"collection"}
