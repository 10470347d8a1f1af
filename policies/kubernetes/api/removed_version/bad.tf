resource "kubernetes_manifest" "cron" {
  manifest = {
    apiVersion = "batch/v1beta1" # expect: kubernetes-api-removed-version
    kind       = "CronJob"
    metadata   = { name = "cron", namespace = "jobs" }
    spec       = { schedule = "@daily" }
  }
}
