# The module is not here, and may make the log.
resource "aws_vpc" "main" { # undecided: aws-vpc-without-flow-log
  cidr_block = "10.0.0.0/16"
}

module "flow_log" {
  source  = "example/flow-log/aws"
  version = "2.0.0"

  vpc_id = aws_vpc.main.id
}
