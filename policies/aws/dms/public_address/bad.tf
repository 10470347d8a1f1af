resource "aws_dms_replication_instance" "orders" {
  replication_instance_id    = "orders"
  replication_instance_class = "dms.t3.medium"
  publicly_accessible        = true # expect: aws-dms-public-address
}
