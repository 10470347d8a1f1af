# Whether disks are encrypted where nothing says so at the disk.
package lib.ebs

import data.lib.attribute

# The configuration has its account encrypt every new disk.
encrypts(root) if {
	some setting in defaults(root)
	not attribute.is_false(setting.attributes.enabled)
	not attribute.is_unknown(setting, "enabled")
}

# What would have to be known to say that it does not, as `needs`.
doubts(root) := [{"resource": setting.id, "path": ["enabled"]} | some setting in defaults(root)]

defaults(root) := [setting |
	some setting in input.resources.aws_ebs_encryption_by_default
	setting.root == root
]

# What is wrong with a disk's `encrypted`; undefined for one that is made of a snapshot and says nothing, since it is
# encrypted as that is.
fault(disk) := message if {
	not is_as_its_snapshot(disk)
	message := fault_of_new(disk)
}

is_as_its_snapshot(disk) if {
	not "encrypted" in object.keys(disk)
	object.get(disk, "snapshot_id", "") != ""
}

# The same for what names no snapshot.
fault_of_new(disk) := "`encrypted` is `false`" if attribute.is_false(disk.encrypted)

fault_of_new(disk) := "`encrypted` is not set, and the default is no encryption" if {
	not "encrypted" in object.keys(disk)
}
