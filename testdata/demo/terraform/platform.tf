# Runs before anything else does, so it is applied with the cluster; the same file is applied with the rest later on.
resource "kubernetes_manifest" "log_agent" {
  manifest = yamldecode(file("${path.module}/../kubernetes/node-agent.yaml"))
}
