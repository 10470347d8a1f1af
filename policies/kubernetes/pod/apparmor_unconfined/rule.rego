# METADATA
# title: AppArmor is switched off
# description: |
#   On nodes with AppArmor the container runtime gives every container a profile, which keeps it from mounting
#   file systems and from files that it has no business with. `Unconfined` takes the profile away.
#
#   Whoever gets code running inside, as root above all, has that many more ways out to the node.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
#   - https://kubernetes.io/docs/tutorials/security/apparmor/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Remove the setting or annotation, or name a profile of your own that allows what the program needs
#     (`Localhost`).
#   aliases: [KSV-0002, AC_K8S_0073]
package policy.kubernetes.pod.apparmor_unconfined

import data.lib.annotations
import data.lib.kubernetes
import data.lib.left_to_pod

deny contains {"resource": workload.id, "path": path, "message": message} if {
	some workload in input.workloads
	some container in workload.containers
	container.spec.securityContext.appArmorProfile.type == "Unconfined"
	path := array.concat(container.path, ["securityContext", "appArmorProfile", "type"])
	message := sprintf("%s runs without an AppArmor profile", [kubernetes.title(container)])
}

deny contains {"resource": workload.id, "path": path, "message": message, "needs": needs} if {
	some workload in input.workloads
	workload.pod_spec.securityContext.appArmorProfile.type == "Unconfined"
	needs := left_to_pod.needs(workload, "appArmorProfile")
	path := array.concat(workload.path, ["securityContext", "appArmorProfile", "type"])
	message := sprintf("Pods of this %s run without an AppArmor profile", [kubernetes.kind(workload)])
}

# Before Kubernetes 1.30 annotations said it. What is no profile at all keeps the pod from starting.
deny contains {"resource": workload.id, "path": path, "message": message} if {
	some workload in input.workloads
	some key, profile in annotations.of(workload)
	startswith(key, "container.apparmor.security.beta.kubernetes.io/")
	not profile in {"", "runtime/default"}
	not startswith(profile, "localhost/")
	path := array.concat(annotations.path(workload), [key])
	message := sprintf("The AppArmor profile of container \"%s\" is %s", [split(key, "/")[1], profile])
}
