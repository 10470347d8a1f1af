# Each tag stays what it is.
resource "aws_ecr_repository" "shop" {
  name                 = "shop/web"
  image_tag_mutability = "IMMUTABLE"
}

# What is run names versions.
resource "aws_ecr_repository" "search" {
  name = "search"
}

# Nothing here runs it.
resource "aws_ecr_repository" "tools" {
  name = "tools"
}
