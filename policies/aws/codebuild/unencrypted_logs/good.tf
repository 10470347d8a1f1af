variable "plain" { # undecided: aws-codebuild-unencrypted-logs
  type = bool
}

resource "aws_codebuild_project" "app" {
  name         = "app"
  service_role = "arn:aws:iam::111122223333:role/build"

  source {
    type     = "GITHUB"
    location = "https://github.com/example/app.git"
  }

  environment {
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/standard:7.0"
    type         = "LINUX_CONTAINER"
  }

  artifacts {
    type = "NO_ARTIFACTS"
  }

  logs_config {
    s3_logs {
      status   = "ENABLED"
      location = "logs-111122223333/build"
    }
  }
}

resource "aws_codebuild_project" "scratch" {
  name         = "scratch"
  service_role = "arn:aws:iam::111122223333:role/build"

  source {
    type     = "GITHUB"
    location = "https://github.com/example/app.git"
  }

  environment {
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/standard:7.0"
    type         = "LINUX_CONTAINER"
  }

  artifacts {
    type = "NO_ARTIFACTS"
  }

  logs_config {
    s3_logs {
      status              = "ENABLED"
      location            = "logs-111122223333/build"
      encryption_disabled = var.plain
    }
  }
}
