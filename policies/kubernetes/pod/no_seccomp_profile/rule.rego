# METADATA
# title: No seccomp profile is chosen
# description: |
#   Seccomp keeps a process from calling parts of the kernel that ordinary programs never need. Unless a
#   profile is chosen, here or by the kubelet's `seccompDefault`, there is none.
#
#   Most ways out of a container begin with a fault in just those parts. The profile of the container runtime
#   leaves them out and fits nearly every program.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
#   - https://kubernetes.io/docs/tutorials/security/seccomp/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `securityContext.seccompProfile.type: RuntimeDefault` on the pod.
#   aliases:
#     - CKV_K8S_31
#     - CKV_K8S_32
#     - KSV-0030
#     - KSV-0104
#     - AC_K8S_0080
#     - C-0211.set-seccomp-profile
#     - C-0055
#     - C-0210
#     - container-seccomp-profile
#   compliance:
#     cis-kubernetes-1.8: ["5.7.2"]
package policy.kubernetes.pod.no_seccomp_profile

import data.lib.annotations
import data.lib.kubernetes
import data.lib.scope

deny contains {"resource": workload.id, "path": path, "message": message, "needs": needs} if {
	some workload in input.workloads
	not is_profile(workload.pod_spec.securityContext.seccompProfile)
	some container in workload.containers
	not chosen(workload, container)
	not kubernetes.windows(workload)
	path := array.concat(workload.path, ["securityContext", "seccompProfile", "type"])
	needs := array.concat(
		[{"resource": workload.id, "path": array.concat(place, ["securityContext", "seccompProfile", field])} |
			some place, fields in {container.path: ["type", "localhostProfile"], workload.path: ["localhostProfile"]}
			some field in fields
		],
		array.concat(
			array.concat(kubernetes.os_needs(workload), scope.unknown(kubernetes.holder(workload), annotations.path(workload))),
			[{"resource": workload.id, "path": array.concat(container.path, ["name"])}],
		),
	)
	message := sprintf("%s has no seccomp profile", [kubernetes.title(container)])
}

# Any other type the API server refuses, and `Localhost` without a file as well.
is_profile(profile) if profile.type == "RuntimeDefault"

is_profile(profile) if {
	profile.type == "Localhost"
	profile.localhostProfile
}

chosen(_, container) if is_profile(container.spec.securityContext.seccompProfile)

# That none is wanted, kubernetes-pod-seccomp-unconfined reports.
chosen(_, container) if container.spec.securityContext.seccompProfile.type == "Unconfined"

# Before Kubernetes 1.19 annotations said it.
chosen(workload, container) if {
	some key in ["seccomp.security.alpha.kubernetes.io/pod", concat("", ["container.seccomp.security.alpha.kubernetes.io/", container.name])]
	names_profile(annotations.of(workload)[key])
}

names_profile(text) if text in {"runtime/default", "docker/default"}

names_profile(text) if startswith(text, "localhost/")
