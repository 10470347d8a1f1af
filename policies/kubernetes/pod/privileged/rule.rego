# METADATA
# title: Container runs in privileged mode
# description: |
#   A privileged container is not contained: it has every Linux capability, sees all devices of the
#   machine it runs on, and the kernel's usual confinement (seccomp, AppArmor, SELinux) is off.
#
#   Whoever gets code running inside it, for example through a bug in the application, can mount the
#   node's disk and take over the node and every other pod on it.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
#   - https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Remove `privileged: true`. Where the process needs one kernel feature, grant that capability alone
#     under `securityContext.capabilities.add`; for one device, use a device plugin.
#   aliases:
#     - CKV_K8S_16
#     - KSV-0017
#     - AC_K8S_0046
#     - privileged-container
#     - runAsPrivileged
#     - container-security-context-privileged
#     - C-0057
#   outweighs:
#     - kubernetes-pod-added-capability
#     - kubernetes-pod-added-raw-packets
#     - kubernetes-pod-apparmor-unconfined
#     - kubernetes-pod-dangerous-capability
#     - kubernetes-pod-kept-capabilities
#     - kubernetes-pod-no-hardening
#     - kubernetes-pod-no-seccomp-profile
#     - kubernetes-pod-privilege-escalation
#     - kubernetes-pod-proc-mount
#     - kubernetes-pod-raw-packets
#     - kubernetes-pod-seccomp-unconfined
#   compliance:
#     cis-kubernetes-1.8: ["5.2.2"]
package policy.kubernetes.pod.privileged

import data.lib.attribute
import data.lib.kubernetes

deny contains {"resource": workload.id, "path": path, "message": message} if {
	some workload in input.workloads
	some container in workload.containers
	attribute.is_true(container.spec.securityContext.privileged)
	path := array.concat(container.path, ["securityContext", "privileged"])
	message := sprintf("%s runs privileged, with full access to its node%s", [kubernetes.title(container), purpose(container)])
}

default purpose(_) := ""

# That of Docker's own images needs it without root as well, to be without seccomp, AppArmor and hidden parts of /proc.
purpose(container) := ", as the Docker daemon in it has to: a builder without one (BuildKit rootless, Buildah) needs no such rights" if {
	regex.match(`^(docker\.io/)?(library/)?docker:(.*-)?dind(-.*)?$`, container.spec.image)
}
