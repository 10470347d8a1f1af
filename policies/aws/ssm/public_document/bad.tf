resource "aws_ssm_document" "patch" {
  name          = "patch"
  document_type = "Command"
  content       = jsonencode({ schemaVersion = "2.2", mainSteps = [] })

  permissions = {
    type        = "Share"
    account_ids = "All" # expect: aws-ssm-public-document
  }
}
