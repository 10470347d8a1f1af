resource "aws_efs_access_point" "shop" { # expect: aws-efs-access-point-to-root
  file_system_id = "fs-12345678"

  posix_user {
    uid = 1000
    gid = 1000
  }
}

resource "aws_efs_access_point" "root" {
  file_system_id = "fs-12345678"

  root_directory {
    path = "/" # expect: aws-efs-access-point-to-root
  }
}
