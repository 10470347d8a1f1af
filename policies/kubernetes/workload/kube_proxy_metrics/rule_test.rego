package policy.kubernetes.workload.kube_proxy_metrics_test

import data.lib.cluster
import data.policy.kubernetes.workload.kube_proxy_metrics as rule

found(address) := messages if {
	text := sprintf("apiVersion: kubeproxy.config.k8s.io/v1alpha1\nkind: KubeProxyConfiguration\nmetricsBindAddress: %s\n", [address])
	document := cluster.document([cluster.made("ConfigMap", "kube-proxy", {"data": {"config.conf": text, "other": "x"}})], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found("0.0.0.0:10249") == {"kube-proxy shows its metrics on 0.0.0.0:10249"}
	found("'[::]:10249'") == {"kube-proxy shows its metrics on [::]:10249"}
}

test_allows if {
	found("127.0.0.1:10249") == set()
	found("\"\"") == set()
	found("localhost:10249") == set()
}
