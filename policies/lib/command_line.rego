# Credentials on the command lines of containers.
package lib.command_line

import data.lib.credential_name
import data.lib.literal

# The commands of a container, each with its `path` in it.
of_container(spec) := array.concat(
	[{"path": [key], "arguments": spec[key]} | some key in ["args", "command"]],
	array.concat(
		[{"path": ["lifecycle", key, "exec", "command"], "arguments": spec.lifecycle[key].exec.command} |
			some key in ["postStart", "preStop"]
		],
		[{"path": [key, "exec", "command"], "arguments": spec[key].exec.command} |
			some key in ["livenessProbe", "readinessProbe", "startupProbe"]
		],
	),
)

# Credentials in one of a list of arguments, each with `at`, its position, and `what` it is. A shell's script is one
# argument of many words.
credentials(arguments) := array.concat(
	[{"at": at, "what": "a credential"} |
		some at, argument in arguments
		literal.issued_by_form(argument)
	],
	array.concat(set_at_once(words(arguments)), array.concat(set_apart(words(arguments)), of_programs(words(arguments)))),
)

# Scripts are looked at up to here.
most := 500

words(arguments) := array.slice(
	[{"at": at, "text": trim(word, `"'`)} |
		some at, argument in arguments
		is_string(argument)
		some word in regex.split(`[\s;]+`, argument)
		word != ""
	],
	0,
	most,
)

# `--password=here`, `PASSWORD=here`
set_at_once(list) := [{"at": word.at, "what": sprintf("the value of \"%s\"", [name])} |
	some word in list
	regex.match(`^[A-Za-z_-][A-Za-z0-9_.-]*=`, word.text)
	name := split(word.text, "=")[0]
	value := trim(substring(word.text, count(name) + 1, -1), `"'`)
	is_credential(trim_left(name, "-"), value)
]

# `--password here`
set_apart(list) := [{"at": value.at, "what": sprintf("the value of \"%s\"", [word.text])} |
	some i, word in list
	regex.match(`^--?[A-Za-z][A-Za-z0-9_.-]*$`, word.text)
	value := following(list, i)
	not startswith(value.text, "-")
	is_credential(trim_left(word.text, "-"), value.text)
]

# The next word, unless something between them is empty or not known.
following(list, i) := list[i + 1] if list[i + 1].at <= list[i].at + 1

is_credential(name, value) if {
	credential_name.is_credential_itself(name)
	literal.real(value)
	not is_named_so(name, value)
}

is_credential(name, value) if {
	credential_name.is_credential(name)
	literal.issued(value)
	literal.real(value)
	not is_named_so(name, value)
}

# `client_secret=proxy-client-secret` says what the object is called that holds it.
is_named_so(name, value) if {
	called := replace(lower(name), "_", "-")
	contains(called, "-")
	regex.match(`^[a-z0-9.-]+$`, value)
	endswith(value, concat("", ["-", called]))
}

# `--cookie-secret=SECRET` says the name again.
is_named_so(name, value) if {
	regex.match(`^[A-Z]+$`, value)
	contains(lower(name), lower(value))
}

# Programs that have a short flag for it.
of_programs(list) := short_flags(list, programs(list))

short_flags(_, started) := [] if count(started) == 0

short_flags(list, started) := array.concat(
	[{"at": word.at, "what": sprintf("the password of %s", [program])} |
		some word in list
		startswith(word.text, "-p")
		literal.real(substring(word.text, 2, -1))
		some program in started
		program in {"mysql", "mysqladmin", "mysqldump", "sshpass"}
	],
	[{"at": value.at, "what": sprintf("the password of %s", [program])} |
		some i, word in list
		some program in started
		word.text == short[program]
		value := following(list, i)
		literal.real(value.text)
	],
) if {
	count(started) > 0
}

short := {"mongo": "-p", "mongodump": "-p", "mongosh": "-p", "redis-cli": "-a", "sshpass": "-p"}

programs(list) := {name |
	some word in list
	parts := split(word.text, "/")
	name := parts[count(parts) - 1]
	name in {"mongo", "mongodump", "mongosh", "mysql", "mysqladmin", "mysqldump", "redis-cli", "sshpass"}
}
