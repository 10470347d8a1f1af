# METADATA
# title: Service mesh takes no encrypted connections
# description: |
#   In a mesh of Istio the proxies beside the pods encrypt what they send each other, and show by certificates who they
#   are. A PeerAuthentication with the mode `DISABLE` switches that off for the pods that it is for.
#
#   Whoever gets into the network of the cluster reads and changes what the pods send each other. Policies that allow an
#   account of the mesh something have no effect, since nobody can show to be it.
# related_resources:
#   - https://istio.io/latest/docs/reference/config/security/peer_authentication/
#   - https://istio.io/latest/docs/concepts/security/#peer-authentication
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `mtls.mode` to `STRICT`, or to `PERMISSIVE` as long as some clients are not in the mesh. Name a port that has to
#     stay open under `portLevelMtls`.
package policy.kubernetes.mesh.plain_traffic

deny contains {"resource": policy.id, "path": ["spec", "mtls", "mode"], "message": message} if {
	some policy in input.resources["PeerAuthentication.security.istio.io"]
	policy.attributes.spec.mtls.mode == "DISABLE"
	message := sprintf("%s neither encrypt connections nor show who they are", [pods(policy)])
}

pods(policy) := "The pods that it selects" if {
	count(object.get(policy.attributes.spec, ["selector", "matchLabels"], {})) > 0
} else := "All pods of the namespace"
