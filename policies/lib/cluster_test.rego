package lib.cluster_test

import data.lib.cluster

objects := [
	cluster.made("Service", "cart", {"spec": {"selector": {"app": "cart"}}}),
	cluster.running("Deployment", "cart", {"app": "cart"}, {"initContainers": [{"name": "migrate"}, {"name": "proxy", "restartPolicy": "Always"}]}),
	cluster.made("Pod", "debug", {"id": "Pod/other", "metadata": {"namespace": "", "labels": {"app": "debug"}}, "spec": {"containers": [{}]}, "unknown": [["spec"]]}),
	cluster.made("CronJob", "report", {"spec": {"jobTemplate": {"spec": {"template": {"spec": {"containers": []}}}}}}),
]

test_document if {
	document := cluster.document(objects, [["Service/cart", ["spec", "selector"], "Deployment/cart"]])
	document.resources.Service[0].references == [{"id": "Deployment/cart", "kind": "Deployment", "index": 0, "via": ["spec", "selector"]}]
	document.resources.Deployment[0].referred_by == [{"id": "Service/cart", "kind": "Service", "index": 0, "via": ["spec", "selector"]}]
	document.resources.Deployment[0].namespace == "shop"
	document.resources.Pod[0].unknown == [["spec"]]
	not document.resources.Pod[0].namespace
	[[workload.id, workload.path, workload.labels, count(workload.containers)] | some workload in document.workloads] == [
		["Deployment/cart", ["spec", "template", "spec"], {"app": "cart"}, 3],
		["Pod/other", ["spec"], {"app": "debug"}, 1],
		["CronJob/report", ["spec", "jobTemplate", "spec", "template", "spec"], {}, 0],
	]
}

test_roles_of_containers if {
	document := cluster.document(objects, [])
	[container.role | some container in document.workloads[0].containers] == ["container", "init", "sidecar"]
}

test_starting if {
	document := cluster.starting("etcd", ["--auto-tls"])
	[[workload.id, workload.containers[0].component, workload.containers[0].spec.command] | some workload in document.workloads] == [["Pod/etcd", "etcd", ["etcd", "--auto-tls"]]]
}
