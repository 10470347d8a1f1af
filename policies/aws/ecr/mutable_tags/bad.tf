resource "aws_ecr_repository" "shop" { # expect: aws-ecr-mutable-tags
  name = "shop"
}

resource "aws_ecr_repository" "worker" {
  name                 = "worker"
  image_tag_mutability = "MUTABLE" # expect: aws-ecr-mutable-tags
}
