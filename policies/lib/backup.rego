# Backups that AWS Backup makes of resources: a plan has selections, which list ARNs or name tags.
package lib.backup

import data.lib.attribute
import data.lib.graph
import data.lib.setting

# Whether a selection takes `resource` in. `pattern` is the ARN of every resource of its kind: `arn:aws:rds:*:*:db:*`.
covers(resource, _) if {
	some selection in graph.referrers_via(resource, "aws_backup_selection", "resources")
	selection.id
}

covers(resource, pattern) if {
	some selection in input.resources.aws_backup_selection
	selection.root == resource.root
	not setting.is_set(selection.attributes, "condition")
	not attribute.is_unknown(selection, "condition")
	some listed in selection.attributes.resources
	listed in {"*", "arn:aws:*:*:*:*", pattern}
}

covers(resource, _) if {
	some selection in input.resources.aws_backup_selection
	selection.root == resource.root
	not setting.is_set(selection.attributes, "resources")
	some tag in selection.attributes.selection_tag
	resource.attributes.tags[tag.key] == tag.value
}

# An element of the list that names a resource is that resource, and no other.
names_one(selection, path) if {
	count(path) == 2
	path[0] == "resources"
	path[1] != "*"
	graph.refers_through(selection, path)
}

# What must be known before one can say that no selection takes `resource` in, as `needs`: what the selections say, and
# the tags that they ask for.
doubts(resource) := array.concat(
	[{"resource": selection.id, "path": [step | some step in path; step != "*"]} |
		some selection in input.resources.aws_backup_selection
		selection.root == resource.root
		some path in selection.unknown
		path[0] in {"resources", "selection_tag", "condition"}
		not names_one(selection, path)
	],
	[{"resource": resource.id, "path": ["tags", tag.key]} |
		some selection in input.resources.aws_backup_selection
		selection.root == resource.root
		some tag in selection.attributes.selection_tag
	],
)
