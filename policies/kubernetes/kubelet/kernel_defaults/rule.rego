# METADATA
# title: Kubelet changes settings of the kernel
# description: |
#   The kubelet needs certain settings of the kernel. Unless told otherwise it changes them itself, silently,
#   whatever the administrator of the machine has set.
#
#   With protection on, it refuses to start where they differ, so that somebody looks at them.
# related_resources:
#   - https://kubernetes.io/docs/reference/command-line-tools-reference/kubelet/
# custom:
#   severity: low
#   worst_case: {gain: step, from: above, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `protectKernelDefaults: true` in the file at `--config`, and set the kernel as the kubelet needs it.
#   aliases: [CKV_K8S_144, KCV-0083]
package policy.kubernetes.kubelet.kernel_defaults

import data.lib.attribute
import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message, "needs": needs} if {
	some program in flags.of("kubelet")
	flags.switch(program, "protect-kernel-defaults", false) == false
	path := flags.place(program, "protect-kernel-defaults")
	needs := flags.needs(program, "protect-kernel-defaults")
	message := sprintf("kubelet %s, so that it may change settings of the kernel", [flags.shown(program, "protect-kernel-defaults")])
}

deny contains {"resource": file.id, "path": ["protectKernelDefaults"], "message": message} if {
	some file in input.resources["KubeletConfiguration.kubelet.config.k8s.io"]
	attribute.is_false(file.attributes.protectKernelDefaults)
	message := "The configuration of the kubelet has it change settings of the kernel"
}
