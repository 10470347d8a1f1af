provider "aws" {
  region     = "eu-west-1"
  access_key = "AKIAQWERTYUIOPASDFGH"
  secret_key = "abcdEFGH1234abcdEFGH1234abcdEFGH1234abcd" # expect: aws-provider-static-credentials
}

provider "aws" {
  alias      = "backup"
  region     = "eu-central-1"
  access_key = "AKIAQWERTYUIOPASDFGI" # expect: aws-provider-static-credentials
}

provider "aws" {
  alias      = "given"
  access_key = "AKIAQWERTYUIOPASDFGI" # undecided: aws-provider-static-credentials
  secret_key = var.secret_key
}

variable "secret_key" {
  type      = string
  sensitive = true
}

provider "aws" {
  alias      = "archive"
  access_key = local.archive.key
  secret_key = local.archive.secret
}

locals {
  archive = {
    key    = "AKIAQWERTYUIOPASDFGJ"
    secret = "abcdEFGH5678abcdEFGH1234abcdEFGH1234abcd" # expect: aws-provider-static-credentials
  }
}

# Credentials of a session, of which the key is given elsewhere.
provider "aws" {
  alias      = "session"
  access_key = "ASIAQWERTYUIOPASDFGK"
  token      = "IQoJb3JpZ2luX2VjEHoaCWV1LXdlc3QtMSJHMEUCIQDx7PqW3rT9vLm2ZkB8" # expect: aws-provider-static-credentials
}
