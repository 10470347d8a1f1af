# METADATA
# title: Directory of the node is mounted
# description: |
#   A `hostPath` volume is a file or directory of the node that the pod happens to run on. It passes all that
#   keeps containers apart: what one pod writes there, others and the node itself read.
#
#   Whoever gets into the pod sees what lies there, and data that the pod writes stays behind when it moves to
#   another node.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
#   - https://kubernetes.io/docs/concepts/storage/volumes/#hostpath
# custom:
#   severity: low
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Use a PersistentVolumeClaim for data, an `emptyDir` for scratch space, and a `configMap`, `secret` or
#     `projected` volume for configuration.
#   aliases: [KSV-0023, AC_K8S_0076, C-0048, hostPathSet]
#   compliance:
#     cis-kubernetes-1.8: ["5.2.12"]
package policy.kubernetes.pod.host_path

deny contains {"resource": workload.id, "path": path, "message": message} if {
	some workload in input.workloads
	some at, volume in workload.pod_spec.volumes
	mounted := volume.hostPath
	path := array.concat(workload.path, ["volumes", at, "hostPath"])
	message := sprintf("Volume \"%s\" is %s of the node", [object.get(volume, "name", ""), object.get(mounted, "path", "a directory")])
}
