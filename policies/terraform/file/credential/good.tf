resource "tls_private_key" "node" {
  algorithm = "ED25519"
}

resource "local_sensitive_file" "key" {
  filename = "node.pem"
  content  = tls_private_key.node.private_key_openssh
}

resource "local_file" "public" {
  filename = "node.pub"
  content  = tls_private_key.node.public_key_openssh
}

resource "local_file" "hosts" {
  filename = "hosts.ini"
  content  = "[nodes]\nnode-1\n"
}

# Only its owner may read it.
resource "local_file" "kept" {
  filename        = "kept.pem"
  content         = tls_private_key.node.private_key_openssh
  file_permission = "0600"
}
