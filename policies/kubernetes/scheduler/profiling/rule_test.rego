package policy.kubernetes.scheduler.profiling_test

import data.lib.cluster
import data.policy.kubernetes.scheduler.profiling as rule

found(arguments) := messages if {
	messages := {violation.message | some violation in rule.deny} with input as cluster.starting("kube-scheduler", arguments)
}

test_denies if {
	found(["--profiling=true"]) == {"kube-scheduler sets --profiling=true and shows profiles of itself under /debug/pprof"}
	found(["--profiling"]) == {"kube-scheduler sets --profiling and shows profiles of itself under /debug/pprof"}
	found([]) == {"kube-scheduler does not set --profiling and shows profiles of itself under /debug/pprof"}
}

test_allows if {
	found(["--profiling=false"]) == set()
	found(["--profiling=$(FLAG)"]) == set()
}

test_asks_no_other_program if {
	found := rule.deny with input as cluster.starting("other", ["--profiling=true"])
	count(found) == 0
}
