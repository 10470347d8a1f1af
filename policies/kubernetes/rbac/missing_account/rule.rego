# METADATA
# title: Binding grants a role to a service account that is not there
# description: |
#   A binding may name any service account, whether there is one or not. The permissions that were meant do not reach
#   the pods, which run as another account and are refused.
#
#   They lie ready for whoever makes an account of that name in that namespace, or is allowed to run pods as it.
# related_resources:
#   - https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-subjects
#   - https://kubernetes.io/docs/concepts/security/service-accounts/
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, security, reliability]
#   remediation: >-
#     Give the subject the `name` and `namespace` of the account that the pods run as, or remove the binding.
package policy.kubernetes.rbac.missing_account

import data.lib.kubernetes
import data.lib.scope

# Every namespace has an account of the name `default`.
deny contains {"resource": binding.id, "path": path, "message": message, "needs": needs} if {
	some kind in ["RoleBinding", "ClusterRoleBinding"]
	some binding in input.resources[kind]
	some at, subject in binding.attributes.subjects
	subject.kind == "ServiceAccount"
	subject.name != "default"
	not scope.is_pending(subject.name)
	not is_controller(subject)
	path := ["subjects", at, "name"]
	not is_linked(binding, path)
	not scope.is_open(binding.root)
	namespace := object.get(subject, "namespace", kubernetes.namespace(binding))
	hint := absence(binding, namespace, subject.name)
	needs := array.concat(
		scope.nameless("*", "ServiceAccount"),
		[
			{"resource": binding.id, "path": ["metadata", "namespace"]},
			{"resource": binding.id, "path": ["subjects", at, "namespace"]},
		],
	)
	message := sprintf("No ServiceAccount \"%s\" found in namespace \"%s\": %s", [subject.name, namespace, hint])
}

# The controller manager makes these accounts itself, one for each of its controllers and one for its cloud.
is_controller(subject) if {
	subject.namespace == "kube-system"
	subject.name in {
		"attachdetach-controller", "aws-cloud-provider", "azure-cloud-provider", "bootstrap-signer",
		"certificate-controller", "cloud-provider",
		"clusterrole-aggregation-controller", "cronjob-controller", "daemon-set-controller", "deployment-controller",
		"disruption-controller", "endpoint-controller", "endpointslice-controller", "endpointslicemirroring-controller",
		"ephemeral-volume-controller", "expand-controller", "generic-garbage-collector", "horizontal-pod-autoscaler",
		"job-controller", "legacy-service-account-token-cleaner", "namespace-controller", "node-controller",
		"persistent-volume-binder", "pod-garbage-collector", "pv-protection-controller", "pvc-protection-controller",
		"replicaset-controller", "replication-controller", "resourcequota-controller", "root-ca-cert-publisher",
		"route-controller", "service-account-controller", "service-controller", "statefulset-controller", "token-cleaner",
		"ttl-after-finished-controller", "ttl-controller", "vsphere-cloud-provider",
	}
}

is_linked(binding, path) if {
	some reference in binding.references
	reference.via == path
}

absence(binding, _, name) := sprintf("it is in namespace %s", [scope.listed(elsewhere)]) if {
	elsewhere := scope.elsewhere(accounts, binding.root, name)
	count(elsewhere) > 0
	not "*" in elsewhere
}

absence(binding, namespace, name) := sprintf("there are other accounts of that namespace in scope \"%s\", but %s", [binding.root, scope.caution]) if {
	count(scope.elsewhere(accounts, binding.root, name)) == 0
	not scope.in_other_scope(accounts, binding.root, name)
	[binding.root, namespace] in seen
}

seen contains [account.root, kubernetes.namespace(account)] if some account in input.resources.ServiceAccount

accounts := scope.by_name("ServiceAccount")
