# METADATA
# title: Encryption configuration leaves Secrets in plain text
# description: |
#   An EncryptionConfiguration tells the API server how to encrypt what it writes to etcd. The first provider of a
#   list is the one that new objects are written with; the others are only for reading what was written before.
#   `identity` is no encryption, and what no list names is not encrypted either.
#
#   Secrets then lie in etcd as they are, although there is a configuration that seems to encrypt them. Whoever gets
#   at a backup of etcd, its disk or its port reads every password and key of the cluster.
# related_resources:
#   - https://kubernetes.io/docs/tasks/administer-cluster/encrypt-data/
#   - https://kubernetes.io/docs/reference/config-api/apiserver-encryption.v1/
# custom:
#   severity: medium
#   worst_case: {gain: everything, from: above, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Put a provider that encrypts first in the list that names `secrets`, best `kms`, and `identity` last, for what
#     is not encrypted yet. Write the old Secrets again afterwards.
#   compliance:
#     cis-kubernetes-1.8: ["1.2.29"]
package policy.kubernetes.apiserver.secrets_left_plain

import data.lib.attribute

deny contains {"resource": file.id, "path": path, "message": message, "needs": needs} if {
	some file in input.resources["EncryptionConfiguration.apiserver.config.k8s.io"]
	some at in array.slice(lists(file), 0, 1)
	some first in array.slice(file.attributes.resources[at].providers, 0, 1)
	"identity" in object.keys(first)
	path := ["resources", at, "providers", 0, "identity"]
	needs := [{"resource": file.id, "path": ["resources", earlier, "resources"]} | some earlier in numbers.range(0, at)]
	message := "Secrets are written with the first provider, `identity`, which does not encrypt"
}

deny contains {"resource": file.id, "path": ["resources"], "message": message, "needs": needs} if {
	some file in input.resources["EncryptionConfiguration.apiserver.config.k8s.io"]
	count(file.attributes.resources) > 0
	count(lists(file)) == 0
	needs := attribute.unknown_in(file, ["resources"], ["resources"])
	message := "No list names `secrets`, so that they are not encrypted"
}

# The lists of providers that Secrets may be written with. The first counts.
lists(file) := [at |
	some at, list in file.attributes.resources
	some name in list.resources
	name in {"secrets", "*.", "*.*"}
]
