variable "networks" {
  type = list(object({ subnets = list(string), groups = list(string) }))
}

resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::111122223333:role/orders"

  vpc_config {
    subnet_ids         = ["subnet-0123456789abcdef0"]
    security_group_ids = ["sg-0123456789abcdef0"]
  }
}

resource "aws_lambda_function" "either" {
  function_name = "either"
  role          = "arn:aws:iam::111122223333:role/orders"

  dynamic "vpc_config" {
    for_each = var.networks # undecided: aws-lambda-outside-network

    content {
      subnet_ids         = vpc_config.value.subnets
      security_group_ids = vpc_config.value.groups
    }
  }
}
