terraform {
  required_providers {
    hub = {
      source = "integrations/github"
    }
  }
}

provider "hub" {
  owner = "example"
  token = "ghp_a1B2c3D4e5F6a1B2c3D4e5F6a1B2c3D4e5F6" # expect: terraform-provider-static-credentials
}

variable "client_secret" {
  type    = string
  default = "Qn58Q~h3gYcR.v-1kQ_tW2zX9bL7mN4pS6dFj0aK" # expect: terraform-provider-static-credentials
}

provider "azurerm" {
  client_id       = "11111111-2222-3333-4444-555555555555"
  client_secret   = var.client_secret
  tenant_id       = "22222222-2222-3333-4444-555555555555"
  subscription_id = "33333333-2222-3333-4444-555555555555"

  features {}
}


provider "helm" {
  kubernetes {
    host     = "https://cluster.example.com"
    username = "admin"
    password = "correct-horse-battery" # expect: terraform-provider-static-credentials
  }

  registry {
    url      = "oci://registry.example.com"
    username = "puller"
    password = "correct-horse-staple" # expect: terraform-provider-static-credentials
  }
}

provider "google" {
  project = "example"
  credentials = jsonencode({
    type        = "service_account"
    private_key = "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7\n-----END PRIVATE KEY-----\n" # expect: terraform-provider-static-credentials
  })
}
