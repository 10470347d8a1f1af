package policy.aws.iam.reads_every_parameter_test

import data.policy.aws.iam.reads_every_parameter

right(action) := {
	"action": action, "resource": "p", "path": ["policy", "Statement"], "needs": [], "evidence": [], "anywhere": true,
	"itself": false, "sweeping": false, "narrowed": false, "targets": [], "resources": ["*"], "conditions": [], "tags": [],
}

who(permissions) := {"id": "u", "form": "user", "power": "ordinary", "permissions": permissions}

test_each_action_is_found if {
	every action in reads_every_parameter.actions {
		one := who({action: [right(action)]})
		found := reads_every_parameter.deny with input.identities as [one]
		count(found) == 1
		some finding in found
		finding.at == "p"
	}
}

test_others_are_left_alone if {
	one := who({"iam:ListUsers": [right("iam:ListUsers")]})
	found := reads_every_parameter.deny with input.identities as [one]
	count(found) == 0
}

test_policies_of_aws_for_all_of_the_service_count if {
	every allowed, times in {"ssm:*": 1, "ssm:Get*": 0, "ssm:GetParameters": 0} {
		one := who({"ssm:GetParameters": [object.union(right(allowed), {"path": ["policy_arn"]})]})
		found := reads_every_parameter.deny with input.identities as [one]
		count(found) == times
	}
}
