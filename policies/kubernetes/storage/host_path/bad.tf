resource "kubernetes_persistent_volume_v1" "data" {
  metadata {
    name = "data"
  }

  spec {
    capacity = {
      storage = "10Gi"
    }
    access_modes = ["ReadWriteOnce"]

    persistent_volume_source {
      host_path { # expect: kubernetes-storage-host-path
        path = "/mnt/data"
      }
    }
  }
}
