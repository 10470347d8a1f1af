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
    type                = "S3"
    location            = "artifacts-111122223333"
    encryption_disabled = true # expect: aws-codebuild-unencrypted-artifacts
  }

  secondary_artifacts {
    artifact_identifier = "symbols"
    type                = "S3"
    location            = "symbols-111122223333"
    encryption_disabled = true # expect: aws-codebuild-unencrypted-artifacts
  }
}

# Where they go is not written yet.
resource "aws_codebuild_project" "site" {
  name         = "site"
  service_role = "arn:aws:iam::111122223333:role/build"

  artifacts {
    encryption_disabled = true # expect: aws-codebuild-unencrypted-artifacts
  }
}
