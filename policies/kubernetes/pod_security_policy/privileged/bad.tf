resource "kubernetes_pod_security_policy_v1beta1" "all" {
  metadata {
    name = "all"
  }

  spec {
    privileged = true # expect: kubernetes-pod-security-policy-privileged

    run_as_user {
      rule = "RunAsAny"
    }

    se_linux {
      rule = "RunAsAny"
    }

    supplemental_groups {
      rule = "RunAsAny"
    }

    fs_group {
      rule = "RunAsAny"
    }
  }
}
