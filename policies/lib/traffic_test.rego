package lib.traffic_test

import data.lib.traffic

test_rules_of_both_directions if {
	spec := {"ingress": [{"from": [{"podSelector": {}}]}], "egress": [{}, {"to": [], "ports": [{"port": 53}]}]}
	traffic.rules({"attributes": {"spec": spec}}) == [
		{"direction": "ingress", "path": ["spec", "ingress", 0], "side": "from", "peers": [{"podSelector": {}}], "ports": []},
		{"direction": "egress", "path": ["spec", "egress", 0], "side": "to", "peers": [], "ports": []},
		{"direction": "egress", "path": ["spec", "egress", 1], "side": "to", "peers": [], "ports": [{"port": 53}]},
	]
	traffic.rules({"attributes": {"spec": {}}}) == []
}
