# What a scope holds, what of it is not known, and what may be there although no file shows it. For rules about
# something that is missing, or that rests on what other objects say.
package lib.scope

import data.lib.group

# What a message says where an object was looked for and not found.
caution := "objects applied from elsewhere are not seen"

# Whether other tools put objects into the scope that no file of it holds: charts, operators that OLM installs with the
# roles and accounts they need, and what is fetched, generated or in other overlays.
is_open(root) if root in opened

is_open(root) if root in object.get(input, "partial_scopes", [])

opened contains object.root if {
	some kind in [
		"helm_release",
		"data.helm_template",
		"App.kappctrl.k14s.io",
		"Application.argoproj.io",
		"ApplicationSet.argoproj.io",
		"Bundle.fleet.cattle.io",
		"ClusterExtension.olm.operatorframework.io",
		"GitRepo.fleet.cattle.io",
		"HelmChart.helm.cattle.io",
		"HelmRelease.helm.toolkit.fluxcd.io",
		"Kustomization.kustomize.toolkit.fluxcd.io",
		"Subscription.operators.coreos.com",
	]
	some object in input.resources[kind]
}

# Whether a custom resource of the namespace may have a controller that makes pods and Services.
is_operated(root, _) if [root, "*"] in operated

is_operated(root, namespace) if [root, namespace] in operated

# A Rollout and its like make the pods of their template, which are seen.
operated contains place if {
	some [place, id] in making
	not id in with_template
}

# Whether a custom resource of the namespace may have a controller that makes anything but pods: the Services of a database
# are seen nowhere, whether its pods are or not.
may_be_made(root, _) if [root, "*"] in made

may_be_made(root, namespace) if [root, namespace] in made

made contains place if some [place, _] in making

making contains [[object.root, object.get(object, "namespace", "*")], object.id] if {
	some kind, objects in input.resources
	contains(kind, ".")
	some object in objects
	object.api_version
	not passive(object, kind)
}

# Where custom kinds are defined, so is what watches them.
making contains [[definition.root, "*"], definition.id] if {
	some definition in input.resources.CustomResourceDefinition
	not is_passive(group_of(definition))
}

# The name of a definition ends in its group.
group_of(definition) := definition.attributes.spec.group

group_of(definition) := definition.name if not definition.attributes.spec.group

# Kinds that only configure what is there already.
passive(object, _) if is_passive(split(object.api_version, "/")[0])

passive(_, kind) if {
	endswith(kind, ".monitoring.coreos.com")
	not split(kind, ".")[0] in {"Alertmanager", "Prometheus", "PrometheusAgent", "ThanosRuler"}
}

is_passive(group) if {
	some end in [
		"autoscaling.k8s.io",
		"argoproj.io",
		"bitnami.com",
		"cert-manager.io",
		"cilium.io",
		"external-secrets.io",
		"gateway.networking.k8s.io",
		"istio.io",
		"keda.sh",
		"kyverno.io",
		"openshift.io",
		"projectcalico.org",
		"secrets-store.csi.x-k8s.io",
		"snapshot.storage.k8s.io",
		"traefik.containo.us",
		"traefik.io",
	]
	endswith(group, end)
}

# An operator that is told parts of pods only gives them labels of its own.
with_template contains workload.id if {
	some workload in input.workloads
	"template" in workload.path
}

# Whether a text is no name yet: something else is put in for it before it is applied. No name of an object has such
# characters.
is_pending(name) if regex.match(`[{}<>$%]`, name)

# As `needs`: an object of the kind whose name or namespace is not known, so that it may be the one that is missed.
# One is enough to leave the matter undecided. `*` for the scope is all scopes.
nameless(root, kind) := array.concat(
	object.get(first_nameless, key(root, kind), []),
	object.get(first_nameless, key(root, "kubernetes_manifest"), []),
)

first_nameless := {place: [needs[0]] | some place, needs in group.by_key(all_nameless)}

all_nameless contains [key(root, kind), {"resource": object.id, "path": path}] if {
	some kind, objects in input.resources
	some object in objects
	some path in object.unknown
	hides(path, object, kind, ["metadata", "name"])
	some root in [object.root, "*"]
}

# As `needs`: an object of the kind of which it is not known what it selects or names, so that it may be linked to
# anything of its scope.
unaimed(root, kind) := array.concat(
	object.get(first_unaimed, key(root, kind), []),
	object.get(first_nameless, key(root, "kubernetes_manifest"), []),
)

first_unaimed := {place: [needs[0]] | some place, needs in group.by_key(all_unaimed)}

