variable "mutability" { # undecided: aws-ecr-mutable-tags
  type = string
}

resource "aws_ecr_repository" "shop" {
  name                 = "shop"
  image_tag_mutability = "IMMUTABLE"
}

resource "aws_ecr_repository" "either" {
  name                 = "either"
  image_tag_mutability = var.mutability
}
