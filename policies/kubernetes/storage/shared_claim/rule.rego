# METADATA
# title: Several pods share a volume that one node may mount
# description: |
#   A claim with the access mode ReadWriteOnce can be attached to one node at a time (ReadWriteOncePod: to one pod).
#   With several replicas, those that are placed on another node wait for the volume forever.
#
#   Those on the same node all write to the same files, which few applications expect.
# related_resources:
#   - https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes
#   - https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, reliability]
#   remediation: >-
#     Use a StatefulSet with `volumeClaimTemplates`, which gives every pod a volume of its own, or a storage that
#     offers ReadWriteMany; else keep one replica.
package policy.kubernetes.storage.shared_claim

import data.lib.claims
import data.lib.kubernetes
import data.lib.replicas

deny contains {"resource": workload.id, "path": use.path, "message": message, "needs": needs, "evidence": evidence} if {
	some workload in input.workloads
	holder := kubernetes.holder(workload)
	number := pods_of(holder)
	some use in claims.single(workload)
	needs := array.concat(replicas.needs(holder), use.needs)
	evidence := use.evidence
	message := sprintf("%s share the claim \"%s\", which is %s", [number, use.name, use.mode])
}

pods_of(holder) := sprintf("%v pods", [replicas.fewest(holder)]) if replicas.are_several(holder)

pods_of(holder) := "The pods of all nodes" if holder.kind == "DaemonSet"
