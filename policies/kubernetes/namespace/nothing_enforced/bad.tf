resource "kubernetes_namespace_v1" "shop" {
  metadata {
    name = "shop"

    labels = { # expect: kubernetes-namespace-nothing-enforced
      team = "shop"
    }
  }
}
