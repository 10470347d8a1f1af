# Switches inside a block of which there is at most one, as lib.setting has them for arguments.
package lib.block

import data.lib.attribute
import data.lib.setting

# A switch that has to be on, and is off unless it is set.
off(attributes, name, switch) := setting.missing(attributes, name)

off(attributes, name, switch) := sprintf("`%s.%s` is not set, and the default is `false`", [name, switch]) if {
	block := attributes[name][0]
	not switch in object.keys(block)
}

off(attributes, name, switch) := turned_off(attributes, name, switch)

# A switch that has to be on, and is on unless it is set.
turned_off(attributes, name, switch) := sprintf("`%s.%s` is `false`", [name, switch]) if {
	attribute.is_false(attributes[name][0][switch])
}

# What is not known of the blocks `name` of a resource, as far as `arguments` in them matter, or how many there are: give
# it as `needs` where a violation rests on none of them being of some kind.
doubts(resource, name, arguments) := [{"resource": resource.id, "path": steps} |
	some path in resource.unknown
	path[0] == name
	steps := [step | some step in path; step != "*"]
	matters(steps[count(steps) - 1], name, arguments)
]

matters(step, name, _) if step == name

matters(step, _, arguments) if step in arguments

matters(step, _, _) if is_number(step)
