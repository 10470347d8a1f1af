# METADATA
# title: Selector does not match the pods of the template
# description: |
#   A controller counts as its own the pods that its selector matches. If the labels of its template are others, the
#   pods it makes would not be its own, and it would make more without end. Kubernetes therefore refuses the object,
#   and nothing of it is deployed.
#
#   Where the object exists in an earlier form, every change of it is refused, so that a fix does not arrive either.
# related_resources:
#   - https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, reliability]
#   remediation: >-
#     Give `template.metadata.labels` every label that the selector asks for.
#   aliases: [mismatching-selector, C-0296, deployment-pod-selector-labels-match-template-metadata-labels, statefulset-pod-selector-labels-match-template-metadata-labels]
package policy.kubernetes.workload.selector_mismatch

import data.lib.kubernetes
import data.lib.pods
import data.lib.scope
import data.lib.selector

deny contains {"resource": workload.id, "path": path, "message": message, "needs": needs} if {
	some workload in input.workloads
	holder := kubernetes.holder(workload)
	some [path, wanted] in selectors(workload.kind, holder.attributes.spec)
	unmet := selector.unmet(wanted, workload.labels)
	count(unmet) > 0
	needs := array.concat(scope.unknown(holder, path), scope.unknown(holder, pods.labels_path(workload)))
	message := sprintf("The labels of the pods do not meet what the selector asks for `%s`", [concat("`, `", unmet)])
}

# The selector of each kind, and where it stands.
selectors(kind, spec) := [[["spec", "selector"], wanted] |
	wanted := spec.selector
] if {
	kind in {"DaemonSet", "Deployment", "Job", "ReplicaSet", "Rollout.argoproj.io", "StatefulSet"}
}

selectors("CronJob", spec) := [[["spec", "jobTemplate", "spec", "selector"], wanted] |
	wanted := spec.jobTemplate.spec.selector
]

selectors(kind, spec) := [[["spec", "selector"], {"matchLabels": wanted}] |
	wanted := spec.selector
] if {
	kind in {"DeploymentConfig.apps.openshift.io", "ReplicationController"}
}
