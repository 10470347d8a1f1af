resource "aws_cloudtrail_event_data_store" "events" { # expect: aws-service-without-own-key
  name = "events"
}

resource "aws_db_instance_automated_backups_replication" "orders" { # expect: aws-service-without-own-key
  source_db_instance_arn = "arn:aws:rds:eu-west-1:111122223333:db:orders"
}

resource "aws_redshift_snapshot_copy_grant" "sales" { # expect: aws-service-without-own-key
  snapshot_copy_grant_name = "sales"
}

resource "aws_redshiftserverless_namespace" "clicks" { # expect: aws-service-without-own-key
  namespace_name = "clicks"
}

resource "aws_dynamodb_table_replica" "carts" { # expect: aws-service-without-own-key
  global_table_arn = "arn:aws:dynamodb:eu-west-1:111122223333:table/carts"
}

resource "aws_memorydb_cluster" "sessions" { # expect: aws-service-without-own-key
  name      = "sessions"
  acl_name  = "sessions"
  node_type = "db.t4g.small"
}

resource "aws_dms_replication_instance" "move" { # expect: aws-service-without-own-key
  replication_instance_id    = "move"
  replication_instance_class = "dms.t3.medium"
}

resource "aws_dms_endpoint" "orders" { # expect: aws-service-without-own-key
  endpoint_id   = "orders"
  endpoint_type = "source"
  engine_name   = "mysql"
  server_name   = "orders.internal"
  port          = 3306
  username      = "move"
}

resource "aws_dms_endpoint" "archive" {
  endpoint_id   = "archive"
  endpoint_type = "target"
  engine_name   = "s3"

  s3_settings { # expect: aws-service-without-own-key
    bucket_name             = "shop-archive"
    service_access_role_arn = "arn:aws:iam::111122223333:role/move"
  }
}

resource "aws_kinesis_firehose_delivery_stream" "clicks" { # expect: aws-service-without-own-key
  name        = "clicks"
  destination = "extended_s3"

  extended_s3_configuration {
    role_arn   = "arn:aws:iam::111122223333:role/firehose"
    bucket_arn = "arn:aws:s3:::clicks"
  }
}

# The key is not used with this kind.
resource "aws_kinesis_firehose_delivery_stream" "orders" {
  name        = "orders"
  destination = "extended_s3"

  extended_s3_configuration {
    role_arn   = "arn:aws:iam::111122223333:role/firehose"
    bucket_arn = "arn:aws:s3:::orders"
  }

  server_side_encryption {
    enabled  = true
    key_type = "AWS_OWNED_CMK"
    key_arn  = "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab" # expect: aws-service-without-own-key
  }
}

resource "aws_kendra_index" "manuals" { # expect: aws-service-without-own-key
  name     = "manuals"
  role_arn = "arn:aws:iam::111122223333:role/kendra"
}
