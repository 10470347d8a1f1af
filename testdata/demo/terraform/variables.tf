variable "region" {
  description = "AWS region of everything."
  type        = string
  default     = "eu-central-1"
}

variable "environment" {
  description = "staging or production."
  type        = string
}

variable "vpc_cidr" {
  description = "Address range of the shop's network."
  type        = string
  default     = "10.42.0.0/16"
}

variable "admin_networks" {
  description = "Networks that administrators log in from."
  type        = list(string)
}

variable "cluster_public_endpoint" {
  description = "Whether the cluster's API server can be reached from outside. Set by the pipeline."
  type        = bool
}

variable "domain" {
  description = "Where the shop is served."
  type        = string
  default     = "shop.example.com"
}
