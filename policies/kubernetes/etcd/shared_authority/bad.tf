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
      args    = ["--client-cert-auth=true", "--trusted-ca-file=/etc/kubernetes/pki/ca.crt"] # expect: kubernetes-etcd-shared-authority
    }
  }
}

resource "kubernetes_pod_v1" "first" {
  metadata {
    name      = "kube-apiserver-1"
    namespace = "kube-system"
  }

  spec {
    container {
      name    = "kube-apiserver"
      image   = "registry.k8s.io/kube-apiserver:v1.33.1"
      command = ["kube-apiserver"]
      args    = ["--client-ca-file=/etc/kubernetes/pki/ca.crt"]
    }
  }
}

# This one may trust the same authority too.
resource "kubernetes_pod_v1" "second" {
  metadata {
    name      = "kube-apiserver-2"
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
