package policy.kubernetes.helm.privileged_values_test

import data.policy.kubernetes.helm.privileged_values as rule

violations(values) := found if {
	release := {"id": "r", "attributes": {"spec": {"values": values}}}
	found := rule.deny with input.resources as {"HelmRelease.helm.toolkit.fluxcd.io": [release]}
}

paths(values) := {concat(".", [sprintf("%v", [step]) | some step in found.path]) | some found in violations(values)}

with_container(container) := {"controllers": {"web": {"containers": {"app": container}}}}

privileged := {"securityContext": {"privileged": true}}

test_denies if {
	paths(privileged) == {"spec.values.securityContext.privileged"}
	paths(with_container(privileged)) == {"spec.values.controllers.web.containers.app.securityContext.privileged"}
	paths({"controllers": {"web": {"initContainers": {"app": privileged}}}}) == {"spec.values.controllers.web.initContainers.app.securityContext.privileged"}
	paths(with_container({"securityContext": {"capabilities": {"add": ["NET_ADMIN", "CAP_SYS_ADMIN"]}}})) == {"spec.values.controllers.web.containers.app.securityContext.capabilities.add.1"}
}

test_privileged_says_it_all if {
	both := {"securityContext": {"privileged": true, "capabilities": {"add": ["SYS_ADMIN"]}}}
	paths(both) == {"spec.values.securityContext.privileged"}
}

test_allows if {
	paths({}) == set()
	paths({"securityContext": "restricted"}) == set()
	paths({"securityContext": {"privileged": false, "capabilities": {"add": ["NET_ADMIN"]}}}) == set()
	paths({"securityContext": {"enabled": false, "privileged": true}}) == set()
	paths({"controllers": {"web": {"enabled": false, "containers": {"app": privileged}}}}) == set()
	paths(with_container(object.union(privileged, {"enabled": false}))) == set()
	paths({"controllers": {"web": {"replicas": 0, "containers": {"app": privileged}}}}) == set()
	paths({"podSecurityContext": {"privileged": true}}) == set()
}

test_needs if {
	{need.path | some found in violations(with_container(privileged)); some need in found.needs} == {
		["spec", "values", "controllers", "web", "enabled"],
		["spec", "values", "controllers", "web", "replicas"],
		["spec", "values", "controllers", "web", "containers", "app", "enabled"],
	}
}
