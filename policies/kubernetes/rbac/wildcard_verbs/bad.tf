locals {
  groups = {
    core = ""
    apps = "apps"
  }
}

resource "kubernetes_cluster_role_v1" "operator" {
  metadata {
    name = "operator"
  }

  dynamic "rule" {
    for_each = local.groups

    content {
      api_groups = [rule.value]
      resources  = ["deployments"]
      verbs      = ["*"] # expect: kubernetes-rbac-wildcard-verbs
    }
  }
}
