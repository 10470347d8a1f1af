package policy.kubernetes.kubelet.idle_connections_test

import data.lib.cluster
import data.policy.kubernetes.kubelet.idle_connections as rule

found(arguments) := messages if {
	messages := {violation.message | some violation in rule.deny} with input as cluster.starting("kubelet", arguments)
}

test_denies if {
	found(["--streaming-connection-idle-timeout=0"]) == {"kubelet sets --streaming-connection-idle-timeout=0, so that idle sessions stay open for ever"}
	found(["--streaming-connection-idle-timeout=0s"]) == {"kubelet sets --streaming-connection-idle-timeout=0s, so that idle sessions stay open for ever"}
}

test_allows if {
	found(["--streaming-connection-idle-timeout=4h"]) == set()
	found(["--streaming-connection-idle-timeout=$(V)"]) == set()
	found([]) == set()
}

test_asks_no_other_program if {
	found := rule.deny with input as cluster.starting("other", ["--streaming-connection-idle-timeout=0"])
	count(found) == 0
}
