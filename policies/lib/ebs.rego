# Whether disks are encrypted where nothing says so at the disk.
package lib.ebs

import data.lib.attribute
import data.lib.graph

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

# What would have to be known to say that the root disk made of the image that `argument` names is not encrypted, as
# `needs`. One of an image of one's own is as the snapshots in the image are; images for everybody are not encrypted.
doubts_of_image(machine, argument) := array.concat(
	[{"resource": machine.id, "path": [argument]} |
		some kind in {"aws_ami", "aws_ami_copy", "aws_ami_from_instance", "data.aws_ami"}
		some image in graph.targets_via(machine, kind, argument)
		is_own(kind, image)
	],
	[{"resource": image.id, "path": path} |
		some image in graph.targets_via(machine, "data.aws_ami", argument)
		some path in image.unknown
		path[0] == "owners"
	],
)

is_own("data.aws_ami", image) if "self" in image.attributes.owners

is_own(kind, _) if kind != "data.aws_ami"

# By the names that root disks have.
is_root(disk) if disk.device_name in {"/dev/xvda", "/dev/sda1", "/dev/sda"}
