# METADATA
# title: Pods do not get the authority of the API server
# description: |
#   The controller manager puts this authority beside the token that pods get, so that they can check whom
#   they send it to.
#
#   Without it pods cannot tell the API server from somebody who answers in its place, and send their token to
#   whoever does.
# related_resources:
#   - https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/
# custom:
#   severity: low
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `--root-ca-file` to the authority that has signed the certificate of the API server.
#   aliases: [KCV-0037, C-0148]
#   compliance:
#     cis-kubernetes-1.8: ["1.3.5"]
package policy.kubernetes.controller_manager.root_authority

import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message, "needs": needs} if {
	some program in flags.of("kube-controller-manager")
	count(flags.missing(program, ["root-ca-file"])) > 0
	path := flags.place(program, "root-ca-file")
	needs := flags.needs(program, "root-ca-file")
	message := "kube-controller-manager does not set --root-ca-file, so that pods cannot check the API server"
}
