resource "kubernetes_pod" "builder" {
  metadata {
    name = "builder"
  }

  spec {
    container {
      name  = "builder"
      image = "docker:27.3.1-cli"

      volume_mount {
        name       = "docker"
        mount_path = "/var/run/docker.sock"
      }
    }

    volume {
      name = "work"
      empty_dir {}
    }

    volume {
      name = "docker"

      host_path {
        path = "/var/run/docker.sock" # expect: kubernetes-pod-container-socket
        type = "Socket"
      }
    }
  }
}
