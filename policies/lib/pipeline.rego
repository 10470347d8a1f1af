# Trust in the pipelines of an owner that a role names, where it leaves open which of them: a change that nobody has
# looked at is enough for one of these to run.
package lib.pipeline

import data.lib.trust as asked

# What a trust leaves open, each with where that stands. Where several conditions on the subject have to hold, none of
# them may say more.
open(trust) := found if {
	provider := asked.provider(trust)
	not asked.asks_who(trust, object.get(narrowing, provider, []))
	conditions := asked.claims(trust, "sub")
	every condition in conditions {
		count(left_open(provider, condition)) > 0
	}
	all := [one | some condition in conditions; some one in left_open(provider, condition)]
	count(all) > 0
	found := array.concat(
		[one | some one in all; count(one.needs) == 0],
		[one | some one in all; count(one.needs) > 0],
	)
}

# Claims by which GitHub tells what a workflow runs for, beside the subject.
narrowing := {"token.actions.githubusercontent.com": ["environment", "job_workflow_ref", "ref", "workflow_ref"]}

left_open(provider, condition) := [one |
	some i, value in condition.values
	what := runs(provider, count(asked.patterns(condition)) > 0, split(value, ":"))
	path := array.concat(condition.path, [i])
	one := {"resource": condition.resource, "path": path, "what": what, "needs": hidden(condition, path, value)}
]

# What ends in something unknown may end in `*`.
hidden(condition, path, value) := [{"resource": condition.resource, "path": path} | endswith(value, "${}")]

# What runs with a subject of which any part may be a pattern. A subject that leaves the owner open is not looked at.
runs("token.actions.githubusercontent.com", like, parts) := sprintf("%s of %s", [which, known(parts[1], "a repository")]) if {
	parts[0] == "repo"
	not contains(split(parts[1], "/")[0], "*")
	which := workflows(like, array.slice(parts, 2, count(parts)), endswith(parts[1], "*"))
}

runs("gitlab.com", true, parts) := sprintf("pipelines of every branch of %s", [known(parts[1], "a project")]) if {
	parts[0] == "project_path"
	not startswith(parts[1], "*")
	parts[count(parts) - 1] == "*"
}

runs("gitlab.com", true, ["project_path", path]) := sprintf("pipelines of every branch of %s", [known(path, "a project")]) if {
	not startswith(path, "*")
	endswith(path, "*")
}

# Whoever may use one workspace, or open a pull request for its code, plans with the role.
runs("app.terraform.io", true, parts) := sprintf("every workspace of %s", [known(parts[1], "an organization")]) if {
	parts[0] == "organization"
	not contains(parts[1], "*")
	parts[count(parts) - 1] == "*"
	step(parts, 5) == "*"
	step(parts, 3) == "*"
}

runs("app.terraform.io", true, parts) := sprintf("every workspace of %s", [known(parts[3], "a project")]) if {
	parts[0] == "organization"
	not contains(parts[1], "*")
	parts[3] != "*"
	parts[5] == "*"
}

# What stands at a place of a subject, or what the pattern at its end takes there.
step(parts, at) := parts[at] if at < count(parts)

step(parts, at) := "*" if at >= count(parts)

# A name that is unknown in part tells a reader nothing.
known(name, kind) := sprintf("%s that is unknown here", [kind]) if contains(name, "${}")

known(name, _) := name if not contains(name, "${}")

workflows(_, ["pull_request"], _) := "workflows of every pull request"

workflows(true, [all], _) := "workflows of every branch, tag and pull request" if all in {"*", "${}"}

workflows(true, ["ref", ref], _) := "workflows of every branch" if ref in {"*", "${}", "refs/*", "refs/heads/*"}

workflows(true, [], true) := "workflows of every branch, tag and pull request"

# As a message names them, with what names a single one in the form of whoever runs the pipelines.
listed(trust, found) := sprintf("%s; %s", [concat(", ", joined({one.what | some one in found})), single[asked.provider(trust)]])

# What is the same of several repositories, said once.
joined(whats) := {said |
	some which in {parts(what).which | some what in whats}
	names := sort([parts(what).of | some what in whats; parts(what).which == which])
	said := sprintf("%s of %s", [which, in_words(names)])
}

parts(what) := {"which": concat(" of ", array.slice(all, 0, count(all) - 1)), "of": all[count(all) - 1]} if {
	all := split(what, " of ")
}

in_words(names) := names[0] if count(names) == 1

in_words(names) := sprintf("%s and %s", [concat(", ", array.slice(names, 0, last)), names[last]]) if {
	count(names) > 1
	last := count(names) - 1
}

single := {
	"app.terraform.io": "a single one is `organization:ORG:project:PROJECT:workspace:WORKSPACE:run_phase:apply`",
	"gitlab.com": "a single branch is `project_path:GROUP/PROJECT:ref_type:branch:ref:main`",
	"token.actions.githubusercontent.com": "a single branch is `repo:OWNER/REPOSITORY:ref:refs/heads/main`",
}

# What would have to be known for the first of them to be certain: it stands for all.
needs(found) := found[0].needs
