# METADATA
# title: Route takes requests without TLS
# description: |
#   A Route of OpenShift without `tls` is served over HTTP alone. With `insecureEdgeTerminationPolicy: Allow` it is served
#   both ways.
#
#   Whoever is on the way to the router reads and changes what is sent, passwords and cookies among it.
# related_resources:
#   - https://docs.openshift.com/container-platform/latest/networking/routes/secured-routes.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `tls.termination` to `edge`, which uses the certificate of the router, and
#     `tls.insecureEdgeTerminationPolicy` to `Redirect`.
package policy.kubernetes.ingress.route_without_tls

deny contains {"resource": route.id, "path": ["spec", "tls", "termination"], "message": message} if {
	some route in routes
	not route.attributes.spec.tls.termination
	message := "The route is served over HTTP alone"
}

deny contains {"resource": route.id, "path": ["spec", "tls", "insecureEdgeTerminationPolicy"], "message": message} if {
	some route in routes
	route.attributes.spec.tls.insecureEdgeTerminationPolicy == "Allow"
	message := "The route is served over HTTP as well"
}

routes := object.get(input.resources, "Route.route.openshift.io", [])
