# METADATA
# title: Pods do not get a service account
# description: |
#   The admission plugin ServiceAccount gives every pod an account and its token, and refuses pods whose
#   account does not exist. It is on unless it is switched off.
#
#   Without it pods talk to the API server as nobody, or with credentials that somebody puts into them by hand
#   and that never expire.
# related_resources:
#   - https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/
#   - https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#serviceaccount
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Remove `ServiceAccount` from `--disable-admission-plugins`.
#   aliases: [CKV_K8S_82, KCV-0014, C-0125]
#   compliance:
#     cis-kubernetes-1.8: ["1.2.13"]
package policy.kubernetes.apiserver.service_account_plugin

import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message} if {
	some program in flags.of("kube-apiserver")
	flags.holds(program, "disable-admission-plugins", "ServiceAccount")
	path := flags.place(program, "disable-admission-plugins")
	message := "kube-apiserver has ServiceAccount in --disable-admission-plugins"
}
