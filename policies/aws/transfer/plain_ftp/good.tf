variable "protocols" { # undecided: aws-transfer-plain-ftp
  type = list(string)
}

resource "aws_transfer_server" "partners" {
  endpoint_type = "VPC"
  protocols     = ["SFTP", "FTPS"]
}

resource "aws_transfer_server" "scratch" {
  endpoint_type = "VPC"
  protocols     = var.protocols
}
