package policy.kubernetes.pod.memory_limit_test

import data.policy.kubernetes.pod.memory_limit as rule

document(pod_spec, role, resources, ranges) := {
	"workloads": [{
		"id": "w",
		"kind": "Deployment",
		"index": 0,
		"path": ["spec", "template", "spec"],
		"labels": {},
		"pod_spec": pod_spec,
		"containers": [{
			"name": "app",
			"role": role,
			"path": ["spec", "template", "spec", "containers", 0],
			"spec": {"resources": resources},
		}],
	}],
	"resources": {"Deployment": [{"id": "w", "root": "prod"}], "LimitRange": ranges},
}

range(extra, limit) := object.union(
	{"id": "r", "root": "prod", "unknown": [], "attributes": {"spec": {"limits": [limit]}}},
	extra,
)

denied(given) if {
	count(rule.deny) == 1 with input as given
}

silent(given) if {
	count(rule.deny) == 0 with input as given
}

test_denies_no_limit if {
	rule.deny == {{
		"resource": "w",
		"path": ["spec", "template", "spec", "containers", 0, "resources", "limits", "memory"],
		"message": `Container "app" may use all the memory of its node: no memory limit is set`,
		"needs": [{"resource": "w", "path": ["spec", "template", "spec", "resources", "limits", "memory"]}],
	}} with input as document({}, "container", {}, [])
}

test_denies_requests_and_cpu_only if {
	denied(document({}, "container", {"requests": {"memory": "64Mi"}, "limits": {"cpu": "500m"}}, []))
	denied(document({}, "init", {"limits": null}, []))
}

test_denies_zero if {
	every quantity in [0, "0", "0Mi", "0.0", ""] {
		denied(document({}, "container", {"limits": {"memory": quantity}}, []))
	}
}

test_allows_quantities if {
	every quantity in ["128Mi", "0.5Gi", 134217728, "1e9", "100M", "$(MEMORY)"] {
		silent(document({}, "container", {"limits": {"memory": quantity}}, []))
	}
}

test_allows_pod_level_limit if {
	silent(document({"resources": {"limits": {"memory": "1Gi"}}}, "container", {}, []))
}

test_allows_ephemeral_container if {
	silent(document({}, "ephemeral", {}, []))
}

test_allows_limit_range_of_the_same_scope_and_namespace if {
	limit := {"type": "Container", "default": {"memory": "512Mi"}}
	silent(document({}, "container", {}, [range({}, limit)]))
	silent(document({}, "container", {}, [range({"namespace": "default"}, {"type": "Container", "max": {"memory": "1Gi"}})]))
	denied(document({}, "container", {}, [range({"namespace": "other"}, limit)]))
	denied(document({}, "container", {}, [range({"root": "staging"}, limit)]))
	denied(document({}, "container", {}, [range({}, {"type": "Pod", "max": {"memory": "1Gi"}})]))
	denied(document({}, "container", {}, [range({}, {"type": "Container", "default": {"cpu": 1}})]))
}

test_rests_on_unknown_limit_range if {
	given := document({}, "container", {}, [range({"unknown": [["spec", "limits"]]}, {})])
	needs := [need | some violation in rule.deny; some need in violation.needs] with input as given
	{"resource": "r", "path": ["spec", "limits"]} in needs
	elsewhere := document({}, "container", {}, [range({"root": "staging", "unknown": [["spec", "limits"]]}, {})])
	others := [need | some violation in rule.deny; some need in violation.needs; need.resource == "r"] with input as elsewhere
	others == []
}
