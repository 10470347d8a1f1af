resource "aws_efs_file_system" "shared" { # expect: aws-efs-without-own-key
  creation_token = "shared"
  encrypted      = true
}
