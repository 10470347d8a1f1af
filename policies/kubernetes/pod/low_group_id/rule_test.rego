package policy.kubernetes.pod.low_group_id_test

import data.lib.cluster
import data.policy.kubernetes.pod.low_group_id as rule

found(pod) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({}) == {"Container \"web\" does not run in a group above 10000"}
	found({"containers": [{"name": "web", "securityContext": {"runAsGroup": 1000}}]}) == {"Container \"web\" does not run in a group above 10000"}
	found({"containers": [{"name": "web"}], "securityContext": {"runAsGroup": 0}}) == {"Container \"web\" does not run in a group above 10000"}
	found({"containers": [{"name": "web", "securityContext": {"runAsGroup": 10000}}], "securityContext": {"runAsGroup": 20000}}) == {"Container \"web\" does not run in a group above 10000"}
}

test_allows if {
	found({"containers": [{"name": "web", "securityContext": {"runAsGroup": 10001}}]}) == set()
	found({"containers": [{"name": "web"}], "securityContext": {"runAsGroup": 20000}}) == set()
	found({"containers": [{"name": "web"}], "securityContext": {"runAsGroup": "20000"}}) == set()
	found({"os": {"name": "windows"}}) == set()
	found({"hostUsers": false}) == set()
}
