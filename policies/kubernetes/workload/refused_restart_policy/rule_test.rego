package policy.kubernetes.workload.refused_restart_policy_test

import data.lib.cluster
import data.policy.kubernetes.workload.refused_restart_policy as rule

found(pod) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"restartPolicy": "OnFailure"}) == {"Kubernetes refuses a Deployment with restartPolicy OnFailure"}
}

test_allows if {
	found({}) == set()
	found({"restartPolicy": "Always"}) == set()
}

job(policy) := messages if {
	document := cluster.document([cluster.running("Job", "web", {}, policy)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_jobs_need_one if {
	job({}) == {"Kubernetes refuses a Job without restartPolicy OnFailure or Never"}
	job({"restartPolicy": "Always"}) == {"Kubernetes refuses a Job without restartPolicy OnFailure or Never"}
	job({"restartPolicy": "Never"}) == set()
}

test_the_provider_of_terraform_has_a_default if {
	document := cluster.document([cluster.running("Job", "web", {}, {})], [])
	given := object.union(document, {"resources": {"Job": [object.union(document.resources.Job[0], {"address": "module.a.kubernetes_job_v1.web"})]}})
	count(rule.deny) == 0 with input as given
}
