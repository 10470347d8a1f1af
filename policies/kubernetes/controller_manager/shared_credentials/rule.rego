# METADATA
# title: All controllers work with the same rights
# description: |
#   The controller manager runs many controllers. Unless told otherwise they all use its own credentials,
#   which need the rights of all of them together.
#
#   A fault in one of them can then be used to do what any other may, such as reading all Secrets. With
#   accounts of their own each has what it needs.
# related_resources:
#   - https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `--use-service-account-credentials=true`.
#   aliases: [CKV_K8S_108, KCV-0035, C-0146]
#   compliance:
#     cis-kubernetes-1.8: ["1.3.3"]
package policy.kubernetes.controller_manager.shared_credentials

import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message, "needs": needs} if {
	some program in flags.of("kube-controller-manager")
	flags.switch(program, "use-service-account-credentials", false) == false
	path := flags.place(program, "use-service-account-credentials")
	needs := flags.needs(program, "use-service-account-credentials")
	message := sprintf("kube-controller-manager %s, so that all controllers share one set of rights", [flags.shown(program, "use-service-account-credentials")])
}
