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

test_denies_what_the_role_is_on if {
	giver := {"id": "binding", "references": [{"kind": "google_pubsub_topic", "index": 0, "via": ["topic"]}], "referred_by": []}
	who := object.union({"id": "account", "provider": "google", "power": "ordinary", "holders": [], "permissions": {}}, everyone)
	given := rule.deny with input as {
		"resources": {"google_pubsub_topic_iam_binding": [giver], "google_pubsub_topic": [{"id": "topic"}]},
		"identities": [object.union(who, {"grants": [object.union(grant, {"resources": ["pubsub_topic/orders"]})]})],
	}
	{violation.resource | some violation in given} == {"binding", "topic"}
	held := rule.deny with input as {
		"resources": {
			"google_pubsub_topic_iam_policy": [giver],
			"google_pubsub_topic": [{"id": "topic"}],
			"data.google_iam_policy": [policy({"referred_by": [{"id": "binding"}]})],
		},
		"identities": [object.union(who, {"grants": [object.union(grant, {"resources": ["pubsub_topic/orders"], "resource": "p"})]})],
	}
	"topic" in {violation.resource | some violation in held}
}
