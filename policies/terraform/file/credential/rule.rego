# METADATA
# title: Credential is written into a local file
# description: |
#   `local_file` writes a file that everyone on the machine may read, on a developer's disk or in the workspace
#   of a pipeline, where caches and artefacts pick it up, unless `file_permission` says otherwise. The plan shows its
#   content.
# related_resources:
#   - https://registry.terraform.io/providers/hashicorp/local/latest/docs/resources/sensitive_file
# custom:
#   severity: low
#   worst_case: {gain: worth, from: inside, effort: none}
#   profiles: [strict, security]
#   remediation: >-
#     Use `local_sensitive_file`, which only its owner may read and which plans do not show, or fetch the
#     credential from a secret store where it is needed.
package policy.terraform.file.credential

import data.lib.credential

deny contains {
	"resource": flow.id,
	"path": flow.path,
	"needs": array.concat(flow.unknown, [{"resource": flow.id, "path": ["file_permission"]}]),
	"by_reference": true,
	"evidence": credential.evidence(flow),
	"message": message,
} if {
	some flow in input.credential_flows
	flow.sink == "file"
	not is_kept(input.resources[flow.kind][flow.index])
	message := sprintf("The file, which every user of the machine may read, holds %s", [credential.listed(flow)])
}

# Others than the owner and its group have no rights.
is_kept(file) if endswith(file.attributes.file_permission, "0")
