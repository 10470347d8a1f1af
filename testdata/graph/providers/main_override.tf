provider "cloud" {
  access_key = "test"
}

provider "random" {}
