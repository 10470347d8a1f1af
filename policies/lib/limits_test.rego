package lib.limits_test

import data.lib.limits

test_quantities if {
	every quantity in ["128Mi", "0.5Gi", 134217728, "1e9", "100m", "$(MEMORY)"] {
		limits.is_set(quantity)
	}
	every quantity in [0, "0", "0Mi", "0.0", ""] {
		not limits.is_set(quantity)
	}
	not limits.is_set(null)
}

document := {"resources": {"LimitRange": [
	{"id": "a", "root": "prod", "namespace": "team", "unknown": [], "attributes": {"spec": {"limits": [
		{"type": "Container", "default": {"memory": "1Gi"}},
		{"type": "Pod", "max": {"cpu": "2"}},
	]}}},
	{"id": "b", "root": "dev", "unknown": [["spec", "limits"]], "attributes": {"spec": {}}},
]}}

test_what_limit_ranges_give if {
	memory := limits.given("memory", ["default", "max"]) with input as document
	memory == {["prod", "team"]}
	cpu := limits.given("cpu", ["default", "max"]) with input as document
	cpu == set()
	requested := limits.given("memory", ["defaultRequest"]) with input as document
	requested == set()
}

unsure(root) := needs if {
	pods := {"Pod": [{"id": "p", "root": root}]}
	needs := limits.unsure({"id": "p", "kind": "Pod", "index": 0}) with input as {"resources": object.union(document.resources, pods)}
}

test_what_is_not_known_of_them if {
	own := {"resource": "p", "path": ["metadata", "namespace"]}
	unsure("dev") == [own, {"resource": "b", "path": ["spec", "limits"]}]
	unsure("prod") == [own]
	unsure("none") == []
}

test_what_operators_give if {
	spark := {"kind": "SparkApplication.sparkoperator.k8s.io"}
	limits.is_operated(spark, {"name": "spark-kubernetes-driver"}, "memory")
	not limits.is_operated(spark, {"name": "spark-kubernetes-driver"}, "cpu")
	not limits.is_operated(spark, {"name": "proxy"}, "memory")
	not limits.is_operated({"kind": "Deployment"}, {"name": "spark-kubernetes-driver"}, "memory")
}

test_what_tells_that_an_operator_sets_limits if {
	workload := {"id": "w", "kind": "SparkApplication.sparkoperator.k8s.io"}
	limits.telling(workload, {"path": ["spec"]}) == [{"resource": "w", "path": ["spec", "name"]}]
	limits.telling(object.union(workload, {"kind": "Deployment"}), {"path": ["spec"]}) == []
}
