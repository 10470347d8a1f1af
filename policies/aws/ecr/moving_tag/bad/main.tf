resource "aws_ecr_repository" "shop" {
  name                 = "shop/web"
  image_tag_mutability = "MUTABLE" # expect: aws-ecr-moving-tag
}

resource "aws_ecr_repository" "mail" { # expect: aws-ecr-moving-tag
  name = "mail"
}

resource "aws_ecs_task_definition" "mail" {
  family = "mail"

  container_definitions = jsonencode([{
    name  = "mail"
    image = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/mail"
  }])
}

# It cannot be told what is run.
variable "image" {
  type = string
}

resource "aws_ecs_task_definition" "jobs" {
  family = "jobs"

  container_definitions = jsonencode([{
    name  = "jobs"
    image = var.image
  }])
}

resource "aws_ecr_repository" "jobs" { # undecided: aws-ecr-moving-tag
  name = "jobs"
}
