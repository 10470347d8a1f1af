# METADATA
# title: Claim asks for a storage class that is not there
# description: |
#   A claim on storage names the class by which its volume is made. Where the cluster has no class of that name, no
#   volume is ever made: the claim stays pending, and so do the pods that mount it.
#
#   Other classes are declared here, and none of that name, nor a volume that is kept for it.
# related_resources:
#   - https://kubernetes.io/docs/concepts/storage/storage-classes/
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, reliability]
#   remediation: >-
#     Give `storageClassName` the name of a class that is there, or add the StorageClass.
package policy.kubernetes.storage.missing_class

import data.lib.pods
import data.lib.scope

deny contains {"resource": claim.resource.id, "path": claim.path, "message": message, "needs": doubt} if {
	some claim in claims
	not claim.name in brought
	not scope.is_pending(claim.name)
	root := claim.resource.root
	not pods.any_linked(claim.resource, claim.path)
	not scope.is_open(root)
	not scope.in_other_scope(classes, root, claim.name)
	not claim.name in volumes
	doubt := array.concat(scope.nameless("*", "StorageClass"), unclear_volumes)
	others := array.concat(object.get(seen, root, []), ["one whose name is unknown" | some _ in doubt])
	some other in array.slice(others, 0, 1)
	message := sprintf("No StorageClass \"%s\" found, though scope \"%s\" declares others, such as \"%s\"; %s", [
		claim.name,
		root,
		other,
		scope.caution,
	])
}

claims := array.concat(
	[{"resource": claim, "name": claim.attributes.spec.storageClassName, "path": ["spec", "storageClassName"]} |
		some claim in input.resources.PersistentVolumeClaim
		claim.attributes.spec.storageClassName != ""
	],
	[{
		"resource": set,
		"name": template.spec.storageClassName,
		"path": ["spec", "volumeClaimTemplates", at, "spec", "storageClassName"],
	} |
		some set in input.resources.StatefulSet
		some at, template in set.attributes.spec.volumeClaimTemplates
		template.spec.storageClassName != ""
	],
)

# Classes that clusters come with.
brought := {
	"azurefile", "azurefile-csi", "azurefile-csi-premium", "azurefile-premium", "default", "do-block-storage", "gp2",
	"gp2-csi", "gp3", "gp3-csi", "hostpath", "local-path", "managed", "managed-csi", "managed-csi-premium",
	"managed-premium", "microk8s-hostpath", "oci-bv", "premium-rwo", "premium-rwx", "standard", "standard-rwo",
	"standard-rwx", "thin", "thin-csi", "vultr-block-storage",
}

# A volume of the same class needs no class that makes it.
volumes := {volume.attributes.spec.storageClassName | some volume in input.resources.PersistentVolume}

unclear_volumes := array.slice([need |
	some volume in input.resources.PersistentVolume
	some need in scope.unknown(volume, ["spec", "storageClassName"])
], 0, 1)

classes := scope.by_name("StorageClass")

seen := {root: [class.name | some class in input.resources.StorageClass; class.root == root] |
	some one in input.resources.StorageClass
	root := one.root
}
