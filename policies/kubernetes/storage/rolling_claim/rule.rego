# METADATA
# title: Deployment whose volume one node may mount is updated by rolling
# description: |
#   A rolling update starts the new pod before it stops the old one. The volume is still attached to the node of the
#   old pod, so a new pod on another node waits for it, the old one is kept until the new one is ready, and the
#   update hangs.
#
#   On the same node both write to the same files for a while.
# related_resources:
#   - https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes
#   - https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, reliability]
#   remediation: >-
#     Set `strategy: {type: Recreate}`, or use a StatefulSet, which replaces pods one after the other.
package policy.kubernetes.storage.rolling_claim

import data.lib.claims
import data.lib.attribute
import data.lib.kubernetes

deny contains {"resource": workload.id, "path": ["spec", "strategy", "type"], "message": message, "needs": needs, "evidence": evidence} if {
	some workload in input.workloads
	workload.kind == "Deployment"
	holder := kubernetes.holder(workload)
	object.get(holder.attributes.spec, ["strategy", "type"], "RollingUpdate") == "RollingUpdate"
	not starts_none(holder.attributes.spec)
	some use in claims.single(workload)
	needs := array.concat(
		[
			{"resource": workload.id, "path": ["spec", "strategy", "rollingUpdate", "maxSurge"]},
			{"resource": workload.id, "path": ["spec", "replicas"]},
		],
		use.needs,
	)
	evidence := array.concat([{"resource": workload.id, "path": use.path, "note": "what it mounts"}], use.evidence)
	message := sprintf("The new pod cannot mount the claim \"%s\" while the old one has it: it is %s", [use.name, use.mode])
}

# No pod is started beside the old one, or there is none.
starts_none(spec) if object.get(spec, ["strategy", "rollingUpdate", "maxSurge"], "25%") in {0, "0", "0%"}

starts_none(spec) if attribute.number(spec.replicas) == 0
