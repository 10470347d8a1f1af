data "aws_secretsmanager_secret_version" "github_token" {
  secret_id = "github"
}

resource "aws_codebuild_project" "app" {
  name         = "app"
  service_role = "arn:aws:iam::111122223333:role/build"
  environment {
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/standard:7.0"
    type         = "LINUX_CONTAINER"
    environment_variable {
      name  = "GITHUB"
      value = data.aws_secretsmanager_secret_version.github_token.secret_string # expect: aws-codebuild-environment-credential
    }
    environment_variable {
      name  = "NPM_TOKEN"
      type  = "PLAINTEXT"
      value = "s3cr3t-of-the-build" # expect: aws-codebuild-environment-credential
    }
  }
}
