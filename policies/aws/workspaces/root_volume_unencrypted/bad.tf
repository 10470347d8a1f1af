resource "aws_workspaces_workspace" "writer" { # expect: aws-workspaces-root-volume-unencrypted
  directory_id = "d-9067123456"
  bundle_id    = "wsb-bh8rsxt14"
  user_name    = "writer"
}

resource "aws_workspaces_workspace" "editor" {
  directory_id                   = "d-9067123456"
  bundle_id                      = "wsb-bh8rsxt14"
  user_name                      = "editor"
  root_volume_encryption_enabled = false # expect: aws-workspaces-root-volume-unencrypted
}
