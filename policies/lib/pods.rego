# Pods by the resource that makes them, by what selects them, and by their labels.
package lib.pods

import data.lib.group
import data.lib.kubernetes
import data.lib.scope

# The pod templates that a resource holds.
of(id) := [input.workloads[position] | some position in positions[id]]

positions := group.by_key({[workload.id, position] | some position, workload in input.workloads})

# A workload as a message names it.
title(workload) := sprintf("%s \"%s\"", [workload.kind, kubernetes.holder(workload).name])

# The pod templates that the selector at `path` of a resource selects.
selected(resource, path) := [workload |
	some reference in resource.references
	reference.via == path
	some workload in of(reference.id)
]

# Whether what stands at `path` is linked to anything.
any_linked(resource, path) if {
	some reference in resource.references
	reference.via == path
}

# What refers to a workload's pods from `path`: with a selector, or by the workload's name.
referrers_via(workload, kind, path) := [input.resources[kind][reference.index] |
	some reference in kubernetes.holder(workload).referred_by
	reference.kind == kind
	reference.via == path
]

# Whether files show any pod of the namespace, or one whose namespace is not known.
are_seen(root, namespace) if [root, namespace] in seen

are_seen(root, _) if count(doubt(root)) > 0

seen contains [holder.root, kubernetes.namespace(holder)] if {
	some workload in input.workloads
	holder := kubernetes.holder(workload)
}

# Namespaces, as written, that hold pods with all the labels, anywhere in the scope.
namespaces_with(root, labels) := {place[1] | some place in common} if {
	count(labels) > 0
	common := intersection({places |
		some name, value in labels
		places := {place | some place in with_label[label_key(root, name, value)]}
	})
}

# The same for a selector; none where it says more than `matchLabels`.
namespaces_selected(root, selector) := namespaces_with(root, selector.matchLabels) if {
	count(object.get(selector, "matchExpressions", [])) == 0
} else := set()

with_label := group.by_key({[label, [workload.id, namespace]] |
	some workload in input.workloads
	holder := kubernetes.holder(workload)
	namespace := scope.written_namespace(holder)
	some name, value in workload.labels
	label := label_key(holder.root, name, value)
})

label_key(root, name, value) := concat("\n", [root, name, sprintf("%v", [value])])

# Whether a container of the workload has a port of that name.
may_have_port(workload, name) if {
	some container in workload.containers
	some port in container.spec.ports
	port.name == name
}

# A service mesh puts the container of this image together, ports included.
may_have_port(workload, _) if {
	some container in workload.containers
	container.spec.image == "auto"
}

# As `needs`: what leaves open which ports the containers have.
unclear_ports(workload) := [{"resource": workload.id, "path": path} |
	some path in kubernetes.holder(workload).unknown
	hides_ports(path, workload)
]

# Everything above the containers, and everything in their ports.
hides_ports(path, workload) if count(path) <= count(workload.path) + 2

hides_ports(path, workload) if path[count(workload.path) + 2] in {"ports", "image"}

# Why a thing counts as missing, though it may be applied from elsewhere; undefined where that is as likely.
# `elsewhere` are the namespaces, as written, in which there is one.
#
# Somebody mistook the namespace. Where one side has none written, it may be told the other's.
absence(resource, elsewhere) := sprintf("it is in namespace \"%s\"", [concat("\", \"", elsewhere)]) if {
	count(elsewhere) > 0
	not "*" in elsewhere
	resource.namespace
}

absence(resource, elsewhere) := sprintf("there are other pods of that namespace in scope \"%s\", but %s", [resource.root, scope.caution]) if {
	count(elsewhere) == 0
	are_seen(resource.root, kubernetes.namespace(resource))
	not scope.is_open(resource.root)
}

# Whether a controller may have made the pods that are missed.
may_be_made(resource, elsewhere) if {
	count(elsewhere) == 0
	scope.is_operated(resource.root, kubernetes.namespace(resource))
}

# Where the labels of a workload's pods stand.
labels_path(workload) := array.concat(
	array.slice(workload.path, 0, count(workload.path) - 1),
	["metadata", "labels"],
)

# As `needs`: a workload of the scope whose labels or namespace are not wholly known, so that a selector may select
# it or not. One is enough to leave the matter undecided.
doubt(root) := object.get(first_unclear, root, [])

first_unclear := {root: [needs[0]] | some root, needs in group.by_key(unclear)}

unclear contains [holder.root, {"resource": workload.id, "path": path}] if {
	some workload in input.workloads
	holder := kubernetes.holder(workload)
	some path in holder.unknown
	hides_labels(path, workload)
}

hides_labels(path, workload) if scope.overlap(path, labels_path(workload))

hides_labels(path, _) if scope.overlap(path, ["metadata", "namespace"])

# A pod of which nothing is known.
hides_labels(path, workload) if path == array.slice(workload.path, 0, count(path))
