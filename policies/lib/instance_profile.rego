# Whether a machine in EC2 has an IAM role.
package lib.instance_profile

import data.lib.attribute
import data.lib.graph
import data.lib.setting

# Whether it has one, or may have.
may_be_given(machine) if setting.is_set(machine.attributes, "iam_instance_profile")

may_be_given(machine) if attribute.is_unknown(machine, "iam_instance_profile")

may_be_given(machine) if count(object.get(machine.attributes, "launch_template", [])) > 0

may_be_given(machine) if attribute.is_unknown(machine, "launch_template")

# As `needs`: what would have to be known to say so. One that the value refers to is there, whatever it is called.
needs(machine) := [{"resource": machine.id, "path": attribute.steps_of(path)} |
	some path in machine.unknown
	path[0] == "iam_instance_profile"
	not graph.refers_through(machine, path)
]
