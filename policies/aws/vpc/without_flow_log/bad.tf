resource "aws_vpc" "main" { # expect: aws-vpc-without-flow-log
  cidr_block = "10.0.0.0/16"
}

resource "aws_flow_log" "machine" {
  eni_id          = "eni-0123456789abcdef0"
  log_destination = "arn:aws:s3:::logs"
  traffic_type    = "ALL"
}

resource "aws_vpc" "other" {
  cidr_block = "10.1.0.0/16"
}

resource "aws_flow_log" "other" {
  vpc_id               = aws_vpc.other.id
  log_destination      = "arn:aws:s3:::logs"
  log_destination_type = "s3"
  traffic_type         = "ALL"
}

# The log is there to be switched on.
variable "flow_log" {
  type    = bool
  default = false # expect: aws-vpc-without-flow-log
}

resource "aws_vpc" "staging" {
  cidr_block = "10.2.0.0/16"
}

resource "aws_flow_log" "staging" {
  count = var.flow_log ? 1 : 0

  vpc_id               = aws_vpc.staging.id
  log_destination      = "arn:aws:s3:::logs"
  log_destination_type = "s3"
  traffic_type         = "ALL"
}

# Of a network that another file declares, which is not here.
resource "aws_flow_log" "elsewhere" {
  vpc_id               = aws_vpc.elsewhere.id
  log_destination      = "arn:aws:s3:::logs"
  log_destination_type = "s3"
  traffic_type         = "ALL"
}
