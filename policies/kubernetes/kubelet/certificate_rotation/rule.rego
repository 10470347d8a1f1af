# METADATA
# title: Kubelet does not renew its certificate
# description: |
#   The kubelet signs in with a certificate that runs out after a year or less. With this switched off it asks
#   for no new one.
#
#   The node then drops out of the cluster on that day, or certificates are made that live far too long.
# related_resources:
#   - https://kubernetes.io/docs/reference/command-line-tools-reference/kubelet/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Remove the flag, or set `rotateCertificates: true` in the file at `--config`.
#   aliases: [CKV_K8S_149, KCV-0090]
#   compliance:
#     cis-kubernetes-1.8: ["4.2.10"]
package policy.kubernetes.kubelet.certificate_rotation

import data.lib.attribute
import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message} if {
	some program in flags.of("kubelet")
	flags.switch(program, "rotate-certificates", true) == false
	path := flags.place(program, "rotate-certificates")
	message := sprintf("kubelet %s, so that its certificate runs out", [flags.shown(program, "rotate-certificates")])
}

deny contains {"resource": file.id, "path": ["rotateCertificates"], "message": message} if {
	some file in input.resources["KubeletConfiguration.kubelet.config.k8s.io"]
	attribute.is_false(file.attributes.rotateCertificates)
	message := "The configuration of the kubelet lets its certificate run out"
}
