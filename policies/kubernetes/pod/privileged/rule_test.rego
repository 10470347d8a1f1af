package policy.kubernetes.pod.privileged_test

import data.policy.kubernetes.pod.privileged

workload(containers) := {"workloads": [{
	"id": "w",
	"kind": "Deployment",
	"index": 0,
	"path": ["spec", "template", "spec"],
	"labels": {},
	"pod_spec": {},
	"containers": containers,
}]}

container(role, context) := {
	"name": "app",
	"role": role,
	"path": ["spec", "template", "spec", "containers", 0],
	"spec": {"securityContext": context},
}

test_denies_privileged if {
	privileged.deny == {{
		"resource": "w",
		"path": ["spec", "template", "spec", "containers", 0, "securityContext", "privileged"],
		"message": `Container "app" runs privileged, with full access to its node`,
	}} with input as workload([container("container", {"privileged": true})])
}

test_denies_init_and_ephemeral_containers if {
	every role in ["init", "ephemeral"] {
		count(privileged.deny) == 1 with input as workload([container(role, {"privileged": true})])
	}
}

test_allows_unprivileged_and_unset if {
	count(privileged.deny) == 0 with input as workload([
		container("container", {"privileged": false}),
		container("init", {}),
	])
}

test_allows_unknown if {
	count(privileged.deny) == 0 with input as workload([{"name": "app", "role": "container", "path": [], "spec": {}}])
}

daemon(image) := object.union(container("sidecar", {"privileged": true}), {"spec": {"image": image, "securityContext": {"privileged": true}}})

test_says_what_a_docker_daemon_needs if {
	every image in ["docker:dind", "docker.io/library/docker:27.3-dind-rootless"] {
		some violation in privileged.deny with input as workload([daemon(image)])
		contains(violation.message, "Docker daemon")
	}
	every image in ["docker:27.3-cli", "ghcr.io/acme/docker:dind"] {
		some violation in privileged.deny with input as workload([daemon(image)])
		not contains(violation.message, "Docker daemon")
	}
}
