resource "aws_ecr_repository" "shop" { # expect: aws-ecr-without-own-key
  name = "shop"
}

resource "aws_ecr_repository" "worker" {
  name = "worker"

  encryption_configuration { # expect: aws-ecr-without-own-key
    encryption_type = "KMS"
  }
}
