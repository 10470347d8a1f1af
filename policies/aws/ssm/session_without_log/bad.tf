resource "aws_ssm_document" "session" {
  name          = "session"
  document_type = "Session"
  content = jsonencode({
    schemaVersion = "1.0"
    sessionType   = "Standard_Stream"
    inputs = {
      s3BucketName           = "" # expect: aws-ssm-session-without-log
      cloudWatchLogGroupName = ""
    }
  })
}

resource "aws_ssm_document" "plain" {
  name          = "plain"
  document_type = "Session"
  content = jsonencode({
    schemaVersion = "1.0"
    sessionType   = "Standard_Stream"
    inputs = {
      s3BucketName        = "sessions"
      s3EncryptionEnabled = false # expect: aws-ssm-session-without-log
    }
  })
}

resource "aws_ssm_document" "yaml" {
  name            = "yaml"
  document_type   = "Session"
  document_format = "YAML"
  content         = "inputs:\n  cloudWatchLogGroupName: sessions\n  cloudWatchEncryptionEnabled: false\n" # expect: aws-ssm-session-without-log
}
