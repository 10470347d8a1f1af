package lib.pipeline_test

import data.lib.pipeline

github := "token.actions.githubusercontent.com"

trust(provider, conditions) := {
	"principal_type": "Federated",
	"principal": sprintf("arn:aws:iam::123456789012:oidc-provider/%s", [provider]),
	"conditions": conditions,
}

about(provider, claim, operator, values) := {
	"operator": operator,
	"key": sprintf("%s:%s", [provider, claim]),
	"values": values,
	"resource": "r",
	"path": ["p"],
}

whats(provider, operator, value) := [one.what |
	some one in pipeline.open(trust(provider, [about(provider, "sub", operator, [value])]))
]

test_github if {
	every row in [
		["repo:example/app:*", "workflows of every branch, tag and pull request of example/app"],
		["repo:example/*", "workflows of every branch, tag and pull request of example/*"],
		["repo:example/app:ref:*", "workflows of every branch of example/app"],
		["repo:example/app:ref:refs/*", "workflows of every branch of example/app"],
		["repo:example/app:pull_request", "workflows of every pull request of example/app"],
	] {
		whats(github, "StringLike", row[0]) == [row[1]]
	}
	every value in ["repo:example/app", "repo:*", "repo:example/app:ref:refs/heads/main", "repo:example/app:environment:*", "example:*"] {
		whats(github, "StringLike", value) == []
	}
	whats(github, "StringEquals", "repo:example/app:*") == []
	whats(github, "StringEquals", "repo:example/app:pull_request") == ["workflows of every pull request of example/app"]
}

test_a_name_that_is_unknown_is_not_shown if {
	whats(github, "StringLike", "repo:${}:*") == ["workflows of every branch, tag and pull request of a repository that is unknown here"]
}

test_others if {
	whats("gitlab.com", "StringLike", "project_path:a/b:ref_type:branch:ref:*") == ["pipelines of every branch of a/b"]
	whats("gitlab.com", "StringLike", "project_path:a/*") == ["pipelines of every branch of a/*"]
	whats("gitlab.com", "StringLike", "project_path:a/b:ref_type:branch:ref:main") == []
	every value in ["organization:a:project:*:workspace:*:run_phase:*", "organization:a:*"] {
		whats("app.terraform.io", "StringLike", value) == ["every workspace of a"]
	}
	whats("app.terraform.io", "StringLike", "organization:a:project:b:workspace:*:run_phase:plan") == ["every workspace of b"]
	whats("app.terraform.io", "StringLike", "organization:a:project:b:workspace:c:run_phase:*") == []
	whats("example.com", "StringLike", "repo:example/app:*") == []
}

test_all_that_is_asked_for_has_to_be_open if {
	wide := about(github, "sub", "StringLike", ["repo:example/app:*"])
	not pipeline.open(trust(github, [wide, about(github, "sub", "StringEquals", ["repo:example/app:ref:refs/heads/main"])]))
	not pipeline.open(trust(github, [wide, about(github, "ref", "StringEquals", ["refs/heads/main"])]))
	pipeline.open(trust(github, [wide, about(github, "aud", "StringEquals", ["sts.amazonaws.com"])])) == [{
		"resource": "r",
		"path": ["p", 0],
		"what": "workflows of every branch, tag and pull request of example/app",
		"needs": [],
	}]
	every row in [
		[github, "a single branch is `repo:OWNER/REPOSITORY:ref:refs/heads/main`"],
		["gitlab.com", "a single branch is `project_path:GROUP/PROJECT:ref_type:branch:ref:main`"],
		["app.terraform.io", "a single one is `organization:ORG:project:PROJECT:workspace:WORKSPACE:run_phase:apply`"],
	] {
		pipeline.listed(trust(row[0], []), [{"what": "y of b"}, {"what": "x of c"}, {"what": "y of b"}]) == sprintf("x of c, y of b; %s", [row[1]])
		pipeline.listed(trust(row[0], []), [{"what": "x of y of b"}, {"what": "x of y of a"}]) == sprintf("x of y of a and b; %s", [row[1]])
		pipeline.listed(trust(row[0], []), [{"what": "x of b"}, {"what": "x of a"}, {"what": "x of c"}]) == sprintf("x of a, b and c; %s", [row[1]])
	}
}

test_what_is_unknown_comes_last if {
	values := ["repo:example/app:${}", "repo:example/app:pull_request"]
	found := pipeline.open(trust(github, [about(github, "sub", "StringLike", values)]))
	[one.path | some one in found] == [["p", 1], ["p", 0]]
	pipeline.needs(found) == []
	hidden := pipeline.open(trust(github, [about(github, "sub", "StringLike", ["repo:example/app:ref:${}"])]))
	pipeline.needs(hidden) == [{"resource": "r", "path": ["p", 0]}]
}
