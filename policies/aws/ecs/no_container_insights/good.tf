variable "insights" { # undecided: aws-ecs-no-container-insights
  type = string
}

resource "aws_ecs_cluster" "shop" {
  name = "shop"

  setting {
    name  = "containerInsights"
    value = "enabled"
  }
}

resource "aws_ecs_cluster" "either" {
  name = "either"

  setting {
    name  = "containerInsights"
    value = var.insights
  }
}
