provider "aws" {
  region = "eu-west-1"

  assume_role {
    role_arn = "arn:aws:iam::111122223333:role/deployment"
  }
}

variable "secret_key" {
  type      = string
  sensitive = true
}

provider "aws" {
  alias      = "given"
  secret_key = var.secret_key
}

provider "aws" {
  alias                       = "local"
  access_key                  = "test"
  secret_key                  = "mock_secret_key"
  skip_credentials_validation = true
  skip_requesting_account_id  = true

  endpoints {
    s3 = "http://localhost:4566"
  }
}

provider "aws" {
  alias      = "substitute"
  access_key = "AKIAQWERTYUIOPASDFGH"
  secret_key = "abcdEFGH1234abcdEFGH1234abcdEFGH1234abcd"

  endpoints {
    dynamodb = "http://127.0.0.1:8000"
  }
}
