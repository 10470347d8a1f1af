terraform {
  required_providers {
    cloudflare = {
      source = "cloudflare/cloudflare"
    }

    datadog = {
      source = "DataDog/datadog"
    }

    digitalocean = {
      source = "digitalocean/digitalocean"
    }

    gitlab = {
      source = "gitlabhq/gitlab"
    }

    mongodbatlas = {
      source = "mongodb/mongodbatlas"
    }

    newrelic = {
      source = "newrelic/newrelic"
    }
  }
}

provider "azuread" {
  client_secret = "2dbe1a648fe146ce02e20cf25b7b8538" # expect: terraform-provider-static-credentials
  oidc_token    = "d08e95250a8ee67fc8365047fb8db03c" # expect: terraform-provider-static-credentials
}

provider "azurerm" {
  use_oidc   = true
  oidc_token = "9227ffcf57085024ec8a745703a71762" # expect: terraform-provider-static-credentials

  features {}
}

provider "cloudflare" {
  api_key              = "50975a23de50873ab1a59236313367e0" # expect: terraform-provider-static-credentials
  api_token            = "0c287bafaa146a4bb639a2b6aa6dac69" # expect: terraform-provider-static-credentials
  api_user_service_key = "ea8076b3f261fb4466d224455b5d2519" # expect: terraform-provider-static-credentials
}

provider "consul" {
  token = "e706cdc212962b32827770032e6e94a1" # expect: terraform-provider-static-credentials
}

provider "datadog" {
  api_key               = "ac6c91f7adbee0757a5ea78388074aed" # expect: terraform-provider-static-credentials
  app_key               = "e4344dc7d8ab029e7ff8274ad77f08ba" # expect: terraform-provider-static-credentials
  aws_secret_access_key = "3bc7b1eda6447d8859acb47aaa2ae11a" # expect: terraform-provider-static-credentials
}

provider "digitalocean" {
  spaces_secret_key = "582a44b37c677272b56120180d112ab7" # expect: terraform-provider-static-credentials
  token             = "9b045ec6ce6b1569dc999550045b9cfb" # expect: terraform-provider-static-credentials
}

provider "gitlab" {
  token = "daddc88506b670b9f8869380d4b7ea01" # expect: terraform-provider-static-credentials
}

provider "google" {
  access_token = "5b7eb732f9bf22cc5a61b8f2ad876d54" # expect: terraform-provider-static-credentials
}

provider "google-beta" {
  access_token = "58caa3860b0268d843b4d3ea9b4b0a77" # expect: terraform-provider-static-credentials
}

provider "kubernetes" {
  host       = "https://cluster.example.com"
  client_key = "-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEIA57ff38629cf9ed3e509015daeb2e42a4\n-----END EC PRIVATE KEY-----\n" # expect: terraform-provider-static-credentials
  token      = "4fd1e7826f1023e22bbd2290c7f33717"                                                                           # expect: terraform-provider-static-credentials
}

provider "mongodbatlas" {
  aws_secret_access_key = "dff7df52ce64148495d5428e9bec8759" # expect: terraform-provider-static-credentials
  private_key           = "ddb3e4ea53239a133a3c115defa0b0f8" # expect: terraform-provider-static-credentials
}

provider "newrelic" {
  account_id    = 12345
  admin_api_key = "3d28640ccce4c8a817571652ab79c9bc" # expect: terraform-provider-static-credentials
  api_key       = "073ada1380ad87d26f7380159415bd38" # expect: terraform-provider-static-credentials
}

provider "nomad" {
  address   = "https://nomad.example.com"
  secret_id = "47430a17abd99fc273e2cd2a04bc997e" # expect: terraform-provider-static-credentials
}

provider "tfe" {
  token = "b71c37964d89cb2aea049ceb59c8ae74" # expect: terraform-provider-static-credentials
}

provider "vault" {
  address = "https://vault.example.com"
  token   = "7cb6ba9dd84b775194e440258ad562a3" # expect: terraform-provider-static-credentials
}

provider "kubernetes" {
  alias    = "old"
  host     = "https://old.example.com"
  username = "admin"
  password = "correct-horse-battery" # expect: terraform-provider-static-credentials
}

provider "google-beta" {
  alias = "key"
  credentials = jsonencode({
    type          = "authorized_user"
    refresh_token = "d6cc0a088c07683c65cd266860cab8d9" # expect: terraform-provider-static-credentials
  })
}

provider "github" {
  owner = "example"

  app_auth {
    id              = "1234"
    installation_id = "5678"
    pem_file        = "-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEAf0aeace912cf19dc1c6fffd41de6e395\n-----END RSA PRIVATE KEY-----\n" # expect: terraform-provider-static-credentials
  }
}

provider "vault" {
  alias   = "aws"
  address = "https://vault.example.com"

  auth_login_aws {
    role                  = "deploy"
    aws_access_key_id     = "AKIA1B2C3D4E5F6G7H8I"
    aws_secret_access_key = "da7a215eff021ac28c4b3f3565bfe7a8" # expect: terraform-provider-static-credentials
  }
}

provider "vault" {
  alias   = "password"
  address = "https://vault.example.com"

  auth_login_userpass {
    username = "deploy"
    password = "correct-horse-battery" # expect: terraform-provider-static-credentials
  }
}

provider "vault" {
  alias   = "radius"
  address = "https://vault.example.com"

  auth_login_radius {
    username = "deploy"
    password = "correct-horse-battery" # expect: terraform-provider-static-credentials
  }
}

provider "helm" {
  kubernetes {
    host       = "https://cluster.example.com"
    token      = "4cb2fc373d5c19b34866a5208afa85a6"                                                                           # expect: terraform-provider-static-credentials
    client_key = "-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEIA5b1bbe7479581a24a6a054cdfe68e89c\n-----END EC PRIVATE KEY-----\n" # expect: terraform-provider-static-credentials
  }
}
