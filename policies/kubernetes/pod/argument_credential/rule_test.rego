package policy.kubernetes.pod.argument_credential_test

import data.lib.cluster
import data.policy.kubernetes.pod.argument_credential as rule

found(container) := {[violation.path, violation.message] | some violation in violations} if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, {"containers": [object.union({"name": "web"}, container)]})], [])
	violations := rule.deny with input as document
}

at(place) := array.concat(["spec", "template", "spec", "containers", 0], place)

test_denies if {
	found({"args": ["--password", "hunter-22"]}) == {[at(["args", 1]), `Container "web" has the value of "--password" on its command line`]}
	found({"livenessProbe": {"exec": {"command": ["redis-cli", "-a", "hunter-22", "ping"]}}}) == {[at(["livenessProbe", "exec", "command", 2]), `Container "web" has the password of redis-cli on its command line`]}
}

test_one_for_each_line if {
	count(found({"command": ["sh", "-c", "A_PASSWORD=hunter-22 B_PASSWORD=hunter-22 app"]})) == 1
	count(found({"args": ["--a-password=hunter-22", "--b-password=hunter-22"]})) == 2
}

test_allows if {
	found({}) == set()
	found({"args": ["--password", "$(PASSWORD)"]}) == set()
}

flow(sink) := {
	"id": "w", "kind": "Deployment", "index": 0, "path": ["spec", "args", 0], "sink": sink, "unknown": [],
	"credentials": [{"what": "`result` of random_password.p", "class": "password", "stations": [{"resource": "p", "path": ["result"]}]}],
}

test_what_comes_from_elsewhere if {
	denied := rule.deny with input as {"workloads": [], "credential_flows": [flow("pod-arguments")]}
	some one in denied
	one.path == ["spec", "args", 0]
	one.message == "The container's command line holds `result` of random_password.p; all who may view the pod can read it"
	elsewhere := rule.deny with input as {"workloads": [], "credential_flows": [flow("pod-environment")]}
	count(elsewhere) == 0
}
