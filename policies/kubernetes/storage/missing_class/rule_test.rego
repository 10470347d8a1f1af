package policy.kubernetes.storage.missing_class_test

import data.lib.cluster
import data.policy.kubernetes.storage.missing_class as rule

class(name, unknown) := object.union(cluster.made("StorageClass", name, {"metadata": {"namespace": ""}}), {"unknown": unknown})

claim(name) := cluster.made("PersistentVolumeClaim", "data", {"spec": {"storageClassName": name}})

volume(name, unknown) := object.union(cluster.made("PersistentVolume", "disk", {"spec": {"storageClassName": name}}), {"unknown": unknown})

found(objects, links) := denied if {
	document := cluster.document(objects, links)
	denied := rule.deny with input as document
}

place := ["spec", "storageClassName"]

test_no_class_of_that_name if {
	{[violation.path, violation.message] | some violation in found([claim("fast"), class("slow", [])], [])} == {[
		place,
		`No StorageClass "fast" found, though scope "app" declares others, such as "slow"; objects applied from elsewhere are not seen`,
	]}
}

test_silent if {
	found([claim("fast")], []) == set()
	found([claim(""), class("slow", [])], []) == set()
	found([claim("gp2"), class("slow", [])], []) == set()
	found([claim("fast"), class("slow", []), volume("fast", [])], []) == set()
	found([claim("slow"), class("slow", [])], [["PersistentVolumeClaim/data", place, "StorageClass/slow"]]) == set()
}

test_what_is_unknown_is_needed if {
	some one in found([claim("fast"), class("slow", [["metadata", "name"]])], [])
	one.needs == [{"resource": "StorageClass/slow", "path": ["metadata", "name"]}]
	some two in found([claim("fast"), class("slow", []), volume("other", [place])], [])
	two.needs == [{"resource": "PersistentVolume/disk", "path": place}]
}

test_templates_of_claims_are_claims if {
	set := cluster.made("StatefulSet", "db", {"spec": {"volumeClaimTemplates": [{"spec": {"storageClassName": "fast"}}]}})
	{violation.path | some violation in found([set, class("slow", [])], [])} == {["spec", "volumeClaimTemplates", 0, "spec", "storageClassName"]}
}
