# METADATA
# title: Every user of the cluster may read objects
# description: |
#   The binding gives a role to everybody, but the role reads only: objects of kinds that are not Kubernetes'
#   own, single ConfigMaps, or the public keys of the cluster. That is often meant so, for a catalogue that all
#   teams choose from.
#
#   Such objects then must not hold what only some may see: an intruder in any pod reads them, too.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege
#   - https://kubernetes.io/docs/reference/access-authn-authz/rbac/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Name the groups or service accounts that read these objects, or see to it that nothing secret is in them.
#   aliases: [C-0265]
package policy.kubernetes.rbac.everybody_reads

import data.lib.everybody

deny contains {
	"resource": given.binding.id,
	"path": given.path,
	"evidence": everybody.evidence(given),
	"needs": everybody.needs(given),
	"message": everybody.message(given),
} if {
	some given in everybody.given
	everybody.is_harmless(given)
}
