# METADATA
# title: Ingress serves the internet without TLS
# description: |
#   This Ingress takes requests from the internet and names no certificate, so that requests and answers cross the internet in plain text.
#
#   Whoever stands in between, in a wireless network or at a provider, reads passwords and session cookies and changes
#   what is delivered.
# related_resources:
#   - https://kubernetes.io/docs/concepts/services-networking/ingress/#tls
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Add `spec.tls` with the hosts and the Secret that holds the certificate, or the annotation by which the load
#     balancer gets its certificate (`alb.ingress.kubernetes.io/certificate-arn` and the like).
#   aliases: [tlsSettingsMissing, AC_K8S_0002, C-0263]
package policy.kubernetes.exposure.ingress_without_tls

import data.lib.exposure

deny contains {
	"resource": reached.id,
	"path": ["spec", "tls"],
	"needs": array.concat(reached.unknown, doubts(ingress)),
	"evidence": reached.stations,
	"message": "The Ingress takes requests from the internet, and names no certificate",
} if {
	some reached in exposure.of_kind("Ingress")
	ingress := input.resources.Ingress[reached.index]
	count(object.get(ingress.attributes.spec, "tls", [])) == 0
	not certified(ingress)
}

# Annotations whose values, or all of which, are unknown.
doubts(ingress) := [{"resource": ingress.id, "path": path} |
	some path in ingress.unknown
	array.slice(path, 0, 2) in {["metadata"], ["metadata", "annotations"]}
]

# The load balancer before it has the certificate.
certified(ingress) if {
	some key, _ in ingress.attributes.metadata.annotations
	some part in parts
	contains(key, part)
}

certified(ingress) if {
	some key, value in ingress.attributes.metadata.annotations
	contains(key, "listen-ports")
	contains(value, "HTTPS")
}

# Parts of their names.
parts := ["certificate", "ssl-cert", "pre-shared-cert", "acme-dns", "cert-manager.io/", "router.tls", "backend-config"]
