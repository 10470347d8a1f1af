resource "kubernetes_deployment_v1" "web" {
  metadata {
    name      = "web"
    namespace = "shop"
  }

  spec {
    selector {
      match_labels = {
        app = "web"
      }
    }

    template {
      metadata {
        labels = {
          app = "web"
        }
      }

      spec {
        security_context { # expect: kubernetes-pod-no-seccomp-profile
          run_as_non_root = true
        }

        container {
          name  = "web"
          image = "ghcr.io/acme/web:2.4.0"
        }
      }
    }
  }
}
