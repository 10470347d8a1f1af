variable "rotate" { # undecided: aws-kms-no-rotation
  type = bool
}

resource "aws_kms_key" "orders" {
  enable_key_rotation = true
}

resource "aws_kms_key" "signing" {
  customer_master_key_spec = "ECC_NIST_P256"
  key_usage                = "SIGN_VERIFY"
}

resource "aws_kms_key" "either" {
  enable_key_rotation = var.rotate
}
