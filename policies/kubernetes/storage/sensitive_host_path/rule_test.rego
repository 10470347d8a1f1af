package policy.kubernetes.storage.sensitive_host_path_test

import data.lib.cluster
import data.policy.kubernetes.storage.sensitive_host_path as rule

found(spec) := messages if {
	document := cluster.document([cluster.made("PersistentVolume", "data", {"spec": spec})], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"hostPath": {"path": "/etc/"}}) == {"The volume is /etc of a node"}
	found({"local": {"path": "/"}}) == {"The volume is / of a node"}
}

test_allows if {
	found({"hostPath": {"path": "/mnt/data"}}) == set()
	found({"local": {"path": "/mnt/disks/data"}}) == set()
	found({"nfs": {"path": "/", "server": "files"}}) == set()
}
