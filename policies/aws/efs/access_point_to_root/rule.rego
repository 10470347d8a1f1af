# METADATA
# title: Access point gives the whole file system
# description: |
#   An access point of EFS is a way into a file system for one application, with a directory of its own and a user
#   that files belong to. Without a directory it gives the whole file system.
#
#   Whoever gets into the application reads and changes what others keep there, as far as the permissions of the files
#   let them.
# related_resources:
#   - https://docs.aws.amazon.com/efs/latest/ug/enforce-root-directory-access-point.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/efs-controls.html#efs-3
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `root_directory.path` to a directory for the application, with `creation_info`.
package policy.aws.efs.access_point_to_root

import data.lib.setting

deny contains {"resource": point.id, "path": ["root_directory", 0, "path"], "message": message} if {
	some point in input.resources.aws_efs_access_point
	directory := setting.block(point.attributes, "root_directory")
	message := whole(directory)
}

whole(directory) := setting.missing(directory, "path")

whole(directory) := "`path` is `/`, the whole file system" if directory.path == "/"
