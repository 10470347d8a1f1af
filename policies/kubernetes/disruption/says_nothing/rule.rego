# METADATA
# title: Disruption budget says no number
# description: |
#   A budget with neither `minAvailable` nor `maxUnavailable` does not say how many pods must stay, so that it
#   protects nothing that anybody chose.
#
#   Its author meant the application to stay while nodes are drained; whether it does is left to chance.
# related_resources:
#   - https://kubernetes.io/docs/tasks/run-application/configure-pdb/
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [default, reliability]
#   remediation: >-
#     Set `maxUnavailable: 1`, or what the application bears.
#   aliases: [poddisruptionbudget-has-policy]
package policy.kubernetes.disruption.says_nothing

deny contains {"resource": budget.id, "path": ["spec", "maxUnavailable"], "message": message, "needs": needs} if {
	some budget in input.resources.PodDisruptionBudget
	every field in ["minAvailable", "maxUnavailable"] { object.get(budget.attributes.spec, field, "") == "" }
	needs := [{"resource": budget.id, "path": ["spec", "minAvailable"]}]
	message := "The budget sets neither minAvailable nor maxUnavailable"
}
