# METADATA
# title: API server admits every object
# description: |
#   The admission plugin AlwaysAdmit waves everything through. It is deprecated, since it does what no plugin
#   at all does.
#
#   Where it stands, somebody meant to switch admission control off: the checks that keep dangerous objects
#   out of the cluster.
# related_resources:
#   - https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/
#   - https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Remove `AlwaysAdmit` from `--enable-admission-plugins`.
#   aliases: [CKV_K8S_79, KCV-0011, C-0122]
#   compliance:
#     cis-kubernetes-1.8: ["1.2.10"]
package policy.kubernetes.apiserver.always_admit

import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message} if {
	some program in flags.of("kube-apiserver")
	flags.holds(program, "enable-admission-plugins", "AlwaysAdmit")
	path := flags.place(program, "enable-admission-plugins")
	message := "kube-apiserver has AlwaysAdmit in --enable-admission-plugins"
}
