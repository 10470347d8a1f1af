# METADATA
# title: AppSync cache is not encrypted in transit
# description: |
#   AppSync answers GraphQL queries, and can keep the answers in a cache. They hold whatever the API gives out, also
#   to single users. Without encryption in transit they pass between the API and the cache in plain form.
#
#   Encryption costs nothing but can only be chosen when the cache is made.
# related_resources:
#   - https://docs.aws.amazon.com/appsync/latest/devguide/enabling-caching.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `transit_encryption_enabled` to `true`. An existing cache is replaced.
#   aliases: [CKV_AWS_215]
package policy.aws.appsync.cache_unencrypted_transit

import data.lib.setting

deny contains {"resource": cache.id, "path": ["transit_encryption_enabled"], "message": message} if {
	some cache in input.resources.aws_appsync_api_cache
	message := setting.off(cache.attributes, "transit_encryption_enabled")
}
