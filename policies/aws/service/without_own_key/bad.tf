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
