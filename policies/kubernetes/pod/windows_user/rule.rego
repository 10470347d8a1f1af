# METADATA
# title: Windows container may run as administrator
# description: |
#   A Windows container runs as the user its image names, which in images based on Windows Server Core is
#   `ContainerAdministrator`.
#
#   Whoever gets code running inside may then change everything in the container, and has more ways out of it.
# related_resources:
#   - https://kubernetes.io/docs/tasks/configure-pod-container/configure-runasusername/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `securityContext.windowsOptions.runAsUserName: ContainerUser` on the pod or the container.
#   aliases: [C-0211.set-runasusername-value]
package policy.kubernetes.pod.windows_user

import data.lib.kubernetes

deny contains {"resource": workload.id, "path": path, "message": message, "needs": needs} if {
	some workload in input.workloads
	kubernetes.windows(workload)
	some container in workload.containers
	defect := wrong(object.get(container.spec, ["securityContext", "windowsOptions", "runAsUserName"], object.get(workload.pod_spec, ["securityContext", "windowsOptions", "runAsUserName"], "")))
	path := array.concat(container.path, ["securityContext", "windowsOptions", "runAsUserName"])
	needs := [{"resource": workload.id, "path": array.concat(workload.path, ["securityContext", "windowsOptions", "runAsUserName"])}]
	message := sprintf("%s %s", [kubernetes.title(container), defect])
}

wrong("") := "runs as the user that its image names: runAsUserName is not set"

wrong(user) := sprintf("runs as administrator: runAsUserName is %s", [user]) if {
	some name in ["administrator", "system"]
	endswith(lower(user), name)
}
