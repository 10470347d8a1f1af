# METADATA
# title: Probe or hook asks another host than its pod
# description: |
#   The kubelet sends probes, and hooks that are requests, to the address of the pod. With `host` it sends them to
#   another place, from the network of the node: `127.0.0.1` is the node then, not the container.
#
#   So the probe says nothing about the container, which is taken for healthy, or restarted, for what something else
#   answers. Whoever may make pods can have the kubelet ask what only nodes reach. Since Kubernetes 1.34 the Pod Security
#   level `baseline` refuses such pods.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
#   - https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#http-probes
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [default, security, reliability]
#   remediation: >-
#     Remove `host`. For a virtual host set the header `Host` in `httpHeaders`; where the program listens on the loopback
#     only, use `exec`.
package policy.kubernetes.pod.probe_host

import data.lib.attribute
import data.lib.kubernetes
import data.lib.pod_security

deny contains {"resource": workload.id, "path": path, "message": message, "needs": needs} if {
	some workload in input.workloads

	# A pod in the network of its node is asked there anyway.
	not attribute.is_true(workload.pod_spec.hostNetwork)
	some container in workload.containers
	some named in pod_security.named_hosts(container.spec)
	path := array.concat(container.path, named.at)
	needs := [{"resource": workload.id, "path": array.concat(workload.path, ["hostNetwork"])}]
	message := sprintf("%s of %s asks %s, not the pod", [what(named.at), lower(kubernetes.title(container)), named.host])
}

what(at) := at[0] if at[0] != "lifecycle"

what(at) := at[1] if at[0] == "lifecycle"
