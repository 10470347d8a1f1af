resource "aws_ecr_repository" "shop" { # expect: aws-ecr-no-scan-on-push
  name = "shop"
}

resource "aws_ecr_repository" "worker" {
  name = "worker"

  image_scanning_configuration {
    scan_on_push = false # expect: aws-ecr-no-scan-on-push
  }
}
