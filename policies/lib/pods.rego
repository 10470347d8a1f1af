# Pods by the resource that makes them, by what selects them, and by their labels.
package lib.pods

import data.lib.group
import data.lib.kubernetes
import data.lib.scope
import data.lib.selector

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

# Where pods have all the labels: the namespaces of a scope, as written, or with `*` for the scope all scopes.
places_with(root, labels) := {place[1] | some place in common} if {
	count(labels) > 0
	common := intersection({places |
		some name, value in labels
		places := {place | some place in with_label[label_key(root, name, value)]}
	})
} else := set()

with_label := group.by_key({[label, [workload.id, place]] |
	some workload in input.workloads
	holder := kubernetes.holder(workload)
	some root, place in {holder.root: scope.written_namespace(holder), "*": holder.root}
	some name, value in workload.labels
	label := label_key(root, name, value)
})

label_key(root, name, value) := concat("\n", [root, name, selector.text(value)])

# What a selector asks for, if it names labels only.
labels_of(wanted) := object.get(wanted, "matchLabels", {}) if {
	count(object.get(wanted, "matchExpressions", [])) == 0
} else := {}

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

hides_ports(path, workload) if path[count(workload.path) + 2] in {"ports", "port", "image"}

# Why an object counts as missing, though it may be applied from elsewhere; undefined where that is as likely.
# `index` is what `scope.by_name` gives for its kind, `doubt` what `scope.nameless` gives.
absence(resource, index, name, _) := sprintf("it is in namespace %s", [scope.listed(namespaces)]) if {
	namespaces := scope.elsewhere(index, resource.root, name)
	scope.is_mistaken(resource, namespaces)
}

absence(resource, index, name, _) := sprintf("there are other pods of that namespace in scope \"%s\", but %s", [resource.root, scope.caution]) if {
	are_seen(resource.root, kubernetes.namespace(resource))
	is_unseen(resource, index, name)
	not is_rendered(resource)
}

absence(resource, index, name, doubt) := "it may have a name that is not known" if {
	count(doubt) > 0
	not are_seen(resource.root, kubernetes.namespace(resource))
	is_unseen(resource, index, name)
	not is_rendered(resource)
}

# What that rests on, as `needs`.
absence_needs(resource) := array.concat(
	array.concat(
		scope.unknown(resource, ["metadata", "namespace"]),
		[need | some label in [chart, manager]; some need in scope.unknown(resource, ["metadata", "labels", label])],
	),
	[need |
		not [resource.root, kubernetes.namespace(resource)] in seen
		some need in doubt(resource.root)
	],
)

# Whether an object says that it comes out of a chart, which may have more in it than is shown here.
is_rendered(resource) if resource.attributes.metadata.labels[chart]

is_rendered(resource) if resource.attributes.metadata.labels[manager] == "Helm"

chart := "helm.sh/chart"

manager := "app.kubernetes.io/managed-by"

# Whether there is none that is seen, and nothing seen that would make one.
is_unseen(resource, index, name) if {
	count(scope.elsewhere(index, resource.root, name)) == 0
	not scope.in_other_scope(index, resource.root, name)
	not scope.is_open(resource.root)
	not scope.may_be_made(resource.root, kubernetes.namespace(resource))
}

# Why the pods with the labels count as missing. That other pods are there says little: the selected ones may come
# with a chart. Something has to show that they were meant: one of `names`, or the values of the labels.
no_pods(resource, _, labels) := sprintf("there are some in namespace %s", [scope.listed(namespaces)]) if {
	namespaces := places_with(resource.root, labels)
	scope.is_mistaken(resource, namespaces)
}

no_pods(resource, names, labels) := sprintf("%s has other labels", [intended]) if {
	are_unseen(resource, labels)
	titles := array.concat(meant(resource, names, labels), ["a workload" | some _ in doubt(resource.root)])
	some intended in array.slice(titles, 0, 1)
}

