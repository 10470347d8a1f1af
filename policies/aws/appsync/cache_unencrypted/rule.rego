# METADATA
# title: AppSync cache is not encrypted at rest
# description: |
#   AppSync answers GraphQL queries, and can keep the answers in a cache. They hold whatever the API gives out, also
#   to single users. Without encryption at rest they lie in plain form where the cache writes them to disk.
#
#   Encryption costs nothing but can only be chosen when the cache is made.
# related_resources:
#   - https://docs.aws.amazon.com/appsync/latest/devguide/enabling-caching.html
# custom:
#   severity: low
#   worst_case: {gain: worth, from: above, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `at_rest_encryption_enabled` to `true`. An existing cache is replaced.
#   aliases: [CKV_AWS_214]
package policy.aws.appsync.cache_unencrypted

import data.lib.setting

deny contains {"resource": cache.id, "path": ["at_rest_encryption_enabled"], "message": message} if {
	some cache in input.resources.aws_appsync_api_cache
	message := setting.off(cache.attributes, "at_rest_encryption_enabled")
}
