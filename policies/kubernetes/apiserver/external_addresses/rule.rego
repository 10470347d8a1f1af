# METADATA
# title: Whoever may create Services may take over addresses
# description: |
#   A Service may name any address under `externalIPs`, and the nodes then send what goes to that address to
#   its pods. Nobody checks whom the address belongs to.
#
#   Who may create Services in one namespace can so take the traffic of others inside the cluster
#   (CVE-2020-8554). The admission plugin DenyServiceExternalIPs refuses the field.
# related_resources:
#   - https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/
#   - https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#denyserviceexternalips
# custom:
#   severity: low
#   worst_case: {gain: worth, from: inside, effort: none}
#   profiles: [strict, security]
#   remediation: >-
#     Add `DenyServiceExternalIPs` to `--enable-admission-plugins`, unless Services here need `externalIPs`.
#   compliance:
#     cis-kubernetes-1.8: ["1.2.3"]
package policy.kubernetes.apiserver.external_addresses

import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message, "needs": needs} if {
	some program in flags.of("kube-apiserver")
	flags.lacks(program, "enable-admission-plugins", "DenyServiceExternalIPs")
	path := flags.place(program, "enable-admission-plugins")
	needs := flags.needs(program, "enable-admission-plugins")
	message := "kube-apiserver does not have DenyServiceExternalIPs in --enable-admission-plugins"
}
