# METADATA
# title: Key that encrypts Secrets in etcd is written in the file
# description: |
#   The providers `aescbc`, `aesgcm` and `secretbox` take their keys from the EncryptionConfiguration itself. The file
#   is meant for the disk of the control plane, where nobody but the API server reads it.
#
#   In a repository everybody who sees a copy of it has the key, and deleting the file later leaves it in the history.
#   With a backup of etcd, or its disk, they read every Secret of the cluster.
# related_resources:
#   - https://kubernetes.io/docs/tasks/administer-cluster/encrypt-data/
#   - https://kubernetes.io/docs/tasks/administer-cluster/kms-provider/
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   written: [resources]
#   remediation: >-
#     Use `kms`, so that no key is in the file, or put the key in when the control plane is set up. Replace the key, and
#     write all Secrets again: it stays in the history.
package policy.kubernetes.apiserver.encryption_key_in_file

import data.lib.literal

deny contains {"resource": file.id, "path": path, "message": message} if {
	some file in input.resources["EncryptionConfiguration.apiserver.config.k8s.io"]
	some at, list in file.attributes.resources
	some place, provider in list.providers
	some method in ["aescbc", "aesgcm", "secretbox"]
	some number, key in provider[method].keys
	literal.real(key.secret)
	path := ["resources", at, "providers", place, method, "keys", number, "secret"]
	message := sprintf("The file has a key of `%s`", [method])
}
