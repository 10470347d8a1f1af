# METADATA
# title: API server does not limit the rate of events
# description: |
#   Every controller and kubelet writes events. One that runs wild, or a pod that is made to, can write so
#   many that the API server and etcd slow down for everybody.
#
#   The admission plugin EventRateLimit refuses what is too much from one namespace, user or source.
# related_resources:
#   - https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/
#   - https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#eventratelimit
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Add `EventRateLimit` to `--enable-admission-plugins`, and its limits to the file at
#     `--admission-control-config-file`.
#   aliases: [CKV_K8S_78, KCV-0010, C-0121]
#   compliance:
#     cis-kubernetes-1.8: ["1.2.9"]
package policy.kubernetes.apiserver.event_rate_limit

import data.lib.flags
import data.lib.scope

deny contains {"resource": program.id, "path": path, "message": message, "needs": needs} if {
	some program in flags.of("kube-apiserver")
	flags.lacks(program, "enable-admission-plugins", "EventRateLimit")
	path := flags.place(program, "enable-admission-plugins")
	needs := flags.needs(program, "enable-admission-plugins")
	message := "kube-apiserver does not have EventRateLimit in --enable-admission-plugins"
}

# The plugin does nothing without limits, which stand in the file that configures all plugins.
deny contains {"resource": configuration.id, "path": ["plugins"], "message": message, "needs": needs} if {
	some configuration in input.resources["AdmissionConfiguration.apiserver.config.k8s.io"]
	names := {plugin.name | some plugin in configuration.attributes.plugins}
	not "EventRateLimit" in names
	needs := scope.unknown(configuration, ["plugins"])
	message := "The configuration of the API server's plugins has no limits for EventRateLimit"
}
