package policy.kubernetes.pod.probe_host_test

import data.lib.cluster
import data.policy.kubernetes.pod.probe_host as rule

violations(pod) := found if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	found := rule.deny with input as document
}

found(pod) := {violation.message | some violation in violations(pod)}

asking(host) := {"containers": [{"name": "web", "livenessProbe": {"httpGet": {"host": host, "port": 80}}}]}

test_denies if {
	found(asking("127.0.0.1")) == {`livenessProbe of container "web" asks 127.0.0.1, not the pod`}
	found({"containers": [{"name": "web", "lifecycle": {"preStop": {"httpGet": {"host": "db", "port": 80}}}}]}) == {`preStop of container "web" asks db, not the pod`}
	found(object.union(asking("db"), {"hostNetwork": false})) == {`livenessProbe of container "web" asks db, not the pod`}
}

test_rests_on_the_network if {
	some violation in violations(asking("127.0.0.1"))
	violation.needs == [{"resource": "Deployment/web", "path": ["spec", "template", "spec", "hostNetwork"]}]
}

test_allows if {
	found({}) == set()
	found(asking("")) == set()
	found(object.union(asking("127.0.0.1"), {"hostNetwork": true})) == set()
}
