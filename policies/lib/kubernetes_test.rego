package lib.kubernetes_test

import data.lib.kubernetes

test_title_names_role_and_container if {
	kubernetes.title({"name": "app", "role": "container"}) == `Container "app"`
	kubernetes.title({"name": "migrate", "role": "init"}) == `Init container "migrate"`
	kubernetes.title({"name": "proxy", "role": "sidecar"}) == `Sidecar container "proxy"`
	kubernetes.title({"name": "debug", "role": "ephemeral"}) == `Ephemeral container "debug"`
	kubernetes.title({"name": "", "role": "container"}) == "Container without a name"
}

test_windows_by_os_or_node_selector if {
	kubernetes.windows({"pod_spec": {"os": {"name": "windows"}}})
	kubernetes.windows({"pod_spec": {"nodeSelector": {"kubernetes.io/os": "windows"}}})
	not kubernetes.windows({"pod_spec": {"os": {"name": "linux"}}})
	not kubernetes.windows({"pod_spec": {}})
}

test_os_needs_lie_in_the_pod_spec if {
	kubernetes.os_needs({"id": "x", "path": ["spec"]}) == [
		{"resource": "x", "path": ["spec", "os", "name"]},
		{"resource": "x", "path": ["spec", "nodeSelector", "kubernetes.io/os"]},
	]
}

test_users_of_its_own if {
	kubernetes.has_own_users({"pod_spec": {"hostUsers": false}})
	not kubernetes.has_own_users({"pod_spec": {"hostUsers": true}})
	not kubernetes.has_own_users({"pod_spec": {}})
	kubernetes.user_needs({"id": "x", "path": ["spec"]}) == [{"resource": "x", "path": ["spec", "hostUsers"]}]
}

test_shown_tells_false_from_absent if {
	kubernetes.shown({"securityContext": {"privileged": false}}, "privileged") == "privileged is false"
	kubernetes.shown({"securityContext": {}}, "privileged") == "privileged is not set"
	kubernetes.shown({}, "privileged") == "privileged is not set"
}

test_holder_is_found_by_index if {
	kubernetes.holder({"kind": "Pod", "index": 1}).id == "b" with input as {"resources": {"Pod": [{"id": "a"}, {"id": "b"}]}}
}

test_namespace_defaults if {
	kubernetes.namespace({}) == "default"
	kubernetes.namespace({"namespace": "web"}) == "web"
}

test_unknown_needs_leave_out_labels if {
	kubernetes.unknown_needs({"id": "x", "unknown": [["metadata", "labels", "app"], ["metadata", "namespace"], ["spec"]]}) == [
		{"resource": "x", "path": ["metadata", "namespace"]},
		{"resource": "x", "path": ["spec"]},
	]
}

test_outdated_apis_are_described if {
	kubernetes.outdated({"kind": "Deployment", "api_version": "apps/v1beta1"}) == "Deployment of apps/v1beta1"
	kubernetes.instead({"replacement": "apps/v1"}) == "; use apps/v1"
	kubernetes.instead({}) == ", and nothing takes its place"
	kubernetes.assumed_version({"target": "1.36", "target_given": true}) == ""
	kubernetes.assumed_version({"target": "1.36", "target_given": false}) == " (judged for 1.36, the latest known; --kubernetes-version names another)"
}

test_containers_that_stay if {
	document := {"resources": {"Pod": [{"unknown": [["spec", "initContainers", 1, "restartPolicy"]]}]}}
	workload := {"id": "x", "kind": "Pod", "index": 0}
	every role in ["container", "sidecar", "ephemeral"] {
		kubernetes.stays(workload, {"role": role, "path": ["spec", "containers", 0]}) with input as document
	}
	first := {"role": "init", "path": ["spec", "initContainers", 0]}
	not kubernetes.stays(workload, first) with input as document
	second := {"role": "init", "path": ["spec", "initContainers", 1]}
	kubernetes.stays(workload, second) with input as document
	kubernetes.role_needs(workload, second) == [{"resource": "x", "path": ["spec", "initContainers", 1, "restartPolicy"]}] with input as document
}

test_kinds_are_named_without_their_group if {
	kubernetes.kind({"kind": "Deployment"}) == "Deployment"
	kubernetes.kind({"kind": "Rollout.argoproj.io"}) == "Rollout"
}

test_on_every_node if {
	kubernetes.on_every_node({"kind": "DaemonSet", "path": ["spec", "template", "spec"]})
	kubernetes.on_every_node({"kind": "Beat", "path": ["spec", "daemonSet", "podTemplate", "spec"]})
	not kubernetes.on_every_node({"kind": "Beat", "path": ["spec", "deployment", "podTemplate", "spec"]})
}
