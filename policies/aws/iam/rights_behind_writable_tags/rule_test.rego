package policy.aws.iam.rights_behind_writable_tags_test

import data.policy.aws.iam.rights_behind_writable_tags

right(action, fields) := object.union(
	{
		"action": action, "resource": action, "path": ["policy"], "needs": [], "evidence": [], "anywhere": true, "itself": false,
		"sweeping": false, "narrowed": false, "targets": [], "resources": ["*"], "conditions": [], "tags": [],
	},
	fields,
)

found(permissions) := denied if {
	one := {"id": "u", "form": "user", "power": "ordinary", "permissions": permissions}
	denied := rights_behind_writable_tags.deny with input.identities as [one]
}

test_both if {
	tagged := right("ssm:SendCommand", {"narrowed": true, "tags": ["aws:ResourceTag/team"]})
	some finding in found({"ec2:CreateTags": [right("ec2:CreateTags", {})], "ssm:SendCommand": [tagged]})
	finding.at == "ec2:CreateTags"
}

test_one_of_them if {
	tagged := right("ssm:SendCommand", {"narrowed": true, "tags": ["aws:ResourceTag/team"]})
	count(found({"ssm:SendCommand": [tagged]})) == 0
	count(found({"ec2:CreateTags": [right("ec2:CreateTags", {})], "ssm:SendCommand": [right("ssm:SendCommand", {})]})) == 0
	count(found({"ec2:CreateTags": [right("ec2:CreateTags", {"narrowed": true})], "ssm:SendCommand": [tagged]})) == 0
}

test_what_it_may_do_whatever_the_tags if {
	tagged := right("ssm:SendCommand", {"narrowed": true, "tags": ["aws:ResourceTag/team"]})
	writing := [right("ec2:CreateTags", {})]
	need := {"resource": "x", "path": ["policy_arn"]}
	found({"ec2:CreateTags": writing, "ssm:SendCommand": [tagged, right("ssm:SendCommand", {})]}) == set()
	{finding.needs | some finding in found({"ec2:CreateTags": writing, "ssm:SendCommand": [tagged, right("ssm:SendCommand", {"needs": [need]})]})} == {[need]}
}
