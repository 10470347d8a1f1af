variable "role" {
  type = string
}

resource "kubernetes_service_account_v1" "console" {
  metadata {
    name      = "console"
    namespace = "ops"
  }
}

resource "kubernetes_deployment_v1" "console" {
  metadata {
    name      = "console"
    namespace = "ops"
  }

  spec {
    selector {
      match_labels = {
        app = "console"
      }
    }

    template {
      metadata {
        labels = {
          app = "console"
        }
      }

      spec {
        service_account_name = kubernetes_service_account_v1.console.metadata[0].name

        container {
          name  = "console"
          image = "registry.example.com/console:3"
        }
      }
    }
  }
}

resource "kubernetes_service_v1" "console" {
  metadata {
    name      = "console"
    namespace = "ops"
  }

  spec {
    type = "LoadBalancer"

    selector = {
      app = "console"
    }

    port {
      port = 443
    }
  }
}

resource "kubernetes_cluster_role_binding_v1" "console" {
  metadata {
    name = "console"
  }

  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind      = "ClusterRole"
    name      = kubernetes_cluster_role_v1.console.metadata[0].name
  }

  subject {
    kind      = "ServiceAccount"
    name      = "console"
    namespace = "ops"
  }
}

resource "kubernetes_cluster_role_v1" "console" {
  metadata {
    name = "console"
  }

  rule {
    api_groups = [""]
    resources  = ["secrets"] # expect: kubernetes-exposure-secrets-reader
    verbs      = ["get", "list"]
  }
}

# Which role this is, is not known.
resource "kubernetes_service_account_v1" "portal" {
  metadata {
    name      = "portal"
    namespace = "ops"
  }
}

resource "kubernetes_deployment_v1" "portal" {
  metadata {
    name      = "portal"
    namespace = "ops"
  }

  spec {
    selector {
      match_labels = {
        app = "portal"
      }
    }

    template {
      metadata {
        labels = {
          app = "portal"
        }
      }

      spec {
        service_account_name = kubernetes_service_account_v1.portal.metadata[0].name

        container {
          name  = "portal"
          image = "registry.example.com/portal:3"
        }
      }
    }
  }
}

resource "kubernetes_service_v1" "portal" {
  metadata {
    name      = "portal"
    namespace = "ops"
  }

  spec {
    type = "LoadBalancer"

    selector = {
      app = "portal"
    }

    port {
      port = 443
    }
  }
}

resource "kubernetes_cluster_role_binding_v1" "portal" {
  metadata {
    name = "portal"
  }

  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind      = "ClusterRole"
    name      = var.role
  }

  subject {
    kind      = "ServiceAccount"
    name      = "portal"
    namespace = "ops"
  }
}
