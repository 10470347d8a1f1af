# METADATA
# title: WorkSpace does not encrypt its user volume
# description: |
#   On the user volume of a WorkSpace, a desktop in the cloud, lie the files of who works there. Without encryption
#   at rest the data lies in plain form on disks that AWS manages, and in every backup and snapshot of them. A
#   snapshot that is shared by mistake can be read by who receives it.
#
#   Encryption costs nothing but can only be chosen when the WorkSpace is made.
# related_resources:
#   - https://docs.aws.amazon.com/workspaces/latest/adminguide/encrypt-workspaces.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: above, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `user_volume_encryption_enabled` to `true`, and `volume_encryption_key` to the key, `alias/aws/workspaces`
#     if none of your own. An existing WorkSpace has to be made anew.
#   aliases: [CKV_AWS_155, AWS-0109, AC_AWS_0504]
package policy.aws.workspaces.user_volume_unencrypted

import data.lib.setting

deny contains {"resource": workspace.id, "path": ["user_volume_encryption_enabled"], "message": message} if {
	some workspace in input.resources.aws_workspaces_workspace
	message := setting.off(workspace.attributes, "user_volume_encryption_enabled")
}
