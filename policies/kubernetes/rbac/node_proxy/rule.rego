# METADATA
# title: Role may reach the kubelets through the API server
# description: |
#   `nodes/proxy` passes requests on to the kubelet of a node, which runs commands in any container and reads
#   any log. The kubelet does not ask which namespaces the caller may use, and admission control and the audit
#   log of the API server see nothing of what is run.
#
#   With containers of all tenants open to him, one finds the token of an account that may do everything.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/rbac-good-practices/#access-to-proxy-subresource-of-nodes
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   aliases: [KSV-0047, C-0279, CKV2_K8S_2]
#   remediation: >-
#     Remove `nodes/proxy` from the resources. Metrics need `nodes/metrics`, statistics `nodes/stats`; both
#     can be had without it.
#   outweighs: [kubernetes-rbac-exec-everywhere]
#   covers:
#     - kubernetes-rbac-certificate-approval
#     - kubernetes-rbac-pod-beside-stronger-account
#     - kubernetes-rbac-secrets-everywhere
#     - kubernetes-rbac-token-creation
#     - kubernetes-rbac-webhook-control
package policy.kubernetes.rbac.node_proxy

import data.lib.identity
import data.lib.rights

deny contains {
	"resource": who.id,
	"at": right.resource,
	"path": rights.entry(right),
	"needs": identity.needs([right]),
	"evidence": rights.signs([right], right.resource, rights.entry(right)),
	"message": sprintf("%s may send commands to every node, and so run them in every container: %s", [rights.title(who), rights.allowed(right)]),
} if {
	some who in rights.identities
	some right in rights.one_a_rule(identity.usable(who, actions))
}

actions := ["create:nodes/proxy", "get:nodes/proxy"]
