package policy.kubernetes.pod.raw_packets_test

import data.lib.cluster
import data.policy.kubernetes.pod.raw_packets as rule

found(pod) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({}) == {"Container \"web\" keeps NET_RAW: capabilities.drop does not have NET_RAW or ALL"}
	found({"containers": [{"name": "web", "securityContext": {"capabilities": {"drop": ["CAP_NET_RAW"]}}}]}) == {
		"Container \"web\" keeps NET_RAW: capabilities.drop does not have NET_RAW or ALL; CAP_NET_RAW is written with the prefix CAP_, which containerd takes for another",
	}
}

test_allows if {
	found({"containers": [{"name": "web", "securityContext": {"capabilities": {"drop": ["ALL"]}}}]}) == set()
	found({"os": {"name": "windows"}}) == set()
}
