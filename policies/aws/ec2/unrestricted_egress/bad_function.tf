# Nobody connects to a function, but it connects to others.
resource "aws_security_group" "function" {
  name = "function"

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"] # expect: aws-ec2-unrestricted-egress
  }
}

resource "aws_lambda_function" "function" {
  function_name = "function"
  role          = "arn:aws:iam::111122223333:role/function"
  handler       = "main.handler"
  runtime       = "python3.13"
  filename      = "function.zip"

  vpc_config {
    subnet_ids         = ["subnet-0a1b2c3d"]
    security_group_ids = [aws_security_group.function.id]
  }
}

# An endpoint only answers.
resource "aws_security_group" "endpoint" {
  name = "endpoint"
}

resource "aws_vpc_security_group_egress_rule" "endpoint" {
  security_group_id = aws_security_group.endpoint.id
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_endpoint" "endpoint" {
  vpc_id             = "vpc-0a1b2c3d"
  service_name       = "com.amazonaws.eu-west-1.sqs"
  vpc_endpoint_type  = "Interface"
  security_group_ids = [aws_security_group.endpoint.id]
}
