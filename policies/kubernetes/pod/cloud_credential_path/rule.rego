# METADATA
# title: Credentials that the node has for its cloud are mounted
# description: |
#   The path holds what the node, or whoever set it up, signs in to the cloud with: `azure.json` of AKS, or
#   the key files of the AWS, Google or Azure command line. `/etc/kubernetes` as a whole does so on AKS only.
#
#   Whoever gets into the pod takes them along and acts in the cloud account as the node, from anywhere.
# related_resources:
#   - https://kubernetes.io/docs/concepts/storage/volumes/#hostpath
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Remove the volume, and give the pod an identity of its own: IRSA or Pod Identity on EKS, Workload
#     Identity on GKE and AKS.
#   aliases: [C-0020]
package policy.kubernetes.pod.cloud_credential_path

import data.lib.kubernetes

deny contains {"resource": workload.id, "path": path, "message": message} if {
	some workload in input.workloads
	some at, volume in workload.pod_spec.volumes
	directory := volume.hostPath.path
	holds_credentials(workload, trim_right(directory, "/"))
	path := array.concat(workload.path, ["volumes", at, "hostPath", "path"])
	message := sprintf("Volume \"%s\" is %s of the node, where it keeps what it signs in to its cloud with", [object.get(volume, "name", ""), directory])
}

# The directory of `azure.json`. Of other nodes it holds how they sign in to the cluster, or nothing secret.
holds_credentials(workload, "/etc/kubernetes") if {
	some reference in kubernetes.holder(workload).references
	reference.relation == "runs-on"
	reference.kind == "azurerm_kubernetes_cluster"
}

holds_credentials(_, path) if path in {"/etc/kubernetes/azure.json", "/var/lib/cloud/instance", "/var/lib/cloud/instance/user-data.txt"}

holds_credentials(_, path) if {
	some end in ["/.aws", "/.aws/credentials", "/.aws/config", "/.config/gcloud", "/.azure", "/.gcloud"]
	endswith(path, end)
}

holds_credentials(_, path) if endswith(path, "/application_default_credentials.json")
