//! What asks for one decision, what takes two changes, and what a change may stop.

use super::run::Project;
use serde_json::Value as Json;

/// A machine with a credential in its user data, which the internet reaches on two ports.
const TWO_DOORS: &str = r#"resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
}

resource "aws_route_table" "main" {
  vpc_id = aws_vpc.main.id
  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.main.id
  }
}

resource "aws_subnet" "main" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.1.0/24"
}

resource "aws_route_table_association" "main" {
  subnet_id      = aws_subnet.main.id
  route_table_id = aws_route_table.main.id
}

resource "aws_security_group" "main" {
  vpc_id = aws_vpc.main.id
  ingress {
    from_port   = 80
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_instance" "main" {
  ami                         = "ami-0123456789abcdef0"
  instance_type               = "t3.micro"
  subnet_id                   = aws_subnet.main.id
  associate_public_ip_address = true
  vpc_security_group_ids      = [aws_security_group.main.id]
  user_data                   = <<-E
    #!/bin/bash
    export AWS_SECRET_ACCESS_KEY=hT8vQ2mZx7LkP4wRs9YnB3cJd6FgA1eUo5XiMtKz
  E
}
"#;

/// A policy of which two rules say that one statement allows too much.
const ONE_STATEMENT: &str = r#"resource "aws_iam_user" "main" {
  name = "main"
}

resource "aws_iam_user_policy" "main" {
  user = aws_iam_user.main.name
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = ["iam:PutUserPolicy", "iam:CreateAccessKey"], Resource = "*" }]
  })
}
"#;

#[test]
fn two_doors_are_closed_together() {
    let project = Project::new(&[("main.tf", TWO_DOORS)]);
    let report = project.report(&[]).0;
    let is_of = |one: &&Json| one["rule"] == "aws-ec2-user-data-credential";
    let finding = report["findings"].as_array().unwrap().iter().find(is_of).unwrap();
    let told = project.run(&["explain", finding["fingerprint"].as_str().unwrap()]).stdout;
    let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("together with main.tf:"), "{told}");
    assert!(!told.contains("hT8vQ2mZx7LkP4wRs9YnB3cJd6FgA1eUo5XiMtKz"));
}

#[test]
fn an_edit_says_what_it_may_stop() {
    let project = Project::new(&[("main.tf", TWO_DOORS)]);
    let plan: Json = serde_json::from_str(&project.run(&["plan", "-f", "json"]).stdout).unwrap();
    let edits = plan["edits"].as_array().unwrap();
    let stops = edits.iter().flat_map(|edit| edit["stops"].as_array().into_iter().flatten());
    let stops: Vec<String> = stops
        .map(|stop| format!("{} {}", stop["address"].as_str().unwrap(), stop["what"].as_str().unwrap()))
        .collect();
    insta::assert_debug_snapshot!(stops, @r#"
    [
        "aws_instance.main is reached from the internet on tcp 22, and then it is not; tcp 80 stays open",
        "aws_instance.main is reached from the internet on tcp 80, and then it is not",
    ]
    "#);
}

#[test]
fn what_two_rules_say_of_one_statement_stands_under_one_head() {
    let project = Project::new(&[("main.tf", ONE_STATEMENT)]);
    let report = project.report(&[]).0;
    let rules: Vec<&str> =
        report["findings"].as_array().unwrap().iter().map(|one| one["rule"].as_str().unwrap()).collect();
    let told = project.run(&["check"]).stdout;
    assert!(rules.len() > 1, "{rules:?}");
    for rule in rules {
        assert!(told.contains(&format!("[{rule}]")), "{rule}: {told}");
    }
    assert!(told.contains("\n   here: "), "{told}");
    assert!(told.contains("told under 1 head"), "{told}");
    let apart = project.run(&["check", "--ungrouped"]).stdout;
    assert!(!apart.contains("\n   here: "), "{apart}");
}
