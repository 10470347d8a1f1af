# METADATA
# title: Kubelet never ends idle connections
# description: |
#   Sessions of `exec`, logs and port forwarding are ended when nothing passes for some hours. Zero switches
#   that off.
#
#   Forgotten sessions then stay open, hold connections and memory, and whoever finds one open terminal is
#   inside the pod.
# related_resources:
#   - https://kubernetes.io/docs/reference/command-line-tools-reference/kubelet/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Remove the flag, or set `--streaming-connection-idle-timeout` to some minutes or hours.
#   aliases: [CKV_K8S_143, KCV-0085]
#   compliance:
#     cis-kubernetes-1.8: ["4.2.5"]
package policy.kubernetes.kubelet.idle_connections

import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message} if {
	some program in flags.of("kubelet")
	wrong(program)
	path := flags.place(program, "streaming-connection-idle-timeout")
	message := sprintf("kubelet %s, so that idle sessions stay open for ever", [flags.shown(program, "streaming-connection-idle-timeout")])
}

wrong(program) if flags.text(program, "streaming-connection-idle-timeout") in {"0", "0s"}
