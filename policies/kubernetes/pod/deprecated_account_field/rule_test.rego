package policy.kubernetes.pod.deprecated_account_field_test

import data.lib.cluster
import data.policy.kubernetes.pod.deprecated_account_field as rule

found(pod) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"serviceAccount": "app"}) == {"The account \"app\" is named in serviceAccount, which is deprecated"}
	found({"serviceAccount": "app", "serviceAccountName": "other"}) == {"The account \"app\" is named in serviceAccount, which is ignored: serviceAccountName is \"other\""}
}

test_allows if {
	found({}) == set()
	found({"serviceAccountName": "app"}) == set()
	found({"serviceAccount": "app", "serviceAccountName": "app"}) == set()
	found({"serviceAccount": ""}) == set()
}

# The kind and the path of the pod's spec in it.
found_in(kind, path) := count(violations) if {
	given := {"id": "a", "kind": kind, "path": path, "pod_spec": {"serviceAccount": "app"}}
	violations := rule.deny with input as {"workloads": [given]}
}

test_denies_in_templates_of_other_kinds if {
	found_in("Rollout.argoproj.io", ["spec", "template", "spec"]) == 1
	found_in("TrainJob.example.com", ["spec", "replicas", "worker", "podTemplate", "spec"]) == 1
	found_in("Database.example.com", ["spec", "podTemplateSpec", "spec"]) == 1
}

test_allows_fields_of_other_kinds if {
	found_in("SparkApplication.sparkoperator.k8s.io", ["spec", "driver"]) == 0
	found_in("Collector.example.com", ["spec"]) == 0
	found_in("Collector.example.com", ["spec", "agent", "spec"]) == 0
	found_in("Collector.example.com", ["spec", "template", "agent"]) == 0
}
