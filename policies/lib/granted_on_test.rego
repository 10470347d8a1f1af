package lib.granted_on_test

import data.lib.granted_on

test_givers if {
	topic := {"id": "topic", "referred_by": [
		{"kind": "google_pubsub_topic_iam_binding", "index": 0, "via": ["topic"]},
		{"kind": "google_pubsub_topic_iam_policy", "index": 0, "via": ["topic"]},
		{"kind": "google_pubsub_subscription", "index": 0, "via": ["topic"]},
	]}
	found := granted_on.givers(topic, "google_pubsub_topic") with input.resources as {
		"google_pubsub_subscription": [{"id": "subscription"}],
		"google_pubsub_topic_iam_binding": [{"id": "binding", "references": []}],
		"google_pubsub_topic_iam_policy": [{"id": "policy", "references": [{"kind": "data.google_iam_policy", "index": 0, "via": ["policy_data"]}]}],
		"data.google_iam_policy": [{"id": "document"}],
	}
	found == ["binding", "policy", "document"]
}
