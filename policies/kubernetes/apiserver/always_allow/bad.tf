variable "authorization_mode" {
  type    = string
  default = "AlwaysAllow"
}

# A control plane for a tenant, as pods of another cluster.
resource "kubernetes_deployment_v1" "apiserver" {
  metadata {
    name      = "apiserver"
    namespace = "tenant"
  }

  spec {
    selector {
      match_labels = {
        app = "apiserver"
      }
    }

    template {
      metadata {
        labels = {
          app = "apiserver"
        }
      }

      spec {
        container {
          name  = "apiserver"
          image = "registry.k8s.io/kube-apiserver:v1.33.1"
          command = [
            "kube-apiserver",
            "--authorization-mode=${var.authorization_mode}", # expect: kubernetes-apiserver-always-allow
          ]
        }
      }
    }
  }
}
