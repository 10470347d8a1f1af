variable "partner_api_key" {
  type      = string
  sensitive = true
}

resource "aws_sfn_state_machine" "sync" {
  name     = "sync"
  role_arn = "arn:aws:iam::111122223333:role/sync"
  definition = jsonencode({
    StartAt = "Call"
    States = {
      Call = {
        Type       = "Task"
        Resource   = "arn:aws:states:::apigateway:invoke"
        Parameters = { Headers = { "x-api-key" = var.partner_api_key } } # expect: aws-service-definition-credential
        End        = true
      }
    }
  })
}

resource "aws_ssm_document" "join" {
  name          = "join"
  document_type = "Command"
  content = jsonencode({
    schemaVersion = "2.2"
    mainSteps = [{
      action = "aws:runShellScript"
      name   = "join"
      inputs = { runCommand = ["join --password correct", "export JOIN_PASSWORD=correct-horse"] } # expect: aws-service-definition-credential
    }]
  })
}
