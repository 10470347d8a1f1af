# METADATA
# title: EMR cluster lets the internet in
# description: |
#   The machines of an EMR cluster have consoles and ports over which programs are started, most of them without a
#   password. A firewall that lets the whole internet in to them, on any port, offers the machines and the data that
#   they work on to everyone who scans for them.
# related_resources:
#   - https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-security-groups.html
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Name the networks of those who use the cluster instead, or reach its consoles through Session Manager or a
#     VPN.
#   aliases: [CKV2_AWS_7]
package policy.aws.emr.open_to_internet

import data.lib.graph
import data.lib.security_group

deny contains {
	"resource": cluster.id,
	"at": opening.resource,
	"path": opening.path,
	"message": sprintf("Of %s, a firewall of the cluster lets in all of %s", [cluster.address, opening.cidr]),
} if {
	some cluster in input.resources.aws_emr_cluster
	some kind in ["aws_security_group", "aws_default_security_group"]
	some group in graph.targets_via(cluster, kind, "ec2_attributes")
	some opening in security_group.from_internet
	belongs(opening, group)
}

# It is unknown which firewalls the cluster has.
deny contains {
	"resource": cluster.id,
	"path": [step | some step in path; step != "*"],
	"message": "The cluster may have a firewall that lets in the whole internet",
} if {
	some cluster in input.resources.aws_emr_cluster
	some path in cluster.unknown
	path[0] == "ec2_attributes"
	is_about_groups(path)
	not graph.refers_through(cluster, [step | some step in path; step != "*"])
	count(security_group.from_internet) > 0
}

is_about_groups(path) if count(path) <= 2

is_about_groups(path) if contains(path[2], "security_group")

# Rules lie in the group, or refer to it.
belongs(opening, group) if opening.resource == group.id

belongs(opening, group) if {
	some reference in group.referred_by
	reference.id == opening.resource
	reference.via[0] == "security_group_id"
}
