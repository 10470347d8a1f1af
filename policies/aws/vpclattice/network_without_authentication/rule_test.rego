package policy.aws.vpclattice.network_without_authentication_test

import data.policy.aws.vpclattice.network_without_authentication as rule

# A network with the services at `types`, each by an association.
found(network, types) := {violation.message | some violation in violations} if {
	violations := violations_of(network, types)
}

violations_of(network, types) := violations if {
	all := {
		"aws_vpclattice_service_network": [{
			"id": "n", "root": ".", "unknown": [], "references": [], "attributes": network,
			"referred_by": [{
				"kind": "aws_vpclattice_service_network_service_association", "index": i, "id": "a",
				"via": ["service_network_identifier"],
			} |
				some i, _ in types
			],
		}],
		"aws_vpclattice_service_network_service_association": [{
			"id": sprintf("a%d", [i]), "root": ".", "unknown": [], "attributes": {},
			"references": [{"kind": "aws_vpclattice_service", "index": i, "id": "s", "via": ["service_identifier"]}],
		} |
			some i, _ in types
		],
		"aws_vpclattice_service": [{"id": sprintf("s%d", [i]), "attributes": type} | some i, type in types],
	}
	violations := rule.deny with input.resources as all
}

asking := {"auth_type": "AWS_IAM"}

test_network if {
	found({}, []) == {"`auth_type` is not set, and the default is `NONE`"}
	found({"auth_type": "NONE"}, []) == {"`auth_type` is `NONE`"}
	found(asking, []) == set()
}

test_services_ask if {
	found({}, [asking]) == set()
	found({}, [asking, asking]) == set()
	count(found({}, [asking, {}])) == 1
	count(found({}, [{"auth_type": "NONE"}])) == 1
	found(asking, [{}]) == set()
}

test_needs if {
	{need | some violation in violations_of({}, [{}]); some need in violation.needs} == {
		{"resource": "s0", "path": ["auth_type"]},
	}
}

test_needs_of_association_with_what_is_elsewhere if {
	via := {"kind": "aws_vpclattice_service_network_service_association", "index": 0, "id": "a", "via": ["service_network_identifier"]}
	all := {
		"aws_vpclattice_service_network": [{
			"id": "n", "root": ".", "unknown": [], "references": [], "referred_by": [via], "attributes": {},
		}],
		"aws_vpclattice_service_network_service_association": [
			{"id": "a", "root": ".", "unknown": [["service_identifier"]], "references": [], "attributes": {}},
			{"id": "b", "root": ".", "unknown": [["service_network_identifier"]], "references": [], "attributes": {}},
		],
	}
	violations := rule.deny with input.resources as all
	{need | some violation in violations; some need in violation.needs} == {
		{"resource": "a", "path": ["service_identifier"]},
		{"resource": "b", "path": ["service_network_identifier"]},
	}
}
