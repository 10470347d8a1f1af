variable "github_token" { # undecided: terraform-provider-static-credentials
  type      = string
  sensitive = true
}

provider "github" {
  token = var.github_token
}

# A key file that is put there before Terraform runs.
provider "google" {
  project     = "example"
  credentials = "account.json"
}

data "aws_eks_cluster_auth" "main" {
  name = "main"
}

provider "kubernetes" {
  host  = "https://cluster.example.com"
  token = data.aws_eks_cluster_auth.main.token # undecided: terraform-provider-static-credentials
}

# Nothing is asked of a service that is not used.
provider "datadog" {
  api_key  = "fake"
  app_key  = "fake"
  validate = false
}

provider "random" {}
