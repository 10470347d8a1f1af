resource "aws_glue_security_configuration" "jobs" {
  name = "jobs"

  encryption_configuration {
    cloudwatch_encryption {
      cloudwatch_encryption_mode = "DISABLED" # expect: aws-glue-job-unencrypted
    }

    job_bookmarks_encryption {
      job_bookmarks_encryption_mode = "DISABLED" # expect: aws-glue-job-unencrypted
    }

    s3_encryption {
      s3_encryption_mode = "SSE-S3"
    }
  }
}
