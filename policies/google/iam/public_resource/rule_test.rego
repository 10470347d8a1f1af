package policy.google.iam.public_resource_test

import data.policy.google.iam.public_resource as rule

grant := {
	"actions": ["roles/editor"], "resources": ["projects/app"], "conditions": [], "resource": "binding", "path": ["role"],
	"evidence": [{"resource": "binding", "path": ["member"], "note": "is given the role here"}],
}

found(who, changes) := violations if {
	base := {"id": "account", "provider": "google", "form": "user", "name": "user:joe@example.com", "power": "ordinary", "holders": [], "permissions": {}}
	one := object.union(object.union(base, who), {"grants": [object.union(grant, changes)]})
	violations := rule.deny with input as {"resources": {}, "identities": [one]}
}

everyone := {"form": "everyone", "name": "allUsers"}

test_denies_everyone if {
	count(found(everyone, {"resources": ["pubsub_topic/orders"]})) == 1
	count(found(everyone, {"resources": ["cloud_run_service/app"], "actions": ["roles/run.admin"]})) == 1
}

test_leaves_others_to_their_rules if {
	every about in ["projects/app", "serviceAccounts/app", "storage_bucket/site", "iap_web/app"] {
		count(found(everyone, {"resources": [about]})) == 0
	}
	count(found(everyone, {"resources": ["cloud_run_service/app"], "actions": ["roles/run.invoker"]})) == 0
	count(found({}, {"resources": ["pubsub_topic/orders"]})) == 0
}

policy(fields) := object.union(
	{"id": "p", "attributes": {"binding": [{"role": "roles/viewer", "members": ["allUsers"]}]}, "referred_by": []},
	fields,
)

test_denies_policies_that_nothing_has if {
	every list, expected in {1: [policy({})], 0: [policy({"referred_by": [{"id": "x"}]})]} {
		violations := rule.deny with input as {"identities": [], "resources": {"data.google_iam_policy": expected}}
		count(violations) == list
	}
}

topic := {"id": "topic", "referred_by": [
	{"kind": "google_pubsub_topic_iam_binding", "index": 0, "via": ["topic"]},
	{"kind": "google_pubsub_topic_iam_policy", "index": 0, "via": ["topic"]},
]}

on_topic(who, changes) := violations if {
	given := {"grants": [object.union(grant, object.union({"resources": ["pubsub_topic/orders"]}, changes))]}
	base := {"id": "account", "provider": "google", "power": "ordinary", "holders": [], "permissions": {}}
	violations := rule.deny with input as {
		"resources": {
			"google_pubsub_topic": [topic],
			"google_pubsub_topic_iam_binding": [{"id": "binding", "references": []}],
			"google_pubsub_topic_iam_policy": [{"id": "policy", "references": [{"kind": "data.google_iam_policy", "index": 0, "via": ["policy_data"]}]}],
			"data.google_iam_policy": [policy({"referred_by": [{"id": "policy"}]})],
		},
		"identities": [object.union(object.union(base, who), given)],
	}
}

test_denies_what_the_role_is_on if {
	{violation.resource | some violation in on_topic(everyone, {})} == {"binding", "topic"}
	"topic" in {violation.resource | some violation in on_topic(everyone, {"resource": "p"})}
	{violation.resource | some violation in on_topic(everyone, {"resource": "another"})} == {"binding"}
	on_topic({"form": "user", "name": "user:joe@example.com"}, {}) == set()
}

test_leaves_open_who_has_it if {
	{violation.needs | some violation in on_topic({"form": "member"}, {})} == {[{"resource": "binding", "path": ["member"]}]}
}
