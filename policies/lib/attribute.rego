# Terraform converts an argument to the type its provider declares, so `"true"` does what `true` does and `"22"`
# what `22` does. These helpers are undefined for what no version of Terraform takes.
package lib.attribute

is_true(value) if value in {true, "true", "1"}

is_false(value) if value in {false, "false", "0"}

# Up to version 0.11 of Terraform, 1 and 0 were how booleans were written.
is_true(value) if value == 1

is_false(value) if value == 0

number(value) := value if is_number(value)

number(value) := to_number(value) if {
	is_string(value)
	digits := trim_prefix(value, "-")
	digits != ""
	trim(digits, "0123456789") == ""
}

# Whether the attribute or block `name` is set but its value is not known.
is_unknown(resource, name) if {
	some path in resource.unknown
	path[0] == name
}

# What is unknown at or below a place in a resource, as `needs`: for a violation that rests on nothing there being of
# some kind.
unknown_below(resource, place) := [{"resource": resource.id, "path": steps_of(path)} |
	some path in resource.unknown
	array.slice(path, 0, count(place)) == place
]

# The same, as far as it lies in `names`: blocks, and the arguments in them that matter.
unknown_in(resource, place, names) := [{"resource": resource.id, "path": steps_of(path)} |
	some path in resource.unknown
	array.slice(path, 0, count(place)) == place
	others := [step |
		some step in array.slice(path, count(place), count(path))
		is_string(step)
		not step in names
		step != "*"
	]
	count(others) == 0
]

# A path as `needs` have it: without the mark of a list of unknown length.
steps_of(path) := [step | some step in path; step != "*"]
