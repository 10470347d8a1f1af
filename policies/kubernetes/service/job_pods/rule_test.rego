package policy.kubernetes.service.job_pods_test

import data.lib.cluster
import data.policy.kubernetes.service.job_pods as rule

found(objects, links) := denied if {
	document := cluster.document(objects, links)
	denied := rule.deny with input as document
}

messages(objects, links) := {violation.message | some violation in found(objects, links)}

service(labels) := cluster.made("Service", "cart", {"spec": {"selector": labels}})

deployment := cluster.running("Deployment", "cart", {"app": "cart"}, {})

job := cluster.running("Job", "migrate", {"app": "cart"}, {})

link(to) := ["Service/cart", ["spec", "selector"], to]

test_job_besides_what_serves if {
	messages([service({"app": "cart"}), deployment, job], [link("Deployment/cart"), link("Job/migrate")]) == {
		`Selects the pods of Job "migrate" besides those of Deployment "cart" in namespace "shop": connections are sent to both`,
	}
}

test_silent if {
	found([service({"app": "cart"}), deployment, job], [link("Deployment/cart")]) == set()
	found([service({"app": "cart"}), job], [link("Job/migrate")]) == set()
	found([service({}), job, deployment], []) == set()
}

test_doubt_needs_only_one_of_both if {
	unclear := object.union(job, {"unknown": [["spec", "template", "metadata", "labels"]]})
	violations := found([service({"app": "cart"}), deployment, unclear], [link("Deployment/cart")])
	{need.path | some violation in violations; some need in violation.needs} == {["spec", "template", "metadata", "labels"]}
}

test_no_doubt_without_a_job if {
	astray := object.union(deployment, {"unknown": [["metadata", "namespace"]]})
	found([service({"app": "cart"}), astray], [link("Deployment/cart")]) == set()
}
