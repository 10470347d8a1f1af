package policy.kubernetes.pod.secret_in_environment_test

import data.lib.cluster
import data.policy.kubernetes.pod.secret_in_environment as rule

found(pod) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"containers": [{"name": "web", "env": [{"name": "A", "value": "b"}, {"name": "PASSWORD", "valueFrom": {"secretKeyRef": {"name": "db", "key": "password"}}}]}]}) == {"Container \"web\" gets a secret in the environment variable PASSWORD"}
	found({"containers": [{"name": "web", "envFrom": [{"secretRef": {"name": "db"}}]}]}) == {"Container \"web\" gets all of Secret \"db\" in environment variables"}
}

test_allows if {
	found({}) == set()
	found({"containers": [{"name": "web", "env": [{"name": "A", "valueFrom": {"configMapKeyRef": {"name": "c", "key": "k"}}}], "envFrom": [{"configMapRef": {"name": "c"}}]}]}) == set()
}
