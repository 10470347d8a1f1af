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

# What lies in a store of one's own is rotated there.
resource "aws_kms_key" "cluster" {
  custom_key_store_id = "cks-1234567890abcdef0"
}

resource "aws_kms_key" "elsewhere" {
  custom_key_store_id = "cks-0987654321fedcba0"
  xks_key_id          = "bb8562717f809024"
}

resource "aws_kms_key" "disabled" {
  is_enabled = false
}
