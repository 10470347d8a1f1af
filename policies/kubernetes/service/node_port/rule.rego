# METADATA
# title: Service opens a port on every node
# description: |
#   A Service of type NodePort takes a port on every node of the cluster, and sends what comes there to its
#   pods. Whoever reaches any node reaches the application, past the load balancer with its certificate, its
#   limits and its log.
#
#   Whether nodes have public addresses is decided elsewhere, and may change.
# related_resources:
#   - https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Use `type: ClusterIP` behind an Ingress or a gateway, or `type: LoadBalancer`.
#   aliases: [AC_K8S_0111, exposed-services, service-type]
package policy.kubernetes.service.node_port

deny contains {"resource": service.id, "path": ["spec", "type"], "message": message} if {
	some service in input.resources.Service
	service.attributes.spec.type == "NodePort"
	message := "The Service takes a port on every node"
}
