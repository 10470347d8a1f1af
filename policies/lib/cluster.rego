# Small clusters for the tests of policies: objects as manifests have them become the document that policies see.
package lib.cluster

# `objects` may have a `root` of their own, and `unknown`, the paths of what is not known. `links` are
# `[from, path, to]`, each end written `Kind/name`, which is also the id.
document(objects, links) := {
	"resources": {kind: of_kind(objects, links, kind) | some given in objects; kind := given.kind},
	"workloads": [workload(objects, given, template) |
		some given in objects
		some template in templates(given)
	],
}

# One Pod that starts a component of a cluster with these arguments.
starting(component, arguments) := document([starting_pod(component, arguments)], [])

starting_pod(component, arguments) := made("Pod", component, {"spec": {"containers": [{
	"name": component,
	"command": array.concat([component], arguments),
}]}})

# An object of a kind. `rest` is merged into it.
made(kind, name, rest) := object.union(
	{"kind": kind, "apiVersion": "v1", "metadata": {"name": name, "namespace": "shop"}},
	rest,
)

# One that makes pods with these labels; `pod` is merged into their specification.
running(kind, name, labels, pod) := made(kind, name, {"spec": {
	"selector": {"matchLabels": labels},
	"template": {
		"metadata": {"labels": labels},
		"spec": object.union({"containers": [{"name": name, "image": "example"}]}, pod),
	},
}})

id(given) := object.get(given, "id", sprintf("%s/%s", [given.kind, given.metadata.name]))

of_kind(objects, links, kind) := [resource(objects, links, given) | some given in objects; given.kind == kind]

resource(objects, links, given) := object.union(placed(given), {
	"id": id(given),
	"address": id(given),
	"root": object.get(given, "root", "app"),
	"kind": given.kind,
	"name": given.metadata.name,
	"api_version": given.apiVersion,
	"attributes": object.remove(given, ["id", "root", "unknown"]),
	"unknown": object.get(given, "unknown", []),
	"references": [end(objects, link[2], link[1]) | some link in links; link[0] == id(given)],
	"referred_by": [end(objects, link[0], link[1]) | some link in links; link[2] == id(given)],
})

# An empty namespace stands for one that is not written.
placed(given) := {"namespace": given.metadata.namespace} if given.metadata.namespace != ""

placed(given) := {} if given.metadata.namespace == ""

end(objects, other, path) := {"id": other, "kind": split(other, "/")[0], "index": index(objects, other), "via": path}

index(objects, other) := [position |
	same := [given | some given in objects; given.kind == split(other, "/")[0]]
	some position, given in same
	id(given) == other
][0]

workload(objects, given, template) := object.union(placed(given), {
	"id": id(given),
	"kind": given.kind,
	"index": index(objects, id(given)),
	"path": template.path,
	"labels": template.labels,
	"labels_path": array.concat(array.slice(template.path, 0, count(template.path) - 1), ["metadata", "labels"]),
	"pod_spec": template.spec,
	"containers": [object.union(started(container), {
		"name": object.get(container, "name", ""),
		"role": role(list, container),
		"path": array.concat(template.path, [list, position]),
		"spec": container,
	}) |
		some list in ["containers", "initContainers"]
		some position, container in template.spec[list]
	],
})

role("containers", _) := "container"

role("initContainers", container) := "sidecar" if {
	container.restartPolicy == "Always"
} else := "init"

started(container) := {"component": container.command[0]} if {
	container.command[0]
} else := {}

templates(given) := [{"path": ["spec"], "spec": given.spec, "labels": object.get(given.metadata, "labels", {})}] if {
	given.kind == "Pod"
} else := [at(["spec", "template", "spec"], given.spec.template)] if {
	given.spec.template.spec
} else := [at(["spec", "jobTemplate", "spec", "template", "spec"], given.spec.jobTemplate.spec.template)] if {
	given.spec.jobTemplate
} else := []

at(path, given) := {"path": path, "spec": given.spec, "labels": object.get(given, ["metadata", "labels"], {})}
