variable "directory" { # undecided: aws-efs-access-point-to-root
  type = string
}

resource "aws_efs_access_point" "shop" {
  file_system_id = "fs-12345678"

  root_directory {
    path = "/shop"

    creation_info {
      owner_uid   = 1000
      owner_gid   = 1000
      permissions = "750"
    }
  }
}

resource "aws_efs_access_point" "given" {
  file_system_id = "fs-12345678"

  root_directory {
    path = var.directory
  }
}
