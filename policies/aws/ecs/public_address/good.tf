variable "public" { # undecided: aws-ecs-public-address
  type = bool
}

resource "aws_ecs_service" "shop" {
  name = "shop"

  network_configuration {
    subnets = ["subnet-0123456789abcdef0"]
  }
}

resource "aws_ecs_service" "either" {
  name = "either"

  network_configuration {
    subnets          = ["subnet-0123456789abcdef0"]
    assign_public_ip = var.public
  }
}
