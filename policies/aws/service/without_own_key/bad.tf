resource "aws_kinesis_stream" "clicks" {
  name            = "clicks"
  shard_count     = 1
  encryption_type = "KMS"
  kms_key_id      = "alias/aws/kinesis" # expect: aws-service-without-own-key
}

resource "aws_fsx_windows_file_system" "shared" { # expect: aws-service-without-own-key
  storage_capacity    = 300
  subnet_ids          = ["subnet-0a"]
  throughput_capacity = 1024
}

resource "aws_codepipeline" "app" {
  name     = "app"
  role_arn = "arn:aws:iam::111122223333:role/pipeline"

  artifact_store { # expect: aws-service-without-own-key
    location = "artifacts-111122223333"
    type     = "S3"
  }

  stage {
    name = "Source"

    action {
      name     = "Source"
      category = "Source"
      owner    = "AWS"
      provider = "CodeStarSourceConnection"
      version  = "1"
    }
  }
}

resource "aws_keyspaces_table" "events" {
  keyspace_name = "events"
  table_name    = "events"

  schema_definition {
    column {
      name = "id"
      type = "ascii"
    }

    partition_key {
      name = "id"
    }
  }

  encryption_specification {
    type = "AWS_OWNED_KMS_KEY" # expect: aws-service-without-own-key
  }
}

resource "aws_backup_vault" "daily" { # expect: aws-service-without-own-key
  name = "daily"
}

resource "aws_db_snapshot_copy" "copy" { # expect: aws-service-without-own-key
  source_db_snapshot_identifier = "nightly"
  target_db_snapshot_identifier = "nightly-copy"
}

resource "aws_elasticache_replication_group" "sessions" { # expect: aws-service-without-own-key
  replication_group_id = "sessions"
  description          = "Sessions"
}

resource "aws_kinesis_video_stream" "doors" { # expect: aws-service-without-own-key
  name = "doors"
}

resource "aws_timestreamwrite_database" "meters" { # expect: aws-service-without-own-key
  database_name = "meters"
}

resource "aws_dms_s3_endpoint" "lake" { # expect: aws-service-without-own-key
  endpoint_id             = "lake"
  endpoint_type           = "target"
  bucket_name             = "lake-111122223333"
  service_access_role_arn = "arn:aws:iam::111122223333:role/lake"
}

resource "aws_memorydb_snapshot" "nightly" { # expect: aws-service-without-own-key
  cluster_name = "sessions"
  name         = "nightly"
}

resource "aws_appflow_connector_profile" "crm" { # expect: aws-service-without-own-key
  name            = "crm"
  connector_type  = "Salesforce"
  connection_mode = "Public"
}

resource "aws_appflow_flow" "contacts" { # expect: aws-service-without-own-key
  name = "contacts"
}

resource "aws_mq_broker" "orders" { # expect: aws-service-without-own-key
  broker_name        = "orders"
  engine_type        = "ActiveMQ"
  engine_version     = "5.18"
  host_instance_type = "mq.m5.large"
}
