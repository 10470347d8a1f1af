variable "bucket" { # undecided: aws-ssm-session-without-log
  type = string
}

resource "aws_ssm_document" "session" {
  name          = "session"
  document_type = "Session"
  content = jsonencode({
    schemaVersion = "1.0"
    sessionType   = "Standard_Stream"
    inputs = {
      s3BucketName        = "sessions"
      s3EncryptionEnabled = true
    }
  })
}

resource "aws_ssm_document" "yaml" {
  name            = "yaml"
  document_type   = "Session"
  document_format = "YAML"
  content         = <<-EOF
    schemaVersion: '1.0'
    inputs:
      cloudWatchLogGroupName: sessions
  EOF
}

resource "aws_ssm_document" "either" {
  name          = "either"
  document_type = "Session"
  content = jsonencode({
    schemaVersion = "1.0"
    inputs = {
      s3BucketName = var.bucket
    }
  })
}
