variable "verbs" {
  type = list(string)
}

# What the verbs are is decided elsewhere.
resource "kubernetes_cluster_role_v1" "operator" {
  metadata {
    name = "operator"
  }

  rule {
    api_groups = ["certificates.k8s.io"]
    resources  = ["signers"]
    verbs      = var.verbs
  }
}
