# METADATA
# title: Kubelet leaves its firewall rules out
# description: |
#   The kubelet makes the basic chains that other rules of the node firewall build on. With this switched off
#   somebody else has to, and in the right order.
#
#   Where nobody does, traffic of pods is dropped or passes that should not.
# related_resources:
#   - https://kubernetes.io/docs/reference/command-line-tools-reference/kubelet/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Remove the flag, or set `--make-iptables-util-chains=true`.
#   aliases: [CKV_K8S_145, KCV-0084]
#   compliance:
#     cis-kubernetes-1.8: ["4.2.6"]
package policy.kubernetes.kubelet.iptables_chains

import data.lib.attribute
import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message} if {
	some program in flags.of("kubelet")
	flags.switch(program, "make-iptables-util-chains", true) == false
	path := flags.place(program, "make-iptables-util-chains")
	message := sprintf("kubelet %s", [flags.shown(program, "make-iptables-util-chains")])
}

deny contains {"resource": file.id, "path": ["makeIPTablesUtilChains"], "message": message} if {
	some file in input.resources["KubeletConfiguration.kubelet.config.k8s.io"]
	attribute.is_false(file.attributes.makeIPTablesUtilChains)
	message := "The configuration of the kubelet has it make no chains of iptables"
}