all_unaimed contains [key(object.root, kind), {"resource": object.id, "path": path}] if {
	some kind, places in aims
	some object in input.resources[kind]
	some path in object.unknown
	some place in places
	hides(path, object, kind, place)
}

# Where kinds say what they are linked to, or are compared by.
aims := {
	"ClusterRoleBinding": [["subjects"]],
	"DaemonSet": [["spec", "selector"]],
	"Deployment": [["spec", "selector"]],
	"HorizontalPodAutoscaler": [["spec", "scaleTargetRef"]],
	"Ingress": [["spec", "rules"], ["spec", "ingressClassName"], ["metadata", "annotations"]],
	"NetworkPolicy": [["spec", "podSelector"]],
	"PodDisruptionBudget": [["spec", "selector"]],
	"ReplicaSet": [["spec", "selector"]],
	"ScaledObject.keda.sh": [["spec", "scaleTargetRef"]],
	"RoleBinding": [["subjects"]],
	"Service": [["spec", "selector"]],
	"StatefulSet": [["spec", "selector"]],
	"VerticalPodAutoscaler.autoscaling.k8s.io": [["spec", "targetRef"]],
}

hides(path, object, _, place) if {
	object.api_version
	overlap(path, place)
}

hides(path, object, _, _) if {
	object.api_version
	overlap(path, ["metadata", "namespace"])
}

# An object of which not even the kind is known.
hides(path, _, "kubernetes_manifest", _) if overlap(path, ["manifest"])

# As `needs`: what leaves open whether objects of a kind that says which one it is for name `object`: the namespaces of
# those that have its name and are not linked to it, what others name, and its own name where there are any.
unnamed_by(object, kind) := array.concat(
	[need |
		linked := {back.id | some back in object.referred_by}
		some [id, needs] in by_target[key(key(object.root, kind), object.attributes.metadata.name)]
		not id in linked
		some need in array.concat(needs, unknown(object, ["metadata", "namespace"]))
	],
	array.concat(
		[need | key(object.root, kind) in aiming; some need in unknown(object, ["metadata", "name"])],
		array.concat(
			object.get(first_untold, key(object.root, kind), []),
			object.get(first_nameless, key(object.root, "kubernetes_manifest"), []),
		),
	),
)

# Kinds that say in `spec.scaleTargetRef` which one they are for.
scaling := ["HorizontalPodAutoscaler", "ScaledObject.keda.sh"]

aiming := {key(one.root, kind) | some kind in scaling; some one in input.resources[kind]}

by_target := group.by_key({[key(key(one.root, kind), name), [one.id, unknown(one, ["metadata", "namespace"])]] |
	some kind in scaling
	some one in input.resources[kind]
	name := one.attributes.spec.scaleTargetRef.name
})

first_untold := {kinds: [needs[0]] | some kinds, needs in group.by_key(all_untold)}

all_untold contains [key(one.root, kind), need] if {
	some kind in scaling
	some one in input.resources[kind]
	some need in unknown(one, ["spec", "scaleTargetRef"])
}

# Objects of a kind by name: in each scope the namespaces they are written for, and over all scopes which have one.
# Give it a rule of its own, so that it is worked out once.
by_name(kind) := group.by_key(in_scopes | over_all) if {
	named := [[object.attributes.metadata.name, object] | some object in input.resources[kind]]
	in_scopes := {[key(pair[1].root, pair[0]), written_namespace(pair[1])] | some pair in named}
	over_all := {[key("*", pair[0]), pair[1].root] | some pair in named}
}

# The namespaces of a scope, as written, in which there is an object of that name.
elsewhere(index, root, name) := {namespace | some namespace in index[key(root, name)]}

# Whether another scope has one: an overlay of it may well be applied together with this one.
in_other_scope(index, root, name) if {
	some other in index[key("*", name)]
	other != root
}

# Whether one of these namespaces can only be a mistake. What has none written may be told any.
is_mistaken(resource, namespaces) if {
	count(namespaces) > 0
	not "*" in namespaces
	resource.namespace
}

listed(namespaces) := sprintf("\"%s\"", [concat("\", \"", namespaces)])

key(root, kind) := concat("\n", [root, kind])

# Whether one of two paths leads to the other.
overlap(path, place) if {
	shared := min([count(path), count(place)])
	array.slice(path, 0, shared) == array.slice(place, 0, shared)
}

# As `needs`: what is unknown at, above or below `place` of a resource.
unknown(resource, place) := [{"resource": resource.id, "path": path} |
	some path in resource.unknown
	overlap(path, place)
]

# The namespace as written. What is written without one lands where whoever applies it says.
written_namespace(object) := object.get(object, "namespace", "*")
