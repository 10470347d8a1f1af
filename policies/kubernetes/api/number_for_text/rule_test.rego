package policy.kubernetes.api.number_for_text_test

import data.lib.cluster
import data.policy.kubernetes.api.number_for_text as rule

found(given) := {violation.path | some violation in violations} if {
	document := cluster.document([given], [])
	violations := rule.deny with input as document
}

test_data if {
	every value in [8080, 1.5, true, false] {
		found(cluster.made("ConfigMap", "c", {"data": {"A": value}})) == {["data", "A"]}
	}
	found(cluster.made("ConfigMap", "c", {"data": {"A": "8080", "B": null}})) == set()
	found(cluster.made("Secret", "s", {"data": {"A": 1}, "stringData": {"B": 2}})) == {["data", "A"], ["stringData", "B"]}
	found(cluster.made("Service", "s", {"spec": {"selector": {"version": 1}}})) == {["spec", "selector", "version"]}
}

test_what_terraform_turns_into_text if {
	every address, count_of in {"kubernetes_manifest.c": 0, "module.shop.kubernetes_manifest.c[0]": 0, "kubectl_manifest.c": 1} {
		map := {"id": "c", "address": address, "attributes": {"data": {"A": 1}}}
		violations := rule.deny with input as {"resources": {"ConfigMap": [map]}, "workloads": []}
		count(violations) == count_of
	}
}

test_pods if {
	labels := {"app": "shop", "version": 2}
	place := ["spec", "template", "spec"]
	spec := {"nodeSelector": {"gpu": true}, "containers": [{
		"name": "shop", "image": "shop", "command": ["serve", 1], "args": ["--port", 8080],
		"env": [{"name": "PORT", "value": 8080}, {"name": "HOST", "value": "shop"}, {"value": true}],
	}]}
	given := object.union(cluster.running("Deployment", "shop", labels, spec), {"spec": {"template": {"metadata": {"annotations": {"port": 9090}}}}})
	found(given) == {
		["spec", "template", "metadata", "annotations", "port"],
		["spec", "template", "metadata", "labels", "version"],
		array.concat(place, ["nodeSelector", "gpu"]),
		array.concat(place, ["containers", 0, "command", 1]),
		array.concat(place, ["containers", 0, "args", 1]),
		array.concat(place, ["containers", 0, "env", 0, "value"]),
		array.concat(place, ["containers", 0, "env", 2, "value"]),
	}
}

test_kinds_of_operators if {
	found(cluster.running("Rollout", "shop", {"app": 1}, {"nodeSelector": {"gpu": true}})) == set()
}
