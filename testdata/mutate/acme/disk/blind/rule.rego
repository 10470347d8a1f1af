# METADATA
# title: Disk is blind
# description: A policy that is wrong on purpose, in every way that changing its cases can show.
# related_resources:
#   - https://example.com/disks
# custom:
#   severity: low
#   profiles: [strict, security]
#   remediation: Set `encrypted` to true.
package policy.acme.disk.blind

# No case shows what `type` is for, and where `encrypted` is unknown, `size` is not.
deny contains {"resource": disk.id, "path": ["size"], "message": "the disk is not encrypted"} if {
	some disk in input.resources.aws_ebs_volume
	not disk.attributes.encrypted
	object.get(disk.attributes, "type", "gp3") != "st1"
}

# No case has a copy.
deny contains {"resource": copy.id, "path": ["encrypted"], "message": "the copy is not encrypted"} if {
	some copy in input.resources.aws_ebs_snapshot_copy
	copy.attributes.encrypted == false
}

# No snapshot is that large, and no good case has one.
deny contains {"resource": snapshot.id, "path": ["description"], "message": "a snapshot outlives its disk"} if {
	some snapshot in input.resources.aws_ebs_snapshot
	object.get(snapshot.attributes, "volume_size", 0) < 1000000
}
