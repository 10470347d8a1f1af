# METADATA
# title: Persistent volume is a directory of a node
# description: |
#   A PersistentVolume with `hostPath` is a directory of whichever node its pod happens to run on. On another node
#   the pod finds another directory, mostly an empty one: the data seems to be lost. Kubernetes has it for clusters
#   of a single node, to try things out.
#
#   Whoever may use the claim gets files of the node past what keeps containers apart, and a rule against `hostPath`
#   in pods does not see it, since the pod only names a claim.
# related_resources:
#   - https://kubernetes.io/docs/concepts/storage/persistent-volumes/#types-of-persistent-volumes
#   - https://kubernetes.io/docs/concepts/storage/volumes/#hostpath
#   - https://kubernetes.io/docs/concepts/storage/volumes/#local
# custom:
#   severity: low
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [strict, security, reliability]
#   remediation: >-
#     Use a storage class that makes volumes, or a `local` volume on a disk of its own, with the `nodeAffinity` that
#     such a volume must have.
package policy.kubernetes.storage.host_path

deny contains {"resource": volume.id, "path": ["spec", "hostPath"], "message": message} if {
	some volume in input.resources.PersistentVolume
	mounted := volume.attributes.spec.hostPath
	message := sprintf("The volume is %s of a node", [object.get(mounted, "path", "a directory")])
}
