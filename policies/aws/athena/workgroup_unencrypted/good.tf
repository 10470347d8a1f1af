variable "option" { # undecided: aws-athena-workgroup-unencrypted
  type = string
}

resource "aws_athena_workgroup" "reports" {
  name = "reports"

  configuration {
    result_configuration {
      output_location = "s3://results-111122223333/reports/"

      encryption_configuration {
        encryption_option = "SSE_KMS"
        kms_key_arn       = "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
      }
    }
  }
}

# Athena keeps the results itself.
resource "aws_athena_workgroup" "kept" {
  name = "kept"

  configuration {
    managed_query_results_configuration {
      enabled = true
    }
  }
}

resource "aws_athena_workgroup" "scratch" {
  name = "scratch"

  configuration {
    result_configuration {
      encryption_configuration {
        encryption_option = var.option
      }
    }
  }
}
