# What the command lines of a cluster's components say: `--name=value`, `--name value`, and `--name` alone.
package lib.flags

import data.lib.attribute

# The containers that start a component: `id` and `root` of their resource, `component`, the `words` of the command line,
# each with its path, and `list`, the path of the list that further flags would stand in.
of(component) := [started(workload, container) |
	some workload in input.workloads
	some container in workload.containers
	container.component == component
]

# Those of etcd, which takes `ETCD_CERT_FILE` for `--cert-file`, unless the command line has it.
etcd := [object.union(program, {
	"words": array.concat(environment(container), program.words),
	"needs": array.concat(program.needs, unknown(workload, container, {"env", "envFrom"})),
	"is_open": count(array.concat([1 | program.is_open], [from | some from in container.spec.envFrom])) > 0,
}) |
	some workload in input.workloads
	some container in workload.containers
	container.component == "etcd"
	program := started(workload, container)
]

started(workload, container) := {
	"id": workload.id,
	"root": input.resources[workload.kind][workload.index].root,
	"component": container.component,
	"shares_node": is_on_network_of_node(workload),
	"words": words(container),
	"list": array.concat(container.path, [fields(container)[count(fields(container)) - 1]]),
	"needs": array.concat(
		[{"resource": workload.id, "path": array.concat(container.path, [field])} | some field in ["command", "args"]],
		unknown(workload, container, {"command", "args"}),
	),
	"is_open": takes_more(container),
}

is_on_network_of_node(workload) if attribute.is_true(workload.pod_spec.hostNetwork) else := false

fields(container) := [field | some field in ["command", "args"]; container.spec[field]]

# A shell's command line is one text of many words.
words(container) := [{"text": word, "path": array.concat(container.path, [field, at])} |
	some field in ["command", "args"]
	some at, line in container.spec[field]
	is_string(line)
	some word in split_words(line)
]

split_words(line) := [trim_space(line)] if startswith(trim_space(line), "-")

split_words(line) := [trim(word, "'\"") |
	some word in split(replace(replace(line, "\n", " "), "\t", " "), " ")
	not word in {"", "\\"}
] if {
	not startswith(trim_space(line), "-")
}

environment(container) := [{
	"text": sprintf("--%s=%s", [lower(replace(trim_prefix(variable.name, "ETCD_"), "_", "-")), object.get(variable, "value", "$")]),
	"path": array.concat(container.path, ["env", at, "value"]),
} |
	some at, variable in container.spec.env
	startswith(variable.name, "ETCD_")
]

# Whether only what runs in its own pod reaches an etcd, as its clients do. `--listen-peer-urls` is a local address
# unless it is set, which does where there are no other members.
has_local_clients(program) if {
	not program.shares_node
	is_local(program, "listen-client-urls")
}

has_local_members(program) if {
	not program.shares_node
	is_local(program, "listen-peer-urls")
}

has_local_members(program) if {
	has_local_clients(program)
	count(missing(program, ["listen-peer-urls"])) > 0
	not last(program, "initial-cluster")
}

is_local(program, name) if {
	addresses := items(program, name)
	count(addresses) > 0
	every address in addresses {
		regex.match(`^https?://(127\.|localhost(:|/|$)|\[::1\])`, address)
	}
	every value in values(program, name) { is_written(value) }
}

# Where a flag that is missing may still come from.
takes_more(container) := count([word | some word in words(container); brings_more(container, word.text)]) > 0

brings_more(_, word) if startswith(word, "$")

brings_more(container, word) if split(word, "=")[0] == configuration[container.component]

# Flags that name a file which says the rest.
configuration := {"etcd": "--config-file", "kube-scheduler": "--config", "kubelet": "--config"}

unknown(workload, container, parts) := [{"resource": workload.id, "path": path} |
	some path in input.resources[workload.kind][workload.index].unknown
	array.slice(path, 0, count(container.path)) == container.path
	path[count(container.path)] in parts
]

# Every value that a flag is given, in order. A flag without `=` takes the next word, if it takes any.
values(program, name) := [value |
	some at, word in program.words
	startswith(word.text, "-")
	parts := split(word.text, "=")
	replace(trim_left(parts[0], "-"), "_", "-") == name
	value := given(program.words, at, parts)
]

given(words, at, parts) := {
	"text": trim(concat("=", array.slice(parts, 1, count(parts))), "'\""),
	"path": words[at].path,
	"alone": false,
} if {
	count(parts) > 1
} else := {"text": next, "path": words[at].path, "alone": true} if {
	next := words[at + 1].text
	not startswith(next, "-")
} else := {"text": "", "path": words[at].path, "alone": true}

last(program, name) := list[count(list) - 1] if {
	list := values(program, name)
	count(list) > 0
}

# The text of a flag; undefined where it is not set, or is put in when the container starts.
text(program, name) := value.text if {
	value := last(program, name)
	is_written(value)
}

is_written(value) if {
	not contains(value.text, "$")
	not contains(value.text, "{{")
}

# Whether a switch is on; `standard` is what it is where nothing is said.
switch(program, name, _) := true if last(program, name).alone

switch(program, name, _) := true if {
	not last(program, name).alone
	lower(text(program, name)) in {"true", "t", "1"}
}

switch(program, name, _) := false if {
	not last(program, name).alone
	lower(text(program, name)) in {"false", "f", "0"}
}

switch(program, name, standard) := standard if {
	not last(program, name)
	not program.is_open
}

# Which of the flags are not set, or to nothing.
missing(program, names) := [name |
	not program.is_open
	some name in names
	nothing(program, name)
]

nothing(program, name) if not last(program, name)

nothing(program, name) if last(program, name).text == ""

# Whether a list that is written, such as `Node,RBAC`, holds an item. It may be given in several flags.
holds(program, name, item) if item in items(program, name)

# Whether it surely does not.
lacks(program, name, item) if {
	not program.is_open
	every value in values(program, name) { is_written(value) }
	not item in items(program, name)
}

items(program, name) := {trim_space(item) |
	some value in values(program, name)
	some item in split(value.text, ",")
}

# Whether a number is less than it should be, or is not set.
is_below(program, name, _) if count(missing(program, [name])) > 0

is_below(program, name, least) if attribute.number(text(program, name)) < least

# Where a flag stands, or would.
place(program, name) := last(program, name).path if {
	last(program, name)
} else := program.list

# As `needs`, for what rests on a flag that is not there.
needs(program, name) := [] if {
	last(program, name)
} else := program.needs

# A flag as a message shows it.
shown(program, name) := sprintf("does not set --%s", [name]) if {
	not last(program, name)
} else := sprintf("sets --%s", [name]) if {
	last(program, name).alone
	last(program, name).text == ""
} else := sprintf("sets --%s=%s", [name, last(program, name).text])
