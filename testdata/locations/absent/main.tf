resource "aws_db_instance" "main" { # primary
  engine = "postgres"
}

module "reports" {
  source = "./database"
}

variable "encrypted" {
  type    = bool
  default = null # primary
}

resource "aws_db_instance" "null" {
  engine            = "postgres"
  storage_encrypted = var.encrypted
}
