# METADATA
# title: kube-proxy shows its metrics to the network
# description: |
#   kube-proxy offers metrics, and with profiling its inside, on a port of every node, without asking who
#   wants to know. `metricsBindAddress` here is not the address of the node itself, so that the whole network
#   may ask.
#
#   That tells an intruder which Services there are and how traffic flows.
# related_resources:
#   - https://kubernetes.io/docs/reference/config-api/kube-proxy-config.v1alpha1/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Set `metricsBindAddress: 127.0.0.1:10249` in the configuration of kube-proxy, or remove it.
#   aliases: [C-0291]
package policy.kubernetes.workload.kube_proxy_metrics

deny contains {"resource": map.id, "path": ["data", key], "message": message} if {
	some map in input.resources.ConfigMap
	some key, text in map.attributes.data
	names_configuration(key)
	contains(text, "KubeProxyConfiguration")
	some line in split(text, "\n")
	startswith(line, "metricsBindAddress:")
	address := trim(trim_space(trim_prefix(line, "metricsBindAddress:")), "'\"")
	not is_local(address)
	message := sprintf("kube-proxy shows its metrics on %s", [address])
}

# The name of a file: no other entry of a ConfigMap is read as kube-proxy's configuration.
names_configuration(key) if regex.match(`(^|[.])(conf|config|json|ya?ml)$`, key)

is_local(address) if address == ""

is_local(address) if {
	some start in ["127.", "localhost:", "[::1]:"]
	startswith(address, start)
}
