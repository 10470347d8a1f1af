package lib.annotations_test

import data.lib.annotations
import data.lib.cluster

test_of_the_pods if {
	given := cluster.running("Deployment", "web", {"app": "web"}, {})
	marked := object.union(given, {"spec": {"template": {"metadata": {"annotations": {"a": "b"}}}}})
	document := cluster.document([marked, cluster.made("Pod", "plain", {"spec": {"containers": []}})], [])
	found := [annotations.of(workload) | some workload in document.workloads] with input as document
	found == [{"a": "b"}, {}]
	annotations.path(document.workloads[0]) == ["spec", "template", "metadata", "annotations"]
}

test_labels_as_they_are_written if {
	document := cluster.document([cluster.running("Deployment", "shop", {"version": 2}, {})], [])
	found := annotations.labels(document.workloads[0]) with input as document
	found == {"version": 2}
}
