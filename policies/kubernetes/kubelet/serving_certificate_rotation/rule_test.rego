package policy.kubernetes.kubelet.serving_certificate_rotation_test

import data.lib.cluster
import data.policy.kubernetes.kubelet.serving_certificate_rotation as rule

found(component, gates) := messages if {
	messages := {violation.message | some violation in rule.deny} with input as cluster.starting(component, [concat("=", ["--feature-gates", gates])])
}

test_denies_the_feature_switched_off if {
	found("kubelet", "RotateKubeletServerCertificate=false") == {"kubelet has RotateKubeletServerCertificate=false in --feature-gates"}
	found("kube-controller-manager", "SeccompDefault=true,RotateKubeletServerCertificate=False") == {"kube-controller-manager has RotateKubeletServerCertificate=False in --feature-gates"}
}

test_allows_the_feature_and_others if {
	found("kubelet", "RotateKubeletServerCertificate=true") == set()
	found("kubelet", "SeccompDefault=false") == set()
	found("kube-apiserver", "RotateKubeletServerCertificate=false") == set()
}

test_configuration_file if {
	in_file(false) == {["featureGates", "RotateKubeletServerCertificate"]}
	in_file(true) == set()
}

in_file(gate) := {violation.path | some violation in violations} if {
	file := {"id": "f", "attributes": {"featureGates": {"RotateKubeletServerCertificate": gate}}}
	violations := rule.deny with input.resources["KubeletConfiguration.kubelet.config.k8s.io"] as [file]
}
