resource "aws_ecr_repository" "app" {
  name = "team/app"
}

variable "image" {}

resource "aws_lambda_function" "app" {
  function_name = "app"
  image_uri     = var.image
}

resource "aws_lambda_function" "part" {
  function_name = "part"
  image_uri     = "1.dkr.ecr.eu-west-1.amazonaws.com/${var.image}:1"
}
