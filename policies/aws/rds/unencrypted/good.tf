variable "encrypted" { # undecided: aws-rds-unencrypted
  description = "Whether the scratch database is encrypted."
  type        = bool
}

variable "snapshot" {
  description = "Snapshot to start from, if any."
  type        = string
}

resource "aws_db_instance" "primary" {
  identifier        = "primary"
  engine            = "postgres"
  instance_class    = "db.r6g.large"
  allocated_storage = 100
  storage_encrypted = true
}

# Encrypted as the primary is.
resource "aws_db_instance" "replica" {
  count = 2

  identifier          = "replica-${count.index}"
  instance_class      = "db.r6g.large"
  replicate_source_db = aws_db_instance.primary.identifier
}

# Encrypted as the snapshot is.
resource "aws_db_instance" "rehearsal" {
  identifier          = "rehearsal"
  instance_class      = "db.t4g.medium"
  snapshot_identifier = "nightly"
}

resource "aws_db_instance" "rewound" {
  identifier     = "rewound"
  instance_class = "db.t4g.medium"

  restore_to_point_in_time {
    source_db_instance_identifier = "primary"
    use_latest_restorable_time    = true
  }
}

# Undecided, not violated.
resource "aws_db_instance" "scratch" {
  identifier        = "scratch"
  engine            = "mysql"
  instance_class    = "db.t4g.micro"
  allocated_storage = 20
  storage_encrypted = var.encrypted
}

resource "aws_db_instance" "copy" { # undecided: aws-rds-unencrypted
  identifier          = "copy"
  instance_class      = "db.t4g.micro"
  snapshot_identifier = var.snapshot
}

# SQL Server Express has no encryption at rest to switch on.
resource "aws_db_instance" "licences" {
  identifier        = "licences"
  engine            = "sqlserver-ex"
  instance_class    = "db.t3.medium"
  allocated_storage = 20
  storage_encrypted = false
}

# What is said of a replica or a restored instance changes nothing.
resource "aws_db_instance" "reports" {
  identifier          = "reports"
  instance_class      = "db.r6g.large"
  replicate_source_db = aws_db_instance.primary.identifier
  storage_encrypted   = false
}

resource "aws_db_instance" "exercise" {
  identifier          = "exercise"
  instance_class      = "db.t4g.medium"
  snapshot_identifier = "nightly"
  storage_encrypted   = false
}

resource "aws_db_instance" "drill" {
  identifier          = "drill"
  instance_class      = "db.t4g.medium"
  snapshot_identifier = var.snapshot
  storage_encrypted   = false # undecided: aws-rds-unencrypted
}
