variable "name" {
  type = string
}

variable "settings" {
  type = object({
    class     = optional(string, "db.t4g.medium")
    encrypted = optional(bool, false) # expect: aws-rds-unencrypted
  })
  default = {}
}

resource "aws_db_instance" "this" {
  identifier        = var.name
  engine            = "postgres"
  instance_class    = var.settings.class
  allocated_storage = 50
  storage_encrypted = var.settings.encrypted
}
