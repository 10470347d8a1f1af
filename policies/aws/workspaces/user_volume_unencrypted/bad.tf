resource "aws_workspaces_workspace" "writer" { # expect: aws-workspaces-user-volume-unencrypted
  directory_id = "d-9067123456"
  bundle_id    = "wsb-bh8rsxt14"
  user_name    = "writer"
}

resource "aws_workspaces_workspace" "editor" {
  directory_id                   = "d-9067123456"
  bundle_id                      = "wsb-bh8rsxt14"
  user_name                      = "editor"
  user_volume_encryption_enabled = false # expect: aws-workspaces-user-volume-unencrypted
}
