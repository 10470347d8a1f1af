# METADATA
# title: Values of a Helm release hold a credential
# description: |
#   The values of a release are kept in every revision of it, printed by `helm get values`, and end wherever the
#   chart writes them. Terraform shows `set` and `values` in its plans; what Flux and Argo CD are given stands in the
#   object and in the repository.
# related_resources:
#   - https://registry.terraform.io/providers/hashicorp/helm/latest/docs/resources/release
#   - https://helm.sh/docs/helm/helm_get_values/
#   - https://fluxcd.io/flux/components/helm/helmreleases/#values-references
# custom:
#   severity: low
#   worst_case: {gain: worth, from: inside, effort: none}
#   profiles: [strict, security]
#   remediation: >-
#     Create a Secret beside the release and give the chart its name (`existingSecret` in most charts). Where
#     a value has to be handed over, use `set_sensitive`, or `valuesFrom` of Flux.
package policy.kubernetes.helm.values_credential

import data.lib.credential

deny contains {
	"resource": flow.id,
	"path": flow.path,
	"needs": flow.unknown,
	"by_reference": true,
	"evidence": credential.evidence(flow),
	"message": message,
} if {
	some flow in input.credential_flows
	flow.sink == "release-values"
	message := sprintf("The release's values hold %s; plans and `helm get values` show it", [credential.listed(flow)])
}
