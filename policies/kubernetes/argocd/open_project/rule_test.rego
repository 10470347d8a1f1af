package policy.kubernetes.argocd.open_project_test

import data.policy.kubernetes.argocd.open_project as rule

found(change) := {violation.path | some violation in violations} if {
	spec := object.union({
		"sourceRepos": ["*"],
		"destinations": [{"namespace": "*", "server": "*"}],
		"clusterResourceWhitelist": [{"group": "*", "kind": "*"}],
	}, change)
	violations := rule.deny with input.resources["AppProject.argoproj.io"] as [{"id": "p", "attributes": {"spec": spec}}]
}

test_open if {
	found({}) == {["spec", "clusterResourceWhitelist", 0]}
	found({"destinations": [{"namespace": "*", "name": "*"}]}) == {["spec", "clusterResourceWhitelist", 0]}
}

test_bounds if {
	found({"sourceRepos": ["https://git.example.com/shop"]}) == set()
	found({"destinations": [{"namespace": "shop", "server": "*"}]}) == set()
	found({"destinations": [{"namespace": "*", "server": "https://kubernetes.default.svc"}]}) == set()
	found({"clusterResourceWhitelist": []}) == set()
	found({"clusterResourceWhitelist": [{"group": "", "kind": "Namespace"}]}) == set()
	found({"clusterResourceWhitelist": [{"group": "*", "kind": "Namespace"}]}) == set()
}
