# METADATA
# title: Kubelet answers requests without credentials
# description: |
#   The kubelet runs commands in the pods of its node, and gives their logs, on a port of the node. Its flag
#   lets requests without credentials in unless it is set to false.
#
#   Since its flags also allow every request by default, whoever reaches a node in the network runs commands
#   in every pod of it.
# related_resources:
#   - https://kubernetes.io/docs/reference/command-line-tools-reference/kubelet/
#   - https://kubernetes.io/docs/reference/access-authn-authz/kubelet-authn-authz/
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Set `authentication.anonymous.enabled: false` in the file at `--config`, or `--anonymous-auth=false`.
#   aliases: [CKV_K8S_138, KCV-0079]
#   compliance:
#     cis-kubernetes-1.8: ["4.2.1"]
package policy.kubernetes.kubelet.anonymous_auth

import data.lib.attribute
import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message, "needs": needs} if {
	some program in flags.of("kubelet")
	flags.switch(program, "anonymous-auth", true) == true
	path := flags.place(program, "anonymous-auth")
	needs := flags.needs(program, "anonymous-auth")
	message := sprintf("kubelet %s, so that requests without credentials are taken", [flags.shown(program, "anonymous-auth")])
}

deny contains {"resource": file.id, "path": ["authentication", "anonymous", "enabled"], "message": message} if {
	some file in input.resources["KubeletConfiguration.kubelet.config.k8s.io"]
	attribute.is_true(file.attributes.authentication.anonymous.enabled)
	message := "The configuration of the kubelet lets in requests without credentials"
}
