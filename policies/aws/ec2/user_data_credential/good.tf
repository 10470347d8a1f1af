variable "region" {
  default = "eu-west-1"
}

variable "start" {
  default = ""
}

resource "random_password" "db" {
  length = 24
}

resource "aws_secretsmanager_secret" "db" {
  name = "db"
}

resource "aws_secretsmanager_secret_version" "db" {
  secret_id     = aws_secretsmanager_secret.db.id
  secret_string = random_password.db.result
}

resource "aws_instance" "web" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
  user_data     = <<-EOT
    #!/bin/sh
    # changes with the password: ${sha256(random_password.db.result)}
    DB_PASSWORD=$(aws secretsmanager get-secret-value --region ${var.region} --secret-id ${aws_secretsmanager_secret.db.arn})
    API_TOKEN=/run/secrets/api-token
  EOT
}

resource "aws_instance" "empty" {
  ami           = "ami-0123456789abcdef0"
  instance_type = random_password.db.result == "" ? "t3.micro" : "t3.small"
  user_data     = var.start
}

resource "aws_instance" "user" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
  user_data     = <<-EOT
    #!/bin/sh
    password=$(openssl rand -base64 24)
    echo "app:$password" | chpasswd
    mysql -u root -p"$password" shop < schema.sql
  EOT
}
