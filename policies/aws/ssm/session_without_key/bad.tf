resource "aws_ssm_document" "session" {
  name          = "session"
  document_type = "Session"
  content = jsonencode({
    schemaVersion = "1.0"
    sessionType   = "Standard_Stream"
    inputs = { # expect: aws-ssm-session-without-key
      s3BucketName = "sessions"
    }
  })
}

resource "aws_ssm_document" "yaml" {
  name            = "yaml"
  document_type   = "Session"
  document_format = "YAML"
  content         = "schemaVersion: '1.0'\ninputs:\n  s3BucketName: sessions\n  kmsKeyId: ''\n" # expect: aws-ssm-session-without-key
}
