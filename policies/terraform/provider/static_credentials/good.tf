variable "github_token" {
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
  token = data.aws_eks_cluster_auth.main.token
}

# Nothing is asked of a service that is not used.
provider "datadog" {
  api_key  = "fake"
  app_key  = "fake"
  validate = false
}

provider "random" {}

provider "helm" {
  kubernetes {
    host        = "https://cluster.example.com"
    config_path = "~/.kube/config"
  }
}

variable "github_key" {
  type      = string
  sensitive = true
}

provider "github" {
  alias = "app"

  app_auth {
    id              = "1234"
    installation_id = "5678"
    pem_file        = var.github_key
  }
}

# The key lies in a file that is no part of the repository.
provider "vault" {
  address = "https://vault.example.com"

  auth_login_userpass {
    username      = "deploy"
    password_file = "/run/secrets/vault"
  }
}
