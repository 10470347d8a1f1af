# METADATA
# title: Config aggregator does not collect from all regions
# description: |
#   AWS Config records how resources are set up; an aggregator collects that from several accounts and regions into
#   one view. Regions that it leaves out are not looked at, and what is set up there by mistake or by an intruder
#   stays unseen.
#
#   A list of regions also misses those that AWS opens later.
# related_resources:
#   - https://docs.aws.amazon.com/config/latest/developerguide/aggregate-data.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `all_regions` to `true` instead of listing `regions`.
#   aliases: [CKV_AWS_121, AWS-0019, AC_AWS_0049, AC_AWS_0450]
package policy.aws.config.aggregator_regions

import data.lib.block
import data.lib.setting

deny contains {"resource": aggregator.id, "path": [source, 0, "all_regions"], "message": message} if {
	some aggregator in input.resources.aws_config_configuration_aggregator
	some source in ["account_aggregation_source", "organization_aggregation_source"]
	setting.is_set(aggregator.attributes, source)
	message := block.off(aggregator.attributes, source, "all_regions")
}

deny contains {
	"resource": aggregator.id,
	"path": [],
	"needs": needs,
	"message": "Nothing is collected: no source is set",
} if {
	some aggregator in input.resources.aws_config_configuration_aggregator
	sources := ["account_aggregation_source", "organization_aggregation_source"]
	every source in sources {
		setting.missing(aggregator.attributes, source)
	}
	needs := [{"resource": aggregator.id, "path": [source]} | some source in sources]
}
