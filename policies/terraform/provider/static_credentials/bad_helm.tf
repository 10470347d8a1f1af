# As version 3 of the provider has it.
provider "helm" {
  kubernetes = {
    host     = "https://cluster.example.com"
    username = "admin"
    password = "correct-horse-battery" # expect: terraform-provider-static-credentials
  }

  registries = [{
    url      = "oci://registry.example.com"
    username = "puller"
    password = "correct-horse-staple" # expect: terraform-provider-static-credentials
  }]
}

provider "helm" {
  alias = "token"

  kubernetes = {
    host  = "https://cluster.example.com"
    token = "264dc97997597342516d21cf15ca4d24" # expect: terraform-provider-static-credentials
  }
}

provider "helm" {
  alias = "certificate"

  kubernetes = {
    host       = "https://cluster.example.com"
    client_key = "-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEIA695ecd03317f81088fb71cf226c405f2\n-----END EC PRIVATE KEY-----\n" # expect: terraform-provider-static-credentials
  }
}
