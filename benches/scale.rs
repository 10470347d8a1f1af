//! A root module of N resource instances below three levels of modules, linted by the binary: CPU time and peak
//! memory for growing N. `cargo bench --bench scale [-- N...]`; `--write DIR N` only writes the root module.
//!
//! Twice the instances must take twice the time. Linux only: elsewhere nothing says what a process used.

#![expect(clippy::print_stdout, reason = "a report to the one who runs it")]
#![expect(
    clippy::disallowed_methods,
    reason = "it writes a directory, runs the binary and asks what that used"
)]

mod process;

use std::fs;
use std::path::Path;
use std::process::ExitCode;

const SIZES: [usize; 4] = [1_000, 2_000, 5_000, 10_000];
const REGIONS: usize = 5;
/// Instances that one service makes.
const PER_SERVICE: usize = 20;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|one| one != "--bench").collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            println!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<(), String> {
    let number = |text: &String| text.parse::<usize>().map_err(|_| format!("{text} is not a whole number"));
    if let [flag, dir, size] = arguments
        && flag == "--write"
    {
        return write(Path::new(dir), number(size)?).map_err(|error| error.to_string());
    }
    let sizes: Vec<usize> = match arguments {
        [] => SIZES.to_vec(),
        given => given.iter().map(number).collect::<Result<_, _>>()?,
    };
    println!("{:>10} {:>10} {:>14} {:>10}", "instances", "CPU", "per instance", "memory");
    for size in sizes {
        let dir = tempfile::tempdir().map_err(|error| error.to_string())?;
        write(dir.path(), size).map_err(|error| error.to_string())?;
        let (seconds, kilobytes) = process::measure(dir.path())?;
        let each = seconds * 1e6 / f64::from(u32::try_from(size).unwrap_or(u32::MAX));
        println!("{size:>10} {seconds:>8.2} s {each:>11.0} us {:>7} MB", kilobytes / 1024);
    }
    Ok(())
}

/// Writes a root module of `size` instances: regions by `for_each`, services by `for_each`, stores by `count`.
fn write(dir: &Path, size: usize) -> std::io::Result<()> {
    let services = (size / (REGIONS * PER_SERVICE)).max(1);
    let regions: String = (0..REGIONS)
        .map(|at| format!("    region-{at} = {{ cidr = \"10.{at}.0.0/16\", production = {} }}\n", at == 0))
        .collect();
    let names: String = (0..services)
        .map(|at| {
            format!(
                "    service-{at} = {{ ports = [443, {}], public = {}, size = null }}\n",
                8000 + at % 1000,
                at % 7 == 0
            )
        })
        .collect();
    let root = ROOT.replace("REGIONS", &regions).replace("SERVICES", &names);
    for (path, text) in [
        ("main.tf", root.as_str()),
        ("modules/region/main.tf", REGION),
        ("modules/service/main.tf", SERVICE),
        ("modules/store/main.tf", STORE),
    ] {
        let path = dir.join(path);
        fs::create_dir_all(path.parent().unwrap_or(dir))?;
        fs::write(path, text)?;
    }
    Ok(())
}

const ROOT: &str = r#"
variable "environment" {
  type    = string
  default = "staging"
}

variable "tags" {
  type    = map(string)
  default = { owner = "platform", cost-centre = "1234" }
}

locals {
  regions = {
REGIONS  }
  services = {
SERVICES  }
  tags = merge(var.tags, { environment = var.environment, managed-by = "terraform" })
}

module "region" {
  source   = "./modules/region"
  for_each = local.regions

  name     = each.key
  settings = each.value
  services = local.services
  tags     = merge(local.tags, { region = each.key })
}
"#;

const REGION: &str = r#"
variable "name" {
  type = string
}

variable "settings" {
  type = object({ cidr = string, production = bool, zones = optional(number, 3) })
}

variable "services" {
  type = map(object({
    ports  = list(number)
    public = optional(bool, false)
    size   = optional(string)
  }))
}

variable "tags" {
  type = map(string)
}

resource "aws_vpc" "this" {
  cidr_block = var.settings.cidr
  tags       = merge(var.tags, { Name = var.name })
}

resource "aws_subnet" "this" {
  count      = var.settings.zones
  vpc_id     = aws_vpc.this.id
  cidr_block = cidrsubnet(var.settings.cidr, 8, count.index)
  tags       = merge(var.tags, { Name = format("%s-%d", var.name, count.index) })
}

module "service" {
  source   = "../service"
  for_each = var.services

