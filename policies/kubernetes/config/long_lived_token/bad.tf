resource "kubernetes_service_account_v1" "build" {
  metadata {
    name      = "build"
    namespace = "shop"
  }
}

resource "kubernetes_secret_v1" "build" {
  metadata {
    generate_name = "build-"
    namespace     = "shop"
    annotations = {
      "kubernetes.io/service-account.name" = kubernetes_service_account_v1.build.metadata[0].name
    }
  }

  type                           = "kubernetes.io/service-account-token" # expect: kubernetes-config-long-lived-token
  wait_for_service_account_token = true
}
