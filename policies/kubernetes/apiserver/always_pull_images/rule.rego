# METADATA
# title: Pods may use private images that are on their node already
# description: |
#   A node keeps the images that it has pulled. A pod of another team may name one of them and get it without
#   the credentials of the registry.
#
#   The admission plugin AlwaysPullImages makes every start ask the registry. It costs a request for each
#   start, and starts fail while the registry is away.
# related_resources:
#   - https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/
#   - https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#alwayspullimages
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Where teams that must not see each other share nodes, add `AlwaysPullImages` to
#     `--enable-admission-plugins`.
#   aliases: [CKV_K8S_80, KCV-0012, C-0123]
#   compliance:
#     cis-kubernetes-1.8: ["1.2.11"]
package policy.kubernetes.apiserver.always_pull_images

import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message, "needs": needs} if {
	some program in flags.of("kube-apiserver")
	flags.lacks(program, "enable-admission-plugins", "AlwaysPullImages")
	path := flags.place(program, "enable-admission-plugins")
	needs := flags.needs(program, "enable-admission-plugins")
	message := "kube-apiserver does not have AlwaysPullImages in --enable-admission-plugins"
}
