package policy.kubernetes.autoscaler.no_request_test

import data.lib.cluster
import data.policy.kubernetes.autoscaler.no_request as rule

found(objects, links) := denied if {
	document := cluster.document(objects, links)
	denied := rule.deny with input as document
}

messages(objects, links) := {violation.message | some violation in found(objects, links)}

autoscaler(name, spec) := cluster.made("HorizontalPodAutoscaler", name, {"spec": object.union(
	{"scaleTargetRef": {"apiVersion": "apps/v1", "kind": "Deployment", "name": "cart"}, "maxReplicas": 6},
	spec,
)})


by(name, target) := {"metrics": [{"type": "Resource", "resource": object.union({"name": name}, target)}]}

utilisation := by("cpu", {"target": {"averageUtilization": 70}})

deployment(container) := cluster.running("Deployment", "cart", {"app": "cart"}, {"containers": [object.union({"name": "cart"}, container)]})

links := [["HorizontalPodAutoscaler/cart", ["spec", "scaleTargetRef", "name"], "Deployment/cart"]]

test_no_request if {
	every spec in [utilisation, by("cpu", {"targetAverageUtilization": 70}), {"targetCPUUtilizationPercentage": 70}] {
		messages([autoscaler("cart", spec), deployment({})], links) == {
			`Container "cart" requests no cpu, so the autoscaler "cart" cannot scale by it`,
		}
	}
}

test_a_figure_of_one_container if {
	one := {"metrics": [{"type": "ContainerResource", "containerResource": {"name": "memory", "container": "cart", "target": {"averageUtilization": 70}}}]}
	messages([autoscaler("cart", one), deployment({})], links) == {`Container "cart" requests no memory, so the autoscaler "cart" cannot scale by it`}
	found([autoscaler("cart", one), deployment({"name": "proxy"})], links) == set()
}

test_several_autoscalers_are_one_fault if {
	both := array.concat(links, [["HorizontalPodAutoscaler/night", ["spec", "scaleTargetRef", "name"], "Deployment/cart"]])
	count(found([autoscaler("cart", utilisation), autoscaler("night", utilisation), deployment({})], both)) == 1
}

test_sidecars_count if {
	messages([autoscaler("cart", utilisation), sidecar({"restartPolicy": "Always"})], links) == {
		`Sidecar container "proxy" requests no cpu, so the autoscaler "cart" cannot scale by it`,
	}
	found([autoscaler("cart", utilisation), sidecar({})], links) == set()
	unclear := object.union(sidecar({}), {"unknown": [["spec", "template", "spec", "initContainers", 0, "restartPolicy"]]})
	{need.path | some violation in found([autoscaler("cart", utilisation), unclear], links); some need in violation.needs; need.path[3] == "initContainers"; need.path[5] == "restartPolicy"} == {["spec", "template", "spec", "initContainers", 0, "restartPolicy"]}
}

sidecar(container) := cluster.running("Deployment", "cart", {"app": "cart"}, {"containers": [], "initContainers": [object.union({"name": "proxy"}, container)]})

test_silent if {
	every container in [{"resources": {"requests": {"cpu": "1"}}}, {"resources": {"limits": {"cpu": "1"}}}] {
		found([autoscaler("cart", utilisation), deployment(container)], links) == set()
	}
	found([autoscaler("cart", by("memory", {"target": {"averageValue": "1Gi"}})), deployment({})], links) == set()
	found([autoscaler("cart", utilisation), deployment({})], []) == set()
}

test_defaults_of_the_namespace if {
	range := cluster.made("LimitRange", "defaults", {"spec": {"limits": [{"type": "Container", "default": {"cpu": "1"}}]}})
	found([autoscaler("cart", utilisation), deployment({}), range], links) == set()
	unclear := cluster.made("LimitRange", "defaults", {"unknown": [["spec"]]})
	violations := found([autoscaler("cart", utilisation), deployment({}), unclear], links)
	{"resource": "LimitRange/defaults", "path": ["spec"]} in {need | some violation in violations; some need in violation.needs}
}

test_doubt_where_the_target_is_unclear if {
	unclear := object.union(autoscaler("cart", utilisation), {"unknown": [["spec", "scaleTargetRef", "name"]]})
	count(found([unclear, deployment({})], [])) == 2
}
