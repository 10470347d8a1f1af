variable "encrypted" { # undecided: aws-workspaces-root-volume-unencrypted
  type = bool
}

resource "aws_workspaces_workspace" "writer" {
  directory_id                   = "d-9067123456"
  bundle_id                      = "wsb-bh8rsxt14"
  user_name                      = "writer"
  root_volume_encryption_enabled = true
  volume_encryption_key          = "alias/aws/workspaces"
}

resource "aws_workspaces_workspace" "guest" {
  directory_id                   = "d-9067123456"
  bundle_id                      = "wsb-bh8rsxt14"
  user_name                      = "guest"
  root_volume_encryption_enabled = var.encrypted
}
