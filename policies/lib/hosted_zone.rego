# Zones of Route 53.
package lib.hosted_zone

import data.lib.graph
import data.lib.setting

# A zone that only networks of the account ask.
is_private(zone) if setting.is_set(zone.attributes, "vpc")

is_private(zone) if count(graph.referrers_via(zone, "aws_route53_zone_association", "zone_id")) > 0

# What would have to be known to say that a zone is public, as `needs`.
doubts(zone) := array.concat(
	[{"resource": zone.id, "path": ["vpc", 0]}],
	graph.unresolved(zone, "aws_route53_zone_association", "zone_id"),
)
