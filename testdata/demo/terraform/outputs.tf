output "cluster_endpoint" {
  description = "Address of the cluster's API server."
  value       = aws_eks_cluster.shop.endpoint
}

output "databases" {
  description = "Host and port of each database."
  value = {
    catalogue = module.catalogue_database.endpoint
    orders    = module.orders_database.endpoint
    accounts  = module.accounts_database.endpoint
  }
}

output "url" {
  description = "Where the shop is served."
  value       = "https://${var.domain}"
}
