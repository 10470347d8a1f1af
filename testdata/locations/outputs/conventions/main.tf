variable "acl" {
  default = "public-read" # primary
}

output "acl" {
  value = var.acl
}

output "draft_acl" {
  value = "public-read-write" # primary
}
