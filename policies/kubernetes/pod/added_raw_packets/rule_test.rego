package policy.kubernetes.pod.added_raw_packets_test

import data.lib.cluster
import data.policy.kubernetes.pod.added_raw_packets as rule

found(pod) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"containers": [{"name": "web", "securityContext": {"capabilities": {"drop": ["ALL"], "add": ["CAP_NET_RAW"]}}}]}) == {"Container \"web\" gets the capability CAP_NET_RAW, with which it sends packets of its own making"}
}

test_names_what_goes_with_it if {
	found({"containers": [{"name": "web", "securityContext": {"capabilities": {"add": ["NET_ADMIN", "NET_RAW"]}}}]}) == {"Container \"web\" gets the capabilities NET_RAW and NET_ADMIN, with which it sends packets of its own making and changes the network of its pod"}
}

test_allows if {
	found({}) == set()
	found({"containers": [{"name": "web", "securityContext": {"capabilities": {"add": ["NET_ADMIN"]}}}]}) == set()
}
