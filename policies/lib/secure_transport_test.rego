package lib.secure_transport_test

import data.lib.secure_transport

refusing := {"Effect": "Deny", "Principal": "*", "Action": "*", "Condition": {"Bool": {"aws:SecureTransport": "false"}}}

statement(change) := object.union(object.remove(refusing, object.keys(change)), change)

demanded(change) if secure_transport.demanded_by({"Statement": [statement(change)]})

test_demanded if {
	demanded({})
	demanded({"Principal": {"AWS": ["*"]}})
	demanded({"Condition": {"Bool": {"aws:SecureTransport": false}}})
	demanded({"Condition": {"BoolIfExists": {"AWS:SecureTransport": ["false"]}}})
	secure_transport.demanded_by({"Statement": statement({})})
}

test_not_demanded if {
	not demanded({"Effect": "Allow"})
	not demanded({"Principal": {"AWS": "arn:aws:iam::111122223333:root"}})
	not demanded({"NotPrincipal": {"AWS": "arn:aws:iam::111122223333:root"}})
	not demanded({"Condition": {"Bool": {"aws:SecureTransport": ["true"]}}})
	not demanded({"Condition": {"Bool": {"aws:MultiFactorAuthPresent": "false"}}})
	not secure_transport.demanded_by({"Statement": []})
}

needs(policy, unknown) := {need.path |
	some need in secure_transport.unknown_statements({"id": "p", "unknown": [unknown], "attributes": {"policy": policy}})
}

test_what_is_unknown_of_a_statement if {
	list := ["policy", "Statement", 0, "Principal", "AWS"]
	needs({"Statement": [{"Effect": "Deny"}]}, list) == {list}
	needs({"Statement": [{"Effect": "Allow"}]}, list) == set()
	single := ["policy", "Statement", "Principal"]
	needs({"Statement": {"Effect": "Deny"}}, single) == {single}
	needs({"Statement": {"Effect": "Allow"}}, single) == set()
	needs({"Statement": [{"Effect": "Deny"}]}, ["policy", "Statement", 0, "Action"]) == set()
}
