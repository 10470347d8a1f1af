variable "verbs" {
  type = list(string)
}

# What the verbs are is decided elsewhere.
resource "kubernetes_cluster_role_v1" "operator" {
  metadata {
    name = "operator"
  }

  rule {
    api_groups = [""]
    resources  = ["pods/exec"]
    verbs      = var.verbs
  }
}
