variable "arguments" {
  type = list(string)
}

resource "kubernetes_pod_v1" "etcd" {
  metadata {
    name      = "etcd"
    namespace = "kube-system"
  }

  spec {
    container {
      name    = "etcd"
      image   = "registry.k8s.io/etcd:3.5.21-0"
      command = ["etcd"]
      args    = ["--client-cert-auth=true", "--trusted-ca-file=/etc/kubernetes/pki/ca.crt"] # undecided: kubernetes-etcd-shared-authority
    }
  }
}

resource "kubernetes_pod_v1" "apiserver" {
  metadata {
    name      = "kube-apiserver"
    namespace = "kube-system"
  }

  spec {
    container {
      name    = "kube-apiserver"
      image   = "registry.k8s.io/kube-apiserver:v1.33.1"
      command = ["kube-apiserver"]
      args    = var.arguments
    }
  }
}
