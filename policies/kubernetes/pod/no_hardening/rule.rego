# METADATA
# title: No security feature of the kernel confines the container
# description: |
#   Seccomp, AppArmor, SELinux and dropped capabilities each keep a process from what it does not need. This
#   container names none of them and relies on what its node happens to have.
#
#   Whoever gets code running inside has all of the kernel to look for a fault in.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
#   - https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `seccompProfile.type: RuntimeDefault` on the pod and `capabilities.drop: ["ALL"]` on the container.
#   aliases: [linuxHardening]
package policy.kubernetes.pod.no_hardening

import data.lib.annotations
import data.lib.capabilities
import data.lib.kubernetes
import data.lib.scope

deny contains {"resource": workload.id, "path": path, "message": message, "needs": needs} if {
	some workload in input.workloads
	some container in workload.containers
	not confined_by_seccomp(workload.pod_spec, container.spec)
	not drops_some(container)
	not labelled(workload.pod_spec, container.spec)
	not has_profile(workload, container)
	not kubernetes.windows(workload)
	path := array.concat(container.path, ["securityContext"])
	needs := array.concat(
		array.concat(kubernetes.os_needs(workload), scope.unknown(kubernetes.holder(workload), array.concat(workload.path, ["securityContext"]))),
		array.concat(
			scope.unknown(kubernetes.holder(workload), annotations.path(workload)),
			array.concat(scope.unknown(kubernetes.holder(workload), path), scope.unknown(kubernetes.holder(workload), array.concat(container.path, ["name"]))),
		),
	)
	message := sprintf("%s has no seccomp or AppArmor profile, no SELinux label, and drops no capabilities", [kubernetes.title(container)])
}

confined_by_seccomp(pod, container) if {
	object.get(container, ["securityContext", "seccompProfile"], object.get(pod, ["securityContext", "seccompProfile"], {})).type in {"Localhost", "RuntimeDefault"}
}

drops_some(container) if {
	count(container.spec.securityContext.capabilities.drop) > 0
	every name in object.get(container.spec.securityContext.capabilities, "add", []) { capabilities.named(name) != "ALL" }
}

labelled(pod, container) if {
	some holder in [pod, container]
	some field, value in holder.securityContext.seLinuxOptions
	value != ""
}

has_profile(workload, container) if {
	object.get(container.spec, ["securityContext", "appArmorProfile"], object.get(workload.pod_spec, ["securityContext", "appArmorProfile"], {})).type in {"Localhost", "RuntimeDefault"}
}

has_profile(workload, container) if {
	profile := annotations.of(workload)[concat("", ["container.apparmor.security.beta.kubernetes.io/", container.name])]
	profile != "unconfined"
}
