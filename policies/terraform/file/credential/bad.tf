resource "tls_private_key" "node" {
  algorithm = "ED25519"
}

resource "local_file" "key" {
  filename = "node.pem"
  content  = tls_private_key.node.private_key_openssh # expect: terraform-file-credential
}

resource "local_file" "for_all" {
  filename        = "all.pem"
  content         = tls_private_key.node.private_key_openssh # expect: terraform-file-credential
  file_permission = "0644"
}
