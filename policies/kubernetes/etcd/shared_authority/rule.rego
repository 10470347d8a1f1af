# METADATA
# title: etcd trusts every client of the API server
# description: |
#   etcd takes whoever has a certificate of the authority it trusts. Here that is the same authority that signs for the
#   users of the API server: people, kubelets, controllers.
#
#   Each of them may then read and write all of etcd, every Secret included, past all rules of the cluster.
# related_resources:
#   - https://kubernetes.io/docs/setup/best-practices/certificates/
#   - https://etcd.io/docs/latest/op-guide/security/
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Give etcd an authority of its own in `--trusted-ca-file`, which signs only for etcd's members and the API server.
#   aliases: [C-0159]
#   compliance:
#     cis-kubernetes-1.8: ["2.7"]
package policy.kubernetes.etcd.shared_authority

import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message, "evidence": evidence} if {
	some program in flags.etcd
	file := flags.text(program, "trusted-ca-file")
	file != ""
	some server in flags.of("kube-apiserver")
	server.root == program.root
	flags.text(server, "client-ca-file") == file
	path := flags.place(program, "trusted-ca-file")
	evidence := [{
		"resource": server.id,
		"path": flags.place(server, "client-ca-file"),
		"note": "the API server takes users whom this authority has signed for",
	}]
	message := sprintf("etcd trusts all whom %s has signed for, as the API server does", [file])
}

# An API server of which it is not known how it is started may name the same authority.
deny contains {"resource": program.id, "path": path, "message": message, "needs": needs} if {
	some program in flags.etcd
	file := flags.text(program, "trusted-ca-file")
	file != ""
	needs := array.slice(hidden(program.root), 0, 1)
	count(needs) > 0
	path := flags.place(program, "trusted-ca-file")
	message := sprintf("The API server may trust all whom %s has signed for", [file])
}

hidden(root) := [{"resource": holder.id, "path": path} |
	some kind in ["DaemonSet", "Deployment", "Pod", "StatefulSet"]
	some holder in input.resources[kind]
	holder.root == root
	some path in holder.unknown
	hides_command(path)
]

hides_command(path) if {
	some step in path
	step in {"args", "command"}
}

# All of a container, or of the pod.
hides_command(path) if {
	path[0] == "spec"
	path[count(path) - 1] in {"containers", "spec", "template"}
}

hides_command(path) if path[count(path) - 2] in {"containers", "initContainers"}
