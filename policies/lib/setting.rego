# Settings that are absent or other than they should be. `holder` is a resource's attributes, or a block in them. What
# these functions give is what a message says; they are undefined where all is well. A setting that is unknown counts
# as absent here: give its place as the violation's `path`, and the engine sees that nothing can be said.
package lib.setting

import data.lib.attribute

# A switch that has to be on, and is off unless it is set.
off(holder, name) := sprintf("`%s` is not set, and the default is `false`", [name]) if {
	not name in object.keys(holder)
}

off(holder, name) := turned_off(holder, name)

# A switch that has to be on, and is on unless it is set.
turned_off(holder, name) := sprintf("`%s` is `false`", [name]) if attribute.is_false(holder[name])

# A switch that has to be off, and is on unless it is set.
left_on(holder, name) := sprintf("`%s` is not set, and the default is `true`", [name]) if {
	not name in object.keys(holder)
}

left_on(holder, name) := turned_on(holder, name)

# A switch that has to be off, and is off unless it is set.
turned_on(holder, name) := sprintf("`%s` is `true`", [name]) if attribute.is_true(holder[name])

# An argument or a block that has to be there. Terraform takes an empty text or list for none.
missing(holder, name) := sprintf("`%s` is not set", [name]) if not is_set(holder, name)

is_set(holder, name) if {
	name in object.keys(holder)
	not is_empty(holder[name])
}

is_empty(value) if value == ""

# Counting looks at what there is, not into it: what is unknown inside a block does not matter here.
is_empty(value) if {
	is_array(value)
	count(value) == 0
}

is_empty(value) if {
	is_object(value)
	count(value) == 0
}

# An argument that has to be one of `allowed`. The default is a text; an empty one if nothing is the default.
other(holder, name, allowed, _) := sprintf("`%s` is `%v`", [name, holder[name]]) if {
	not holder[name] in allowed
}

other(holder, name, allowed, default_value) := sprintf("`%s` is not set, and the default is `%s`", [name, default_value]) if {
	not name in object.keys(holder)
	default_value != ""
	not default_value in allowed
}

other(holder, name, _, "") := missing(holder, name) if not name in object.keys(holder)

# A number that has to be at least `least`.
below(holder, name, least, _) := sprintf("`%s` is %v, less than %v", [name, holder[name], least]) if {
	attribute.number(holder[name]) < least
}

below(holder, name, least, default_number) := message if {
	not name in object.keys(holder)
	default_number < least
	message := sprintf("`%s` is not set, and the default of %v is less than %v", [name, default_number, least])
}

# A number that has to be at most `most`.
above(holder, name, most, _) := sprintf("`%s` is %v, more than %v", [name, holder[name], most]) if {
	attribute.number(holder[name]) > most
}

above(holder, name, most, default_number) := message if {
	not name in object.keys(holder)
	default_number > most
	message := sprintf("`%s` is not set, and the default of %v is more than %v", [name, default_number, most])
}

# A block that there is at most one of, as an object: empty if there is none.
block(holder, name) := object.get(holder, [name, 0], {})
