package policy.aws.dynamodb.item_credential_test

import data.policy.aws.dynamodb.item_credential

flow(kind, sink) := {
	"id": "x",
	"kind": kind,
	"index": 0,
	"sink": sink,
	"path": ["a"],
	"credentials": [{"what": "`secret` of y", "class": "token", "stations": [{"resource": "y", "path": ["secret"]}]}],
	"unknown": [],
}

found(kind, sink) := denied if {
	all := [flow(kind, sink)]
	denied := item_credential.deny with input as {"credential_flows": all}
}

test_credential_is_denied if {
	some finding in found("aws_dynamodb_table_item", "item")
	finding.message == "The item holds `secret` of y; all who may read the table can read it"
	finding.path == ["a"]
	count(finding.evidence) == 1
}

test_another_place_is_not_judged_here if {
	count(found("aws_dynamodb_table_item", "object")) == 0
	count(found("azurerm_storage_table_entity", "item")) == 0
}
