package policy.kubernetes.pod.cloud_credential_path_test

import data.lib.cluster
import data.policy.kubernetes.pod.cloud_credential_path as rule

found(pod) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"volumes": [{"name": "v", "hostPath": {"path": "/etc/kubernetes/azure.json"}}]}) == {"Volume \"v\" is /etc/kubernetes/azure.json of the node, where it keeps what it signs in to its cloud with"}
	found({"volumes": [{"name": "v", "hostPath": {"path": "/root/.aws/"}}]}) == {"Volume \"v\" is /root/.aws/ of the node, where it keeps what it signs in to its cloud with"}
	found({"volumes": [{"name": "v", "hostPath": {"path": "/home/ci/.config/gcloud"}}]}) == {"Volume \"v\" is /home/ci/.config/gcloud of the node, where it keeps what it signs in to its cloud with"}
	found({"volumes": [{"name": "v", "hostPath": {"path": "/root/.config/gcloud/application_default_credentials.json"}}]}) == {"Volume \"v\" is /root/.config/gcloud/application_default_credentials.json of the node, where it keeps what it signs in to its cloud with"}
}

test_allows if {
	found({}) == set()
	found({"volumes": [{"name": "v", "hostPath": {"path": "/var/log"}}]}) == set()
	found({"volumes": [{"name": "v", "hostPath": {}}]}) == set()
	found({"volumes": [{"name": "v", "hostPath": {"path": "/root/.awsome"}}]}) == set()
}
