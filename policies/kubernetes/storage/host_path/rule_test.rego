package policy.kubernetes.storage.host_path_test

import data.lib.cluster
import data.policy.kubernetes.storage.host_path as rule

found(spec) := messages if {
	document := cluster.document([cluster.made("PersistentVolume", "data", {"spec": spec})], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"hostPath": {"path": "/mnt/data"}}) == {"The volume is /mnt/data of a node"}
	found({"hostPath": {"type": "Directory"}}) == {"The volume is a directory of a node"}
}

test_allows if {
	found({"local": {"path": "/mnt/disks/data"}}) == set()
	found({"nfs": {"path": "/data", "server": "files"}}) == set()
}
