variable "search_api_key" {}

variable "mail_password" {
  sensitive = true
}

module "stream" {
  source  = "./stream"
  api_key = var.search_api_key
}

module "stream_of_tests" {
  source  = "./stream"
  api_key = var.search_api_key
}

# What a module takes as a whole is put together by its caller.
module "mail" {
  source = "./function"
  environment = {
    SENDER        = "noreply@example.com"
    MAIL_PASSWORD = var.mail_password # expect: aws-lambda-environment-credential
  }
}
