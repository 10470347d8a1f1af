provider "github" {
  owner = "example"
}
