# METADATA
# title: Two Ingresses claim the same host and path
# description: |
#   When two Ingresses of one class have a rule for the same host and path, only one of them takes effect: which one
#   depends on the controller, mostly on which was created first. The other is ignored without an error.
#
#   Whoever may write Ingresses in any namespace can so take over the paths of others, and a restored backup can swap
#   the two.
# related_resources:
#   - https://kubernetes.io/docs/concepts/services-networking/ingress/#ingress-rules
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security, reliability]
#   remediation: >-
#     Keep the host and path in one Ingress; give the other one a path or host of its own, or a class of its own.
package policy.kubernetes.ingress.duplicate_path

import data.lib.group
import data.lib.scope

# The second and further ones are reported.
deny contains {"resource": rules.id, "path": claim.path, "message": message, "needs": needs} if {
	some rules in input.resources.Ingress
	not is_shared(rules)
	some claim in claims(rules)
	needs := array.concat(
		scope.unaimed(rules.root, "Ingress"),
		[{"resource": rules.id, "path": ["spec", "ingressClassName"]}],
	)
	doubt := scope.unaimed(rules.root, "Ingress")
	others := array.concat(
		[other[1] |
			some other in by_claim[claim.key]
			other[0] < rules.id
			other[1] != rules.name
		],
		["another one" | some _ in doubt],
	)
	some other in array.slice(others, 0, 1)
	message := sprintf("%s is claimed by the Ingress \"%s\" already", [claim.title, other])
}

by_claim := group.by_key({[claim.key, [rules.id, rules.name]] |
	some rules in input.resources.Ingress
	not is_shared(rules)
	some claim in claims(rules)
})

# Rules without a host are for every host.
claims(rules) := [claim |
	spec := rules.attributes.spec
	some at, rule in spec.rules
	some position, route in rule.http.paths
	host := object.get(rule, "host", "*")
	is_host(host)
	path := object.get(route, "path", "/")
	class := object.get(spec, "ingressClassName", object.get(annotations(rules), "kubernetes.io/ingress.class", ""))
	claim := {
		"path": ["spec", "rules", at, "http", "paths", position, "path"],
		"key": concat("\n", [rules.root, class, host, path, object.get(route, "pathType", "")]),
		"title": named(rule, path),
	}
]

# Kubernetes takes no other letters in one. What has them (`INGRESS_HOST`, `$(host)`) is still to be filled in.
is_host(name) if regex.match(`^[a-z0-9.*-]*$`, name)

named(rule, path) := sprintf("%s%s", [rule.host, path])

named(rule, path) := sprintf("%s of every host", [path]) if not rule.host

# Some controllers let Ingresses share a path on purpose, and told so by annotations.
is_shared(rules) if {
	some name, _ in annotations(rules)
	some mark in ["/canary", "mergeable-ingress-type", "/group.name", "/conditions."]
	contains(name, mark)
}

annotations(rules) := object.get(rules.attributes.metadata, "annotations", {})
