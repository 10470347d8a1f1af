package policy.kubernetes.workload.finished_jobs_test

import data.lib.cluster
import data.policy.kubernetes.workload.finished_jobs as rule

found(spec) := messages if {
	document := cluster.document([cluster.made("Job", "web", {"spec": spec})], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({}) == {"The Job and its pods stay when it has ended: ttlSecondsAfterFinished is not set"}
}

test_allows if {
	found({"ttlSecondsAfterFinished": 0}) == set()
	found({"ttlSecondsAfterFinished": 60}) == set()
}

test_allows_hooks if {
	hook := cluster.made("Job", "migrate", {"metadata": {"annotations": {"helm.sh/hook-delete-policy": "hook-succeeded"}}, "spec": {}})
	count(rule.deny) == 0 with input as cluster.document([hook], [])
}
