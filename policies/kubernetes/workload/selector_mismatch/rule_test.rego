package policy.kubernetes.workload.selector_mismatch_test

import data.lib.cluster
import data.policy.kubernetes.workload.selector_mismatch as rule

found(objects, links) := denied if {
	document := cluster.document(objects, links)
	denied := rule.deny with input as document
}

messages(objects, links) := {violation.message | some violation in found(objects, links)}

workload(kind, selector) := object.union(
	cluster.running(kind, "cart", {"app": "cart"}, {}),
	{"spec": {"selector": selector}},
)

expressions(list) := cluster.made("Deployment", "cart", {"spec": {
	"selector": {"matchExpressions": list},
	"template": {"metadata": {"labels": {"app": "cart"}}, "spec": {}},
}})

test_labels_are_others if {
	every kind in ["DaemonSet", "Deployment", "Job", "ReplicaSet", "Rollout.argoproj.io", "StatefulSet"] {
		messages([workload(kind, {"matchLabels": {"tier": "web"}})], []) == {
			"The labels of the pods do not meet what the selector asks for `tier`",
		}
	}
	every kind in ["DeploymentConfig.apps.openshift.io", "ReplicationController"] {
		count(messages([cluster.made(kind, "cart", {"spec": {"selector": {"app": "pay"}, "template": {"spec": {}}}})], [])) == 1
	}
	count(messages([expressions([{"key": "app", "operator": "DoesNotExist"}])], [])) == 1
}

test_cron_jobs if {
	template := {"metadata": {"labels": {"app": "cart"}}, "spec": {}}
	report := cluster.made("CronJob", "report", {"spec": {"jobTemplate": {"spec": {"selector": {"matchLabels": {"app": "pay"}}, "template": template}}}})
	violations := found([report], [])
	{violation.path | some violation in violations} == {["spec", "jobTemplate", "spec", "selector"]}
}

test_silent if {
	found([workload("Deployment", {"matchLabels": {"app": "cart"}})], []) == set()
	found([expressions([{"key": "app", "operator": "Exists"}])], []) == set()
	found([cluster.made("Pod", "debug", {"spec": {}})], []) == set()
}
