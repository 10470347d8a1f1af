package policy.kubernetes.pod.sudo_test

import data.lib.cluster
import data.policy.kubernetes.pod.sudo as rule

found(pod) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"containers": [{"name": "web", "command": ["sudo", "nginx"]}]}) == {"Container \"web\" is started with sudo"}
	found({"containers": [{"name": "web", "command": ["sh", "-c"], "args": ["cd / && sudo -E nginx"]}]}) == {"Container \"web\" is started with sudo"}
}

test_allows if {
	found({}) == set()
	found({"containers": [{"name": "web", "command": ["pseudo", "nginx"]}]}) == set()
	found({"containers": [{"name": "web", "args": ["--no-sudoers"]}]}) == set()
}
