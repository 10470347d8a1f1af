package lib.hosted_zone_test

import data.lib.hosted_zone

zone(attributes, referrers) := {"id": "x", "root": ".", "attributes": attributes, "referred_by": referrers}

test_private_zones if {
	hosted_zone.is_private(zone({"vpc": [{"vpc_id": "vpc-1"}]}, []))
	association := [{"kind": "aws_route53_zone_association", "index": 0, "via": ["zone_id"]}]
	hosted_zone.is_private(zone({}, association)) with input.resources as {"aws_route53_zone_association": [{"id": "y"}]}
	not hosted_zone.is_private(zone({"vpc": []}, []))
}

test_doubts if {
	hosted_zone.doubts(zone({}, [])) == [{"resource": "x", "path": ["vpc", 0]}]
}
