resource "kubernetes_job_v1" "migrate" {
  metadata {
    name      = "migrate"
    namespace = "shop"
  }

  spec {
    template {
      metadata {}

      spec {
        container {
          name  = "migrate"
          image = "ghcr.io/acme/app:2.4.0"
        }
      }
    }
  }
}