  name       = "${var.name}-${each.key}"
  ports      = each.value.ports
  public     = each.value.public
  size       = coalesce(each.value.size, var.settings.production ? "m5.large" : "t3.small")
  vpc_id     = aws_vpc.this.id
  subnet_ids = aws_subnet.this[*].id
  tags       = merge(var.tags, { service = each.key })
}

output "roles" {
  value = { for name, service in module.service : name => service.role_arn }
}
"#;

const SERVICE: &str = r#"
variable "name" {
  type = string
}

variable "ports" {
  type = list(number)
}

variable "public" {
  type = bool
}

variable "size" {
  type = string
}

variable "vpc_id" {
  type = string
}

variable "subnet_ids" {
  type = list(string)
}

variable "tags" {
  type = map(string)
}

locals {
  sources = var.public ? ["0.0.0.0/0"] : ["10.0.0.0/8", "172.16.0.0/12"]
  stores  = ["data", "logs"]
}

resource "aws_security_group" "this" {
  name   = var.name
  vpc_id = var.vpc_id
  tags   = var.tags

  dynamic "ingress" {
    for_each = toset([for port in var.ports : tostring(port)])
    content {
      description = "port ${ingress.value}"
      from_port   = tonumber(ingress.value)
      to_port     = tonumber(ingress.value)
      protocol    = "tcp"
      cidr_blocks = local.sources
    }
  }

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_instance" "this" {
  count                  = 3
  ami                    = "ami-0123456789"
  instance_type          = var.size
  subnet_id              = element(var.subnet_ids, count.index)
  vpc_security_group_ids = [aws_security_group.this.id]
  iam_instance_profile   = aws_iam_instance_profile.this.name
  user_data              = <<-EOT
    #!/bin/sh
    echo "${var.name} ${count.index}" > /etc/motd
    %{for port in var.ports~}
    ufw allow ${port}
    %{endfor~}
  EOT
  tags                   = merge(var.tags, { Name = "${var.name}-${count.index}" })

  metadata_options {
    http_tokens = "required"
  }

  root_block_device {
    encrypted   = true
    volume_size = 20
  }
}

resource "aws_iam_role" "this" {
  name = var.name
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "ec2.amazonaws.com" }
    }]
  })
  tags = var.tags
}

resource "aws_iam_instance_profile" "this" {
  name = var.name
  role = aws_iam_role.this.name
}

data "aws_iam_policy_document" "this" {
  statement {
    sid       = "Read"
    actions   = ["s3:GetObject", "s3:ListBucket"]
    resources = flatten([for store in module.store : [store.arn, "${store.arn}/*"]])
  }

  dynamic "statement" {
    for_each = var.public ? [1] : []
    content {
      sid       = "Publish"
      actions   = ["sns:Publish"]
      resources = ["*"]
    }
  }
}

resource "aws_cloudwatch_log_group" "this" {
  name              = "/services/${var.name}"
  retention_in_days = 30
  tags              = var.tags
}

resource "aws_iam_role_policy" "this" {
  name   = var.name
  role   = aws_iam_role.this.id
  policy = data.aws_iam_policy_document.this.json
}

module "store" {
  source = "../store"
  count  = length(local.stores)

  name    = join("-", [var.name, local.stores[count.index]])
  expire  = local.stores[count.index] == "logs"
  readers = [aws_iam_role.this.arn]
  tags    = merge(var.tags, { store = local.stores[count.index] })
}

output "role_arn" {
  value = aws_iam_role.this.arn
}
"#;

const STORE: &str = r#"
variable "name" {
  type = string
}

variable "expire" {
  type = bool
}

variable "readers" {
  type = list(string)
}

variable "tags" {
  type = map(string)
}

resource "aws_kms_key" "this" {
  description         = "key of ${var.name}"
  enable_key_rotation = true
  tags                = var.tags
}

resource "aws_s3_bucket" "this" {
  bucket = lower(replace(var.name, "_", "-"))
  tags   = var.tags
}

resource "aws_s3_bucket_public_access_block" "this" {
  bucket                  = aws_s3_bucket.this.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_server_side_encryption_configuration" "this" {
  bucket = aws_s3_bucket.this.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.this.arn
    }
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "this" {
  count  = var.expire ? 1 : 0
  bucket = aws_s3_bucket.this.id
  rule {
    id     = "expire"
    status = "Enabled"
    expiration {
      days = 30
    }
  }
}

resource "aws_s3_bucket_policy" "this" {
  bucket = aws_s3_bucket.this.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      for reader in var.readers : {
        Effect    = "Allow"
        Action    = ["s3:GetObject"]
        Principal = { AWS = reader }
        Resource  = "${aws_s3_bucket.this.arn}/*"
      }
    ]
  })
}

output "arn" {
  value = aws_s3_bucket.this.arn
}
"#;
