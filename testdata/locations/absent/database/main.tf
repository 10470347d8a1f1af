resource "aws_db_instance" "this" { # primary
  engine = "postgres"
}
