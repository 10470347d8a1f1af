# METADATA
# title: Ingress takes requests for every host
# description: |
#   A rule without a host, and a default backend, are for whatever name a request asks for and nobody else answers to.
#
#   So the application gets requests that are meant for others: names that point at the controller and whose Ingress is
#   not there yet or no more, and attackers' own names, which get around what goes by the name (virtual hosts, links in
#   mail that are made of it). Two such Ingresses are in each other's way.
# related_resources:
#   - https://kubernetes.io/docs/concepts/services-networking/ingress/#the-ingress-resource
# custom:
#   severity: low
#   worst_case: {gain: step, from: above, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Name the hosts in `spec.rules[*].host`, and leave what answers to all others to the controller's own default
#     backend.
package policy.kubernetes.ingress.any_host

deny contains {"resource": ingress.id, "path": path, "message": message} if {
	some ingress in input.resources.Ingress
	some at, entry in ingress.attributes.spec.rules
	object.get(entry, "host", "") == ""
	path := ["spec", "rules", at, "host"]
	message := "A rule without a host takes requests for every name"
}

deny contains {"resource": ingress.id, "path": ["spec", field], "message": message} if {
	some ingress in input.resources.Ingress

	# The second is how it was called before networking.k8s.io/v1.
	some field in ["defaultBackend", "backend"]
	ingress.attributes.spec[field]
	message := "The default backend takes requests for every name that no rule has"
}
