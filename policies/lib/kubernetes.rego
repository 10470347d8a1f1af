# What the rules over pods share.
package lib.kubernetes

import data.lib.attribute

# A container as a message names it: `Container "app"`, `Init container "migrate"`.
title(container) := sprintf("%s \"%s\"", [role(container), container.name]) if container.name != ""

title(container) := sprintf("%s without a name", [role(container)]) if container.name == ""

role(container) := "Container" if container.role == "container"

role(container) := "Init container" if container.role == "init"

role(container) := "Sidecar container" if container.role == "sidecar"

role(container) := "Ephemeral container" if container.role == "ephemeral"

# Linux security settings do not exist in Windows pods.
windows(workload) if workload.pod_spec.os.name == "windows"

windows(workload) if workload.pod_spec.nodeSelector["kubernetes.io/os"] == "windows"

# What `windows` rests on.
os_needs(workload) := [
	{"resource": workload.id, "path": array.concat(workload.path, ["os", "name"])},
	{"resource": workload.id, "path": array.concat(workload.path, ["nodeSelector", "kubernetes.io/os"])},
]

# Root in a user namespace of the pod's own is nobody on the node.
has_own_users(workload) if attribute.is_false(workload.pod_spec.hostUsers)

# That a pod has none rests on this.
user_needs(workload) := [{"resource": workload.id, "path": array.concat(workload.path, ["hostUsers"])}]

# A field of a container's or pod's security context as a message shows it.
shown(spec, field) := sprintf("%s is %v", [field, spec.securityContext[field]]) if {
	spec.securityContext[field] != null
} else := sprintf("%s is not set", [field])

# The kind of a workload as a message names it: without the group of an operator's own.
kind(workload) := split(workload.kind, ".")[0]

# Whether every node has a pod of it: a DaemonSet, or one that an operator is told to make.
on_every_node(workload) if workload.kind == "DaemonSet"

on_every_node(workload) if "daemonSet" in workload.path

# The resource that holds a workload.
holder(workload) := input.resources[workload.kind][workload.index]

# What is applied without a namespace lands in `default`, unless it is told otherwise.
namespace(resource) := object.get(resource, "namespace", object.get(resource, ["attributes", "metadata", "namespace"], "default"))

# Everything unknown of a resource but its labels and annotations, for a rule that looks it up.
unknown_needs(resource) := [{"resource": resource.id, "path": path} |
	some path in resource.unknown
	not path[1] in {"labels", "annotations"}
]

# An outdated API as a message names it: others of its group's version may well be served.
outdated(api) := sprintf("%s of %s", [split(api.kind, ".")[0], api.api_version])

# What to write in place of an outdated API, as a part of a message.
instead(api) := sprintf("; use %s", [api.replacement])

instead(api) := ", and nothing takes its place" if object.get(api, "replacement", "") == ""

# A version that nobody named is said in the message that rests on it.
assumed_version(api) := "" if api.target_given

assumed_version(api) := sprintf(" (judged for %s, the latest known; --kubernetes-version names another)", [api.target]) if {
	not api.target_given
}

# Whether a container goes on when the pod has started, or may: what only prepares the pod is done by then.
stays(_, container) if container.role != "init"

stays(workload, container) if count(role_needs(workload, container)) > 0

# What leaves that open, as `needs`.
role_needs(workload, container) := [{"resource": workload.id, "path": path} |
	container.role == "init"
	path := array.concat(container.path, ["restartPolicy"])
	path in holder(workload).unknown
]
