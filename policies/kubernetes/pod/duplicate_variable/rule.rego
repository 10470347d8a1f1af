# METADATA
# title: Environment variable is set twice
# description: |
#   Of two variables with the same name the last one counts, and nothing says so. Somebody meant the other
#   value.
#
#   Tools that merge lists by name, such as server-side apply, may also keep either of them.
# related_resources:
#   - https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [default, reliability]
#   remediation: >-
#     Remove the one that is not meant.
#   aliases: [C-0295, duplicate-env-var, environment-variable-key-duplication]
package policy.kubernetes.pod.duplicate_variable

import data.lib.kubernetes

deny contains {"resource": workload.id, "path": path, "message": message, "needs": hidden_later(workload, container, at)} if {
	some workload in input.workloads
	some container in workload.containers
	names := [variable.name | some variable in container.spec.env]
	count(names) != count({name | some name in names})
	some at, variable in container.spec.env
	some before, other in container.spec.env
	before < at
	other.name == variable.name

	# The last one counts.
	not is_set_later(container, at, variable.name)
	path := array.concat(container.path, ["env", at, "name"])
	message := sprintf("%s sets %s more than once, and the last value counts", [kubernetes.title(container), variable.name])
}

is_set_later(container, at, name) if {
	some after, other in container.spec.env
	after > at
	other.name == name
}

# Variables behind one whose names are not known.
hidden_later(workload, container, at) := [{"resource": workload.id, "path": path} |
	some path in kubernetes.holder(workload).unknown
	env := array.concat(container.path, ["env"])
	array.slice(path, 0, count(env)) == env
	is_name_later(array.slice(path, count(env), count(path)), at)
]

is_name_later(steps, _) if steps[0] == "*"

is_name_later(steps, at) if {
	steps[0] > at
	array.slice(steps, 1, 2) in [[], ["name"]]
}
