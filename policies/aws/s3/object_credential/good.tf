resource "tls_private_key" "deploy" {
  algorithm = "ED25519"
}

resource "aws_s3_object" "key" {
  bucket  = "ops"
  key     = "deploy.pub"
  content = tls_private_key.deploy.public_key_openssh
}

resource "aws_s3_object" "settings" {
  bucket = "ops"
  key    = "settings.json"
  content = jsonencode({
    host        = "db.internal"
    db_password = "$${DB_PASSWORD}"
  })
}
