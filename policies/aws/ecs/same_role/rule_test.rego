package policy.aws.ecs.same_role_test

import data.policy.aws.ecs.same_role

found(attributes, references) := {finding.path | some finding in denied} if {
	task := {"id": "x", "attributes": attributes, "references": references}
	denied := same_role.deny with input.resources as {"aws_ecs_task_definition": [task], "aws_iam_role": [{"id": "a"}, {"id": "b"}]}
}

to(index, argument) := {"kind": "aws_iam_role", "index": index, "via": [argument]}

test_same if {
	found({"task_role_arn": "x", "execution_role_arn": "x"}, []) == {["task_role_arn"]}
	found({}, [to(0, "task_role_arn"), to(0, "execution_role_arn")]) == {["task_role_arn"]}
}

test_other if {
	found({"task_role_arn": "x", "execution_role_arn": "y"}, []) == set()
	found({}, [to(0, "task_role_arn"), to(1, "execution_role_arn")]) == set()
	found({}, [to(0, "execution_role_arn")]) == set()
}
