# METADATA
# title: Disk is not encrypted
# description: A policy of which every condition is shown by a case.
# related_resources:
#   - https://example.com/disks
# custom:
#   severity: low
#   profiles: [strict, security]
#   remediation: Set `encrypted` to true.
package policy.acme.disk.unencrypted

deny contains {"resource": disk.id, "path": ["encrypted"], "needs": needs, "message": message} if {
	some disk in input.resources.aws_ebs_volume
	not disk.attributes.encrypted
	object.get(disk.attributes, "size", 100) >= 40
	needs := [{"resource": disk.id, "path": ["size"]}]
	message := "the disk is not encrypted"
}
