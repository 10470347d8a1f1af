resource "random_password" "reports" {
  length = 32
}

resource "aws_db_instance" "reports" {
  identifier = "reports"
  engine     = "postgres"
  username   = "reports"
  password   = random_password.reports.result
}

output "password" {
  value     = aws_db_instance.reports.password
  sensitive = true
}
