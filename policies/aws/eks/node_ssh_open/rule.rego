# METADATA
# title: EKS nodes take SSH from everywhere
# description: |
#   The machines of this node group get an SSH key, and no security groups are named from which SSH is let in. EKS
#   then makes a firewall rule that lets in the whole internet.
#
#   Nodes with a public address are found by scanners within minutes, and whoever has a node has every pod on it.
# related_resources:
#   - https://docs.aws.amazon.com/eks/latest/APIReference/API_RemoteAccessConfig.html
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `source_security_group_ids` to the security groups from which administrators connect, or remove
#     `remote_access` and log in through Session Manager.
#   aliases: [CKV_AWS_100]
package policy.aws.eks.node_ssh_open

import data.lib.setting

deny contains {
	"resource": group.id,
	"path": ["remote_access", i, "source_security_group_ids"],
	"needs": [{"resource": group.id, "path": ["remote_access", i, "ec2_ssh_key"]}],
	"message": "An SSH key is set and `source_security_group_ids` is not, so port 22 is open to 0.0.0.0/0",
} if {
	some group in input.resources.aws_eks_node_group
	some i, access in group.attributes.remote_access
	object.get(access, "ec2_ssh_key", "unknown") != ""
	not setting.is_set(access, "source_security_group_ids")
	has_key(group, access)
}

has_key(_, access) if setting.is_set(access, "ec2_ssh_key")

# A key that is not known yet.
has_key(group, _) if {
	some path in group.unknown
	path[0] == "remote_access"
}
