# METADATA
# title: Controller manager keeps up to 12,500 pods that have ended
# description: |
#   Pods that have ended stay in etcd until there are more of them than this threshold, 12,500 unless it is
#   set. Zero keeps all of them for ever.
#
#   In a small cluster with many jobs that slows down etcd and everything that lists pods.
# related_resources:
#   - https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/
#   - https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-garbage-collection
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, reliability]
#   remediation: >-
#     Set `--terminated-pod-gc-threshold` to what the cluster needs, for example 1000.
#   aliases: [CKV_K8S_106, KCV-0033, C-0144]
#   compliance:
#     cis-kubernetes-1.8: ["1.3.1"]
package policy.kubernetes.controller_manager.terminated_pods

import data.lib.attribute
import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message, "needs": needs} if {
	some program in flags.of("kube-controller-manager")
	flags.is_below(program, "terminated-pod-gc-threshold", 1)
	path := flags.place(program, "terminated-pod-gc-threshold")
	needs := flags.needs(program, "terminated-pod-gc-threshold")
	message := sprintf("kube-controller-manager %s", [flags.shown(program, "terminated-pod-gc-threshold")])
}

# Who writes what holds without the flag has not chosen.
deny contains {"resource": program.id, "path": path, "message": message} if {
	some program in flags.of("kube-controller-manager")
	attribute.number(flags.text(program, "terminated-pod-gc-threshold")) == 12500
	path := flags.place(program, "terminated-pod-gc-threshold")
	message := "kube-controller-manager sets --terminated-pod-gc-threshold=12500, which is what holds without it"
}
