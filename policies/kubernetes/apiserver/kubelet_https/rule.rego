# METADATA
# title: API server talks to kubelets in plain text
# description: |
#   For logs, `exec` and port forwarding the API server connects to kubelets. With this switched off that goes
#   over the network without encryption, and without knowing who answers.
#
#   Whoever can see or change traffic between the nodes reads what commands in pods return, and can send their
#   own.
# related_resources:
#   - https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Remove the flag; later versions do not have it any more.
#   aliases: [CKV_K8S_71, KCV-0004]
package policy.kubernetes.apiserver.kubelet_https

import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message} if {
	some program in flags.of("kube-apiserver")
	flags.switch(program, "kubelet-https", true) == false
	path := flags.place(program, "kubelet-https")
	message := sprintf("kube-apiserver %s, so that requests to kubelets are not encrypted", [flags.shown(program, "kubelet-https")])
}
