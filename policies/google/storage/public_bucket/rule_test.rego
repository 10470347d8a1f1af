package policy.google.storage.public_bucket_test

import data.policy.google.storage.public_bucket as rule

granted(kind, attributes) := {"resources": {
	kind: [{
		"id": "g",
		"unknown": [],
		"references": [{"id": "b", "kind": "google_storage_bucket", "index": 0, "via": ["bucket"]}],
		"attributes": attributes,
	}],
	"google_storage_bucket": [{"id": "b", "unknown": [], "attributes": {}}],
}}

paths(kind, attributes) := found if {
	found := {violation.path | some violation in rule.deny} with input as granted(kind, attributes)
}

test_denies_member if {
	rule.deny == {{
		"resource": "g",
		"path": ["member"],
		"message": "allUsers: everyone on the internet has access to the bucket",
		"needs": [{"resource": "b", "path": ["public_access_prevention"]}],
	}} with input as granted("google_storage_bucket_iam_member", {"member": "allUsers"})
}

test_denies_binding if {
	messages := {violation.path: violation.message | some violation in rule.deny} with input as granted(
		"google_storage_bucket_iam_binding",
		{"members": ["user:a@example.com", "allAuthenticatedUsers", null]},
	)
	messages == {["members", 1]: "allAuthenticatedUsers: everyone with a Google account has access to the bucket"}
}

test_denies_policy if {
	paths("google_storage_bucket_iam_policy", {"policy_data": {"bindings": [
		{"role": "roles/storage.admin", "members": ["group:ops@example.com"]},
		{"role": "roles/storage.objectViewer", "members": ["allUsers"]},
	]}}) == {["policy_data", "bindings", 1, "members", 0]}
}

test_denies_access_control_lists if {
	paths("google_storage_bucket_access_control", {"entity": "allUsers"}) == {["entity"]}
	paths("google_storage_bucket_acl", {"role_entity": ["OWNER:user-a@example.com", "READER:allUsers"]}) == {["role_entity", 1]}
	paths("google_storage_bucket_acl", {"predefined_acl": "publicRead"}) == {["predefined_acl"]}
}

test_allows_named_members if {
	paths("google_storage_bucket_iam_member", {"member": "serviceAccount:a@p.iam.gserviceaccount.com"}) == set()
	paths("google_storage_bucket_iam_binding", {"members": ["domain:example.com", "projectViewer:p"]}) == set()
	paths("google_storage_bucket_acl", {"predefined_acl": "projectPrivate", "role_entity": ["OWNER:x", "READER", null]}) == set()
}

test_allows_unset_and_unknown if {
	paths("google_storage_bucket_iam_member", {}) == set()
	paths("google_storage_bucket_iam_policy", {}) == set()
}

test_allows_where_the_bucket_prevents_it if {
	every kind, attributes in {
		"google_storage_bucket_iam_member": {"member": "allUsers"},
		"google_storage_bucket_iam_binding": {"members": ["allUsers"]},
		"google_storage_bucket_iam_policy": {"policy_data": {"bindings": [{"members": ["allUsers"]}]}},
		"google_storage_bucket_access_control": {"entity": "allUsers"},
		"google_storage_bucket_acl": {"role_entity": ["READER:allUsers"], "predefined_acl": "publicRead"},
	} {
		bucket := {"id": "b", "unknown": [], "attributes": {"public_access_prevention": "enforced"}}
		document := {"resources": object.union(
			granted(kind, attributes).resources,
			{"google_storage_bucket": [bucket]},
		)}
		count(rule.deny) == 0 with input as document
	}
}

test_rests_on_which_bucket_it_is_where_one_is_protected if {
	buckets := [{"id": "b", "root": ".", "unknown": [], "attributes": {"public_access_prevention": "enforced"}}]
	found := rule.deny with input as {"resources": {
		"google_storage_bucket_iam_member": [{
			"id": "g",
			"root": ".",
			"unknown": [["bucket"]],
			"references": [],
			"attributes": {"member": "allUsers"},
		}],
		"google_storage_bucket": buckets,
	}}
	[violation.needs | some violation in found] == [[{"resource": "g", "path": ["bucket"]}]]
}
