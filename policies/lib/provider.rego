# Which version of its provider a resource is made with. The lock file knows it, else what modules require may bound it.
package lib.provider

# Whether `resource` is surely made with a version of the provider at `source` whose major number is less than `major`.
# Where nothing says so, the newest version is what is installed.
older_than(resource, source, major) if {
	some version in versions(resource, source)
	number(version) < major
}

older_than(resource, source, major) if {
	count(versions(resource, source)) == 0
	some required in provider_of(resource, source)
	some constraints in required.constraints
	some constraint in split(constraints, ",")
	bounded_below(trim_space(constraint), major)
}

versions(resource, source) := [required.version | some required in provider_of(resource, source); required.version != ""]

provider_of(resource, source) := [required |
	some required in input.providers
	required.root == resource.root
	endswith(required.source, concat("", ["/", source]))
]

# `~> 5.0`, `= 5.31.0`, `5.31.0` and `< 6.0.0` allow no version 6; `~> 5` does.
bounded_below(constraint, major) if {
	startswith(constraint, "~>")
	version := trim_space(trim_prefix(constraint, "~>"))
	contains(version, ".")
	number(version) < major
}

bounded_below(constraint, major) if {
	not substring(constraint, 0, 1) in {"~", ">", "<", "!"}
	number(trim_space(trim_prefix(constraint, "="))) < major
}

bounded_below(constraint, major) if {
	startswith(constraint, "<=")
	number(trim_space(trim_prefix(constraint, "<="))) < major
}

bounded_below(constraint, major) if {
	startswith(constraint, "<")
	not startswith(constraint, "<=")
	version := trim_space(trim_prefix(constraint, "<"))
	number(version) <= major
	is_first(version, major)
}

# `< 6` and `< 6.0.0` allow no version 6, `< 6.2` does.
is_first(version, major) if number(version) < major

is_first(version, major) if {
	number(version) == major
	every part in array.slice(split(version, "."), 1, 4) {
		part == "0"
	}
}

number(version) := to_number(split(trim_prefix(version, "v"), ".")[0]) if regex.match(`^v?[0-9]`, version)
