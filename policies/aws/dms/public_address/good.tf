variable "public" { # undecided: aws-dms-public-address
  type = bool
}

resource "aws_dms_replication_instance" "orders" {
  replication_instance_id    = "orders"
  replication_instance_class = "dms.t3.medium"
}

resource "aws_dms_replication_instance" "scratch" {
  replication_instance_id    = "scratch"
  replication_instance_class = "dms.t3.medium"
  publicly_accessible        = var.public
}
