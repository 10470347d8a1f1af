# METADATA
# title: Volumes of the storage class are not encrypted
# description: |
#   Disks that this class makes on AWS are not encrypted unless `encrypted` is set, or the account encrypts
#   all disks by itself.
#
#   Whoever gets at a snapshot or at the storage below then reads what is on them.
# related_resources:
#   - https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/parameters.md
# custom:
#   severity: low
#   worst_case: {gain: worth, from: above, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `parameters.encrypted: "true"`. Volumes that exist have to be made anew.
#   aliases: [C-0264]
package policy.kubernetes.storage.unencrypted_class

import data.lib.attribute

deny contains {"resource": class.id, "path": ["parameters", "encrypted"], "message": message} if {
	some class in input.resources.StorageClass
	class.attributes.provisioner in {"ebs.csi.aws.com", "ebs.csi.eks.amazonaws.com", "kubernetes.io/aws-ebs"}
	not attribute.is_true(class.attributes.parameters.encrypted)
	message := sprintf("Disks that %s makes are not encrypted by this class", [class.attributes.provisioner])
}
