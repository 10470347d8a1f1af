# METADATA
# title: Kubelets cannot get serving certificates from the cluster
# description: |
#   The feature `RotateKubeletServerCertificate` lets a kubelet ask the cluster for the certificate that it serves, and
#   for a new one before that runs out. It is on unless it is switched off, as it is here.
#
#   Kubelets then serve certificates that nobody has signed, which the API server cannot check, or somebody has to
#   renew them by hand on every node.
# related_resources:
#   - https://kubernetes.io/docs/reference/access-authn-authz/kubelet-tls-bootstrapping/
# custom:
#   severity: low
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Remove `RotateKubeletServerCertificate=false` from `--feature-gates`, and set `serverTLSBootstrap: true` in the
#     configuration of the kubelets.
#   aliases: [CKV_K8S_112, C-0149]
#   compliance:
#     cis-kubernetes-1.8: ["1.3.6", "4.2.11"]
package policy.kubernetes.kubelet.serving_certificate_rotation

import data.lib.attribute
import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message} if {
	some component in ["kubelet", "kube-controller-manager"]
	some program in flags.of(component)
	some item in flags.items(program, "feature-gates")
	lower(item) == "rotatekubeletservercertificate=false"
	path := flags.place(program, "feature-gates")
	message := sprintf("%s has %s in --feature-gates", [component, item])
}

deny contains {"resource": file.id, "path": ["featureGates", "RotateKubeletServerCertificate"], "message": message} if {
	some file in input.resources["KubeletConfiguration.kubelet.config.k8s.io"]
	attribute.is_false(file.attributes.featureGates.RotateKubeletServerCertificate)
	message := "The configuration of the kubelet has RotateKubeletServerCertificate switched off"
}
