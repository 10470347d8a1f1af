variable "on" { # undecided: aws-kms-disabled-key
  type = bool
}

resource "aws_kms_key" "files" {
  description         = "files"
  enable_key_rotation = true
}

resource "aws_kms_key" "either" {
  description         = "either"
  enable_key_rotation = true
  is_enabled          = var.on
}
