# Terraform converts an argument to the type its provider declares, so `"true"` does what `true` does and `"22"`
# what `22` does. These helpers are undefined for what Terraform would refuse.
package lib.attribute

is_true(value) if value in {true, "true", "1"}

is_false(value) if value in {false, "false", "0"}

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
