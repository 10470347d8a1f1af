variable "name" {
  description = "Name of the service."
  type        = string
}

variable "instance_class" {
  description = "Size of the machine."
  type        = string
  default     = "db.t4g.medium"
}

variable "storage" {
  description = "Size of the disk in GiB."
  type        = number
  default     = 50
}

variable "encrypted" {
  description = "Whether the disk is encrypted."
  type        = bool
  default     = false
}

variable "subnet_group" {
  description = "Subnet group of the database."
  type        = string
}

variable "security_group_id" {
  description = "Who may connect."
  type        = string
}

resource "aws_db_instance" "this" {
  identifier     = "shop-${var.name}"
  engine         = "postgres"
  engine_version = "17.4"
  instance_class = var.instance_class

  allocated_storage = var.storage
  storage_encrypted = var.encrypted

  db_name                     = var.name
  username                    = "shop"
  manage_master_user_password = true

  db_subnet_group_name   = var.subnet_group
  vpc_security_group_ids = [var.security_group_id]

  backup_retention_period   = 14
  deletion_protection       = true
  final_snapshot_identifier = "shop-${var.name}-final"
}

output "endpoint" {
  description = "Host and port of the database."
  value       = aws_db_instance.this.endpoint
}
