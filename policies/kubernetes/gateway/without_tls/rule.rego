# METADATA
# title: Gateway takes requests without TLS alone
# description: |
#   A Gateway is where requests from outside come into the cluster. This one has listeners for HTTP and none for HTTPS or
#   TLS, so that it cannot even send browsers on to an address with TLS.
#
#   Whoever stands in between, in a wireless network or at a provider, reads passwords and session cookies and changes
#   what is delivered, unless a load balancer before it has the certificate.
# related_resources:
#   - https://gateway-api.sigs.k8s.io/guides/tls/
#   - https://istio.io/latest/docs/reference/config/networking/gateway/
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Add a listener with `protocol: HTTPS` and the Secret that holds the certificate, and redirect from the one for
#     HTTP.
package policy.kubernetes.gateway.without_tls

import data.lib.attribute

deny contains {"resource": gateway.id, "path": ["spec", "listeners", at, "protocol"], "message": message, "needs": needs} if {
	some gateway in input.resources["Gateway.gateway.networking.k8s.io"]
	listeners := gateway.attributes.spec.listeners
	every listener in listeners {
		object.get(listener, "protocol", "HTTP") == "HTTP"
	}
	some at in array.slice([i | some i, listener in listeners; listener.protocol == "HTTP"], 0, 1)
	needs := array.concat(
		doubts(gateway),
		[{"resource": gateway.id, "path": ["spec", "listeners", other, "protocol"]} | some other, _ in listeners],
	)
}

deny contains {"resource": gateway.id, "path": ["spec", "servers", at, "port", "protocol"], "message": message, "needs": needs} if {
	some gateway in input.resources["Gateway.networking.istio.io"]
	servers := gateway.attributes.spec.servers
	every server in servers {
		object.get(server, ["port", "protocol"], "HTTP") in {"HTTP", "HTTP2"}
	}
	some at in array.slice([i | some i, server in servers; server.port.protocol in {"HTTP", "HTTP2"}], 0, 1)
	needs := array.concat(
		doubts(gateway),
		[{"resource": gateway.id, "path": ["spec", "servers", other, "port", "protocol"]} | some other, _ in servers],
	)
}

message := "The Gateway has listeners for HTTP, and none for HTTPS"

doubts(gateway) := attribute.unknown_in(gateway, ["spec"], ["listeners", "servers"])
