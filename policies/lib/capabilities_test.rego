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
	not capabilities.drops({"spec": {"securityContext": {"capabilities": {"drop": ["CAP_NET_RAW"]}}}}, {"NET_RAW"})
}

test_misnamed if {
	dropping := {"spec": {"securityContext": {"capabilities": {"drop": ["CHOWN", "cap_net_raw"]}}}}
	capabilities.misnamed(dropping) == "; cap_net_raw is written with the prefix CAP_, which containerd takes for another"
	capabilities.misnamed({"spec": {}}) == ""
}

test_drops_usual if {
	capabilities.drops_usual({"spec": {"securityContext": {"capabilities": {"drop": ["all"]}}}})
	capabilities.drops_usual({"spec": {"securityContext": {"capabilities": {"drop": [name | some name in capabilities.usual]}}}})
	not capabilities.drops_usual({"spec": {"securityContext": {"capabilities": {"drop": ["CHOWN"]}}}})
	not capabilities.drops_usual({"spec": {}})
}
