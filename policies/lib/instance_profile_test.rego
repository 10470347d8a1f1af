package lib.instance_profile_test

import data.lib.instance_profile

machine(attributes, unknown) := {"id": "m", "attributes": attributes, "unknown": unknown, "references": []}

test_who_may_have_a_role if {
	instance_profile.may_be_given(machine({"iam_instance_profile": "web"}, []))
	instance_profile.may_be_given(machine({"launch_template": [{"id": "lt-1"}]}, []))
	instance_profile.may_be_given(machine({}, [["iam_instance_profile"]]))
	instance_profile.may_be_given(machine({}, [["launch_template"]]))
	not instance_profile.may_be_given(machine({}, []))
	not instance_profile.may_be_given(machine({"iam_instance_profile": ""}, [["ami"]]))
}

test_what_that_rests_on if {
	instance_profile.needs(machine({}, [["ami"]])) == []
	instance_profile.needs(machine({}, [["iam_instance_profile"]])) == [{"resource": "m", "path": ["iam_instance_profile"]}]
	named := object.union(machine({}, [["iam_instance_profile"]]), {"references": [{"via": ["iam_instance_profile"]}]})
	instance_profile.needs(named) == []
}
