# METADATA
# title: Credential is written into the values of a Helm release
# description: |
#   What a chart is given stands in the repository, in every revision of the release, and in the object that Flux or
#   Argo CD reads. Everyone who sees one of these has the credential, and deleting it later leaves it in the history.
#
#   Such credentials are seldom replaced, and the same one is then used wherever the release is put.
# related_resources:
#   - https://helm.sh/docs/helm/helm_get_values/
#   - https://fluxcd.io/flux/components/helm/helmreleases/#values-references
#   - https://argo-cd.readthedocs.io/en/stable/operator-manual/secret-management/
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   written: ["*"]
#   remediation: >-
#     Create a Secret outside the repository (External Secrets, Sealed Secrets, SOPS), give the chart its name
#     (`existingSecret` in most charts), or hand it over with `valuesFrom` of Flux. Replace the credential.
#   covers: [kubernetes-helm-values-credential]
package policy.kubernetes.helm.written_credential

deny contains {
	"resource": flow.id,
	"path": flow.path,
	"needs": flow.unknown,
	"by_reference": true,
	"message": message,
} if {
	some flow in input.credential_flows
	flow.sink == "release-values"
	message := told(flow)
}

told(flow) := sprintf("The release's values hold %s", [concat(" and ", written)]) if {
	written := [credential.what | some credential in flow.credentials; is_written(credential)]
	count(written) > 0
}

told(flow) := "The release's values hold what may be a credential" if count(flow.credentials) == 0

# Neither made by a resource, nor handed over from outside.
is_written(credential) if {
	count(credential.stations) == 0
	not regex.match("^the (sensitive )?variable ", credential.what)
}
