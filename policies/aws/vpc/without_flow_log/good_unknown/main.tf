variable "vpc_id" {
  type = string
}

resource "aws_vpc" "main" { # undecided: aws-vpc-without-flow-log
  cidr_block = "10.0.0.0/16"
}

resource "aws_flow_log" "some" {
  vpc_id               = var.vpc_id
  log_destination      = "arn:aws:s3:::logs"
  log_destination_type = "s3"
  traffic_type         = "ALL"
}
