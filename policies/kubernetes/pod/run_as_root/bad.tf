resource "kubernetes_deployment_v1" "api" {
  metadata {
    name = "api"
  }

  spec {
    selector {
      match_labels = {
        app = "api"
      }
    }

    template {
      metadata {
        labels = {
          app = "api"
        }
      }

      spec {
        security_context {
          run_as_user = "0" # expect: kubernetes-pod-run-as-root
        }

        container {
          name  = "api"
          image = "ghcr.io/acme/api:2.1.0"
        }

        container {
          name  = "worker"
          image = "ghcr.io/acme/api:2.1.0"

          security_context {
            run_as_user = 1000
          }
        }
      }
    }
  }
}

resource "kubernetes_cron_job_v1" "report" {
  metadata {
    name = "report"
  }

  spec {
    schedule = "@daily"

    job_template {
      metadata {}

      spec {
        template {
          metadata {}

          spec {
            restart_policy = "Never"

            container { # expect: kubernetes-pod-run-as-root
              name  = "report"
              image = "ghcr.io/acme/report:2.0.1"
            }
          }
        }
      }
    }
  }
}
