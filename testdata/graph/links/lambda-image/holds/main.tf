resource "aws_ecr_repository" "app" {
  name = "team/app"
}

variable "account" {}

resource "aws_lambda_function" "app" {
  function_name = "app"
  image_uri     = "${var.account}.dkr.ecr.eu-west-1.amazonaws.com/team/app:1"
}
