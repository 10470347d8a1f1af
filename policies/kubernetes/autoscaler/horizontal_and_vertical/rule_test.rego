package policy.kubernetes.autoscaler.horizontal_and_vertical_test

import data.lib.cluster
import data.policy.kubernetes.autoscaler.horizontal_and_vertical as rule

target := {"apiVersion": "apps/v1", "kind": "Deployment", "name": "cart"}

messages(metrics, vertical) := {violation.message | some violation in found(metrics, vertical, {})}

found(metrics, vertical, more) := denied if {
	scaling := cluster.made("HorizontalPodAutoscaler", "cart", {"spec": object.union({"scaleTargetRef": target}, metrics)})
	other := cluster.made("VerticalPodAutoscaler.autoscaling.k8s.io", "cart", {"spec": object.union({"targetRef": target}, vertical)})
	document := cluster.document([object.union(scaling, more), other], [])
	denied := rule.deny with input as document
}

by(name) := {"metrics": [{"type": "Resource", "resource": {"name": name, "target": {"type": "Utilization"}}}]}

denied := `Changes what the pods of Deployment "cart" request, while a HorizontalPodAutoscaler scales it by %s`

test_both_on_one_figure if {
	messages(by("cpu"), {}) == {sprintf(denied, ["cpu"])}
	messages({}, {"updatePolicy": {"updateMode": "Recreate"}}) == {sprintf(denied, ["cpu"])}
	messages({"metrics": [{"resource": {"name": "memory", "targetAverageUtilization": 60}}]}, {}) == {sprintf(denied, ["memory"])}
	some violation in found(by("cpu"), {}, {})
	violation.evidence == [{"resource": "HorizontalPodAutoscaler/cart", "path": ["spec", "metrics", 0], "note": "scales by the use of cpu"}]
}

test_silent if {
	messages(by("cpu"), {"updatePolicy": {"updateMode": "Initial"}}) == set()
	messages(by("cpu"), {"resourcePolicy": {"containerPolicies": [{"containerName": "*", "controlledResources": ["memory"]}]}}) == set()
	messages(by("cpu"), {"resourcePolicy": {"containerPolicies": [{"containerName": "*", "mode": "Off"}]}}) == set()
	messages({"metrics": [{"type": "External"}]}, {}) == set()
}

test_a_figure_of_one_container if {
	one := {"metrics": [{"type": "ContainerResource", "containerResource": {"name": "cpu", "container": "cart", "target": {"type": "Utilization"}}}]}
	every policies, message in {
		[]: {sprintf(denied, ["cpu"])},
		[{"containerName": "cart", "mode": "Off"}, {"containerName": "*"}]: set(),
		[{"containerName": "proxy", "mode": "Off"}, {"containerName": "*"}]: {sprintf(denied, ["cpu"])},
		[{"containerName": "proxy", "mode": "Off"}]: {sprintf(denied, ["cpu"])},
		[{"containerName": "cart", "controlledResources": ["memory"]}]: set(),
	} {
		messages(one, {"resourcePolicy": {"containerPolicies": policies}}) == message
	}
}

test_an_unknown_target_is_needed if {
	some violation in found(by("cpu"), {}, {"unknown": [["spec", "scaleTargetRef", "name"]]})
	violation.needs == [{"resource": "HorizontalPodAutoscaler/cart", "path": ["spec", "scaleTargetRef", "name"]}]
}
