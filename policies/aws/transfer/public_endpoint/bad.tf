resource "aws_transfer_server" "partners" { # expect: aws-transfer-public-endpoint
  protocols = ["SFTP"]
}

resource "aws_transfer_server" "banks" {
  endpoint_type = "PUBLIC" # expect: aws-transfer-public-endpoint
  protocols     = ["SFTP"]
}
