variable "type" { # undecided: aws-transfer-public-endpoint
  type = string
}

resource "aws_transfer_server" "partners" {
  endpoint_type = "VPC"
  protocols     = ["SFTP"]

  endpoint_details {
    vpc_id             = "vpc-0a"
    subnet_ids         = ["subnet-0a"]
    security_group_ids = ["sg-0a"]
  }
}

resource "aws_transfer_server" "scratch" {
  endpoint_type = var.type
}
