# METADATA
# title: Service takes over addresses
# description: |
#   Under `externalIPs` a Service names any address, and the nodes send what goes there to its pods. Nobody
#   checks whom the address belongs to (CVE-2020-8554).
#
#   Whoever may change the Service can so take traffic that others in the cluster send to that address, and
#   answer in its place.
# related_resources:
#   - https://kubernetes.io/docs/concepts/services-networking/service/#external-ips
# custom:
#   severity: low
#   worst_case: {gain: worth, from: above, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Use a Service of type LoadBalancer or an Ingress. Where the addresses are your own, let an admission
#     policy say who may use which.
#   aliases: [KSV-0108, AC_K8S_0112]
package policy.kubernetes.service.external_addresses

deny contains {"resource": service.id, "path": ["spec", "externalIPs"], "message": message} if {
	some service in input.resources.Service
	addresses := service.attributes.spec.externalIPs
	count(addresses) > 0
	message := sprintf("The Service takes what goes to %s", [concat(", ", [sprintf("%v", [address]) | some address in addresses])])
}
