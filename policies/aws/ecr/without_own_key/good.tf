variable "key" { # undecided: aws-ecr-without-own-key
  type = string
}

resource "aws_ecr_repository" "shop" {
  name = "shop"

  encryption_configuration {
    encryption_type = "KMS"
    kms_key         = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
  }
}

resource "aws_ecr_repository" "either" {
  name = "either"

  encryption_configuration {
    encryption_type = "KMS"
    kms_key         = var.key
  }
}
