package policy.kubernetes.workload.history_cut_short_test

import data.lib.cluster
import data.policy.kubernetes.workload.history_cut_short as rule

found(spec) := messages if {
	document := cluster.document([cluster.made("CronJob", "nightly", {"spec": {"jobTemplate": {"spec": spec}}})], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"ttlSecondsAfterFinished": 60}) == {"Jobs are deleted 60 seconds after their end, whatever the history limits say"}
}

test_allows if {
	found({}) == set()
}
