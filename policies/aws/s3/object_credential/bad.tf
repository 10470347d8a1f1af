resource "random_password" "db" {
  length = 24
}

resource "tls_private_key" "deploy" {
  algorithm = "ED25519"
}

resource "aws_s3_object" "key" {
  bucket  = "ops"
  key     = "deploy.pem"
  content = tls_private_key.deploy.private_key_pem # expect: aws-s3-object-credential
}

resource "aws_s3_bucket_object" "settings" {
  bucket = "ops"
  key    = "settings.json"
  content = jsonencode({
    host     = "db.internal"
    password = random_password.db.result # expect: aws-s3-object-credential
  })
}
