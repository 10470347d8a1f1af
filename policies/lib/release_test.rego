package lib.release_test

import data.lib.release

account := {"id": "a", "name": "web", "root": ".", "namespace": "shop"}

helm(more, values) := object.union(
	{"id": "r", "name": "web", "root": ".", "namespace": "shop", "unknown": []},
	object.union({"attributes": {"spec": {"values": values}}}, more),
)

found(given) := paths if {
	paths := {user.path | some user in release.running_as(account)} with input.resources as {"HelmRelease.helm.toolkit.fluxcd.io": [given]}
}

doubts(given) := needs if {
	needs := release.doubts(account) with input.resources as {"HelmRelease.helm.toolkit.fluxcd.io": [given]}
}

test_runs_as_the_account_of_its_namespace if {
	own := {"serviceAccount": {"name": "web"}}
	found(helm({}, own)) == {["spec", "values", "serviceAccount", "name"]}
	found(helm({"namespace": "tools", "attributes": {"spec": {"targetNamespace": "shop"}}}, own)) == {["spec", "values", "serviceAccount", "name"]}
	found(helm({"namespace": "tools"}, own)) == set()
	found(helm({"root": "other"}, own)) == set()
	found(helm({}, {"serviceAccount": {"name": "own"}})) == set()
	found(helm({}, {"serviceAccountName": "web"})) == {["spec", "values", "serviceAccountName"]}
	found(helm({}, {"worker": {"serviceAccountName": "web"}})) == {["spec", "values", "worker", "serviceAccountName"]}
	found(helm({}, {"worker": {"serviceAccount": {"name": "web"}}})) == {["spec", "values", "worker", "serviceAccount", "name"]}
}

test_what_is_unknown_leaves_it_open if {
	doubts(helm({"unknown": [["spec", "values", "serviceAccount"], ["spec", "chart"]]}, {})) == [{"resource": "r", "path": ["spec", "values", "serviceAccount"]}]
	doubts(helm({}, {})) == []
	{user.path | some user in release.may_run_as(account)} == set() with input.resources as {"HelmRelease.helm.toolkit.fluxcd.io": [helm({}, {})]}
}
