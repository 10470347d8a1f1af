resource "aws_ecs_cluster" "shop" { # expect: aws-ecs-no-container-insights
  name = "shop"
}

resource "aws_ecs_cluster" "off" {
  name = "off"

  setting {
    name  = "containerInsights"
    value = "disabled" # expect: aws-ecs-no-container-insights
  }
}
