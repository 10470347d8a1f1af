# METADATA
# title: API server does not serve TLS
# description: |
#   Port 0 switches the port with TLS and sign-in off. What is left of old versions is a port without either.
#
#   Whoever reaches that one administers the cluster.
# related_resources:
#   - https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Remove the flag, or set `--secure-port` to a port between 1 and 65535.
#   aliases: [CKV_K8S_89, KCV-0017, C-0128]
package policy.kubernetes.apiserver.secure_port

import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message} if {
	some program in flags.of("kube-apiserver")
	wrong(program)
	path := flags.place(program, "secure-port")
	message := sprintf("kube-apiserver %s, so that no port asks who it is talking to", [flags.shown(program, "secure-port")])
}

wrong(program) if flags.text(program, "secure-port") in {"0"}
