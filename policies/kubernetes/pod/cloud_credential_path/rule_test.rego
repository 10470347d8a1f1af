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

running_on(kind) := count(found) if {
	pod := {"volumes": [{"name": "v", "hostPath": {"path": "/etc/kubernetes"}}]}
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	reference := {"relation": "runs-on", "kind": kind, "id": "c", "index": 0, "via": []}
	deployments := [object.union(document.resources.Deployment[0], {"references": [reference]})]
	found := rule.deny with input as {"workloads": document.workloads, "resources": {"Deployment": deployments}}
}

test_directory_of_nodes_of_azure if {
	running_on("azurerm_kubernetes_cluster") == 1
	running_on("aws_eks_cluster") == 0
}

test_allows if {
	found({}) == set()
	found({"volumes": [{"name": "v", "hostPath": {"path": "/var/log"}}]}) == set()
	found({"volumes": [{"name": "v", "hostPath": {}}]}) == set()
	found({"volumes": [{"name": "v", "hostPath": {"path": "/root/.awsome"}}]}) == set()
	found({"volumes": [{"name": "v", "hostPath": {"path": "/etc/kubernetes"}}]}) == set()
}