are_unseen(resource, labels) if {
	count(places_with(resource.root, labels)) == 0
	count({root | some root in places_with("*", labels)} - {resource.root}) == 0
	not scope.is_open(resource.root)
	not scope.is_operated(resource.root, kubernetes.namespace(resource))
}

# Workloads of the namespace that have one of the names or one of the values of the labels for a name, and those whose
# pods have the values of all labels under other keys.
meant(resource, names, labels) := array.concat(
	[title(input.workloads[position]) |
		namespace := kubernetes.namespace(resource)
		some word in names | {selector.text(value) | some value in labels}
		some position in named[concat("\n", [resource.root, namespace, word])]
	],
	[title(workload) |
		count(labels) > 0
		some id in intersection({ids |
			some value in labels
			place := concat("\n", [resource.root, kubernetes.namespace(resource), selector.text(value)])
			ids := {one | some one in with_value[place]}
		})
		some workload in of(id)
	],
)

named := group.by_key({[concat("\n", [holder.root, kubernetes.namespace(holder), holder.name]), position] |
	some position, workload in input.workloads
	holder := kubernetes.holder(workload)
})

with_value := group.by_key({[concat("\n", [holder.root, kubernetes.namespace(holder), value]), workload.id] |
	some workload in input.workloads
	holder := kubernetes.holder(workload)
	some value in workload.labels
})

# Where the labels of a workload's pods stand.
labels_path(workload) := array.concat(
	array.slice(workload.path, 0, count(workload.path) - 1),
	["metadata", "labels"],
)

# As `needs`: a workload of the scope whose labels or namespace are not wholly known, so that a selector may select
# it or not. One is enough to leave the matter undecided. `*` for the scope is all scopes.
doubt(root) := object.get(first_unclear, root, [])

first_unclear := {root: [needs[0]] | some root, needs in group.by_key(unclear)}

unclear contains [root, {"resource": workload.id, "path": path}] if {
	some workload in input.workloads
	holder := kubernetes.holder(workload)
	some path in holder.unknown
	hides_place(path, workload)
	some root in [holder.root, "*"]
}

# As `needs`: what leaves open whether the selector of a resource selects more pods of its scope than those that it is
# linked to. Pods that have the labels are linked unless they are known to lie elsewhere, or only one of the two has a
# namespace.
doubt_about(resource, chosen) := array.concat(
	object.get(first_unlabelled, resource.root, []),
	array.slice(strangers(resource, chosen), 0, 1),
)

first_unlabelled := {root: [needs[0]] | some root, needs in group.by_key(unlabelled)}

unlabelled contains [holder.root, {"resource": workload.id, "path": path}] if {
	some workload in input.workloads
	holder := kubernetes.holder(workload)
	some path in holder.unknown
	hides_labels(path, workload)
}

strangers(resource, chosen) := [need |
	linked := {reference.id | some reference in resource.references}
	some workload in candidates(resource.root, chosen)
	not workload.id in linked
	selector.matches(chosen, workload.labels)
	some need in array.concat(
		scope.unknown(kubernetes.holder(workload), ["metadata", "namespace"]),
		scope.unknown(resource, ["metadata", "namespace"]),
	)
]

# Those that have the first of the labels that are asked for, or all of the scope.
candidates(root, chosen) := [workload |
	some pair in with_label[first]
	some workload in of(pair[0])
] if {
	first := [label_key(root, name, value) | some name, value in chosen.matchLabels][0]
} else := [input.workloads[position] | some position in in_scope[root]]

in_scope := group.by_key({[kubernetes.holder(workload).root, position] | some position, workload in input.workloads})

hides_place(path, workload) if hides_labels(path, workload)

hides_place(path, _) if scope.overlap(path, ["metadata", "namespace"])

hides_labels(path, workload) if scope.overlap(path, labels_path(workload))

# A pod of which nothing is known.
hides_labels(path, workload) if path == array.slice(workload.path, 0, count(path))
