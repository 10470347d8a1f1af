package lib.capabilities_test

import data.lib.capabilities

test_names if {
	capabilities.named("cap_net_admin") == "NET_ADMIN"
	capabilities.named("NET_ADMIN") == "NET_ADMIN"
}

test_drops if {
	dropping := {"spec": {"securityContext": {"capabilities": {"drop": ["CHOWN", "all"]}}}}
	capabilities.drops(dropping, {"ALL", "NET_RAW"})
	not capabilities.drops(dropping, {"NET_RAW"})
	not capabilities.drops({"spec": {}}, {"ALL"})
}

test_drops_usual if {
	capabilities.drops_usual({"spec": {"securityContext": {"capabilities": {"drop": ["all"]}}}})
	capabilities.drops_usual({"spec": {"securityContext": {"capabilities": {"drop": [name | some name in capabilities.usual]}}}})
	not capabilities.drops_usual({"spec": {"securityContext": {"capabilities": {"drop": ["CHOWN"]}}}})
	not capabilities.drops_usual({"spec": {}})
}
