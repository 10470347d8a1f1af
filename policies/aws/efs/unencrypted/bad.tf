resource "aws_efs_file_system" "shared" { # expect: aws-efs-unencrypted
  creation_token = "shared"
}

resource "aws_efs_file_system" "plain" {
  creation_token = "plain"
  encrypted      = false # expect: aws-efs-unencrypted
}
