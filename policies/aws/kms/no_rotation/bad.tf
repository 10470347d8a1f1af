resource "aws_kms_key" "default" { # expect: aws-kms-no-rotation
  description = "Orders"
}

variable "rotate" {
  default = false # expect: aws-kms-no-rotation
}

resource "aws_kms_key" "off" {
  customer_master_key_spec = "SYMMETRIC_DEFAULT"
  enable_key_rotation      = var.rotate
}
