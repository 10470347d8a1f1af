package policy.kubernetes.pod.image_tag_test

import data.policy.kubernetes.pod.image_tag as rule

workload(spec) := {"workloads": [{
	"id": "w",
	"kind": "Pod",
	"index": 0,
	"path": ["spec"],
	"labels": {},
	"pod_spec": {},
	"containers": [{"name": "app", "role": "init", "path": ["spec", "initContainers", 0], "spec": spec}],
}]}

silent(spec) if {
	count(rule.deny) == 0 with input as workload(spec)
}

denied(image) if {
	count(rule.deny) == 1 with input as workload({"image": image})
}

test_denies_missing_tag if {
	rule.deny == {{
		"resource": "w",
		"path": ["spec", "initContainers", 0, "image"],
		"message": `Init container "app" runs image "nginx", which has no tag`,
	}} with input as workload({"image": "nginx"})
}

test_denies_latest if {
	rule.deny == {{
		"resource": "w",
		"path": ["spec", "initContainers", 0, "image"],
		"message": `Init container "app" runs image "ghcr.io/acme/app:latest", whose tag may change at any time`,
	}} with input as workload({"image": "ghcr.io/acme/app:latest"})
}

test_port_of_a_registry_is_no_tag if {
	denied("localhost:5000/app")
	denied("registry.acme.io:5000/team/app:latest")
	silent({"image": "localhost:5000/app:1.2"})
}

test_allows_version_and_digest if {
	silent({"image": "nginx:1.27.3"})
	silent({"image": "nginx@sha256:0123456789abcdef"})
	silent({"image": "nginx:latest@sha256:0123456789abcdef"})
}

test_allows_a_tag_that_only_begins_with_latest if {
	silent({"image": "nginx:latest-1.27"})
}

test_allows_placeholders if {
	silent({"image": "$(IMAGE)"})
	silent({"image": "ghcr.io/acme/${IMAGE}"})
	silent({"image": "ghcr.io/acme/{{ .Values.image }}"})
	silent({"image": "<image built from the Dockerfile>"})
	silent({"image": "registry.acme.io/IMAGE_URL:latest"})
	silent({"image": "ko://github.com/acme/app/cmd/server"})
	silent({"image": "IMAGE_URL"})
	silent({"image": "ghcr.io/acme/<image>:latest"})
}

test_allows_unset_and_unknown if {
	silent({})
	silent({"image": ""})
	silent({"image": 7})
}
