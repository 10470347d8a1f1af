package policy.kubernetes.pod.host_process_test

import data.lib.cluster
import data.policy.kubernetes.pod.host_process as rule

found(pod) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"containers": [{"name": "web", "securityContext": {"windowsOptions": {"hostProcess": true}}}]}) == {"Container \"web\" runs as a process of its Windows node"}
	found({"containers": [{"name": "web"}], "securityContext": {"windowsOptions": {"hostProcess": true}}}) == {"Containers of this Deployment run as processes of their Windows node"}
}

test_allows if {
	found({}) == set()
	found({"containers": [{"name": "web", "securityContext": {"windowsOptions": {"hostProcess": false}}}]}) == set()
	found({"containers": [{"name": "web", "securityContext": {"windowsOptions": {"runAsUserName": "ContainerUser"}}}]}) == set()
}
