variable "scan" { # undecided: aws-ecr-no-scan-on-push
  type = bool
}

resource "aws_ecr_repository" "shop" {
  name = "shop"

  image_scanning_configuration {
    scan_on_push = true
  }
}

resource "aws_ecr_repository" "either" {
  name = "either"

  image_scanning_configuration {
    scan_on_push = var.scan
  }
}
