resource "aws_ecr_repository" "app" {
  name = "team/app"
}

