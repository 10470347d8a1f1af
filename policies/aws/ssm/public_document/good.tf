variable "accounts" { # undecided: aws-ssm-public-document
  type = string
}

resource "aws_ssm_document" "patch" {
  name          = "patch"
  document_type = "Command"
  content       = jsonencode({ schemaVersion = "2.2", mainSteps = [] })

  permissions = {
    type        = "Share"
    account_ids = "111122223333,444455556666"
  }
}

resource "aws_ssm_document" "either" {
  name          = "either"
  document_type = "Command"
  content       = jsonencode({ schemaVersion = "2.2", mainSteps = [] })

  permissions = {
    type        = "Share"
    account_ids = var.accounts
  }
}
