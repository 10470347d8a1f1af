variable "encrypted" { # undecided: aws-efs-unencrypted
  type = bool
}

resource "aws_efs_file_system" "shared" {
  creation_token = "shared"
  encrypted      = true
}

resource "aws_efs_file_system" "either" {
  creation_token = "either"
  encrypted      = var.encrypted
}
