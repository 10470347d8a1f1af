//! Values of which no more is known than that there is one.

use crate::run::Project;

/// The states of a rule's findings in a project of one file.
fn states(rule: &str, main: &str) -> Vec<String> {
    let project = Project::new(&[("main.tf", main)]);
    let report: serde_json::Value =
        serde_json::from_str(&project.run(&["check", "-f", "json", "--select", rule]).stdout).unwrap();
    let findings = report["findings"].as_array().unwrap();
    findings.iter().map(|one| one["state"].as_str().unwrap().to_owned()).collect()
}

/// A topic whose key is an expression, and what it may refer to.
fn topic(key: &str) -> String {
    format!(
        "resource \"aws_sns_topic\" \"main\" {{\n  name = \"main\"\n  kms_master_key_id = {key}\n}}\n\
         resource \"aws_kms_key\" \"main\" {{}}\n\
         resource \"aws_kms_key\" \"some\" {{\n  count = var.number\n}}\n\
         data \"aws_kms_key\" \"read\" {{\n  key_id = \"alias/a\"\n}}\n\
         variable \"number\" {{}}\nvariable \"key\" {{}}\nvariable \"on\" {{\n  type = bool\n}}\n\
         variable \"given\" {{\n  default = null\n}}\n"
    )
}

#[test]
fn what_names_another_resource_is_set() {
    for key in [
        "aws_kms_key.main.arn",
        "aws_kms_key.main.key_id",
        "data.aws_kms_key.read.arn",
        "try(aws_kms_key.main.arn, null)",
        "coalesce(var.given, aws_kms_key.main.arn)",
        "\"alias/${var.key}\"",
        "\"${aws_kms_key.main.id}\"",
        "var.on ? aws_kms_key.main.arn : \"alias/a\"",
    ] {
        assert_eq!(states("aws-sns-unencrypted", &topic(key)), [""; 0], "{key}");
    }
}

#[test]
fn what_may_be_nothing_is_undecided() {
    for key in [
        "var.key",
        "\"${var.key}\"",
        "aws_kms_key.main.custom_key_store_id",
        "try(aws_kms_key.some[0].arn, null)",
        "one(aws_kms_key.some[*].arn)",
        "var.on ? aws_kms_key.main.arn : null",
    ] {
        assert_eq!(states("aws-sns-unencrypted", &topic(key)), ["undecided"], "{key}");
    }
    assert_eq!(states("aws-sns-unencrypted", &topic("var.given")), ["open"]);
}

#[test]
fn what_a_text_says_stays_unknown() {
    assert_eq!(states("aws-sns-key-of-aws", &topic("var.key")), ["undecided"]);
    assert_eq!(states("aws-sns-key-of-aws", &topic("aws_kms_key.main.arn")), [""; 0]);
    assert_eq!(states("aws-sns-key-of-aws", &topic("\"alias/aws/sns\"")), ["open"]);
}

/// A security group that lets a network in at the port of a database.
fn group(network: &str) -> String {
    format!(
        "resource \"aws_security_group\" \"main\" {{\n  ingress {{\n    from_port = 5432\n    to_port = 5432\n    \
         protocol = \"tcp\"\n    cidr_blocks = [{network}]\n  }}\n}}\n\
         resource \"aws_eip\" \"main\" {{}}\nvariable \"part\" {{}}\n"
    )
}

#[test]
fn the_known_end_of_a_network_settles_how_wide_it_is() {
    for network in ["\"${var.part}/32\"", "\"${aws_eip.main.public_ip}/32\"", "\"10.${var.part}.0.0/16\""] {
        assert_eq!(states("aws-ec2-service-ingress-open", &group(network)), [""; 0], "{network}");
    }
    for network in
        ["var.part", "\"${var.part}\"", "\"0.0.0.0/${var.part}\"", "\"${var.part}/4\"", "\"${var.part}/12\""]
    {
        assert_eq!(states("aws-ec2-service-ingress-open", &group(network)), ["undecided"], "{network}");
    }
    assert_eq!(states("aws-ec2-service-ingress-open", &group("\"0.0.0.0/0\"")), ["open"]);
}

/// A policy of one statement.
fn policy(action: &str, resource: &str) -> String {
    format!(
        "resource \"aws_iam_policy\" \"main\" {{\n  policy = jsonencode({{ Statement = [{{ Effect = \"Allow\", \
         Action = [{action}], Resource = {resource} }}] }})\n}}\nvariable \"any\" {{}}\n"
    )
}

#[test]
fn one_known_half_of_a_statement_decides_it() {
    let rule = "aws-iam-full-storage-access";
    for (action, resource) in [
        ("\"s3:GetObject\", \"sqs:*\"", "var.any"),
        ("var.any", "\"arn:aws:s3:::logs/*\""),
        ("\"s3:*\"", "\"${var.any}/*\""),
        ("\"sqs:${var.any}\"", "\"*\""),
    ] {
        assert_eq!(states(rule, &policy(action, resource)), [""; 0], "{action} {resource}");
    }
    for (action, resource) in [("\"s3:*\"", "var.any"), ("var.any", "\"*\""), ("\"s3:${var.any}\"", "\"*\"")]
    {
        assert_eq!(states(rule, &policy(action, resource)), ["undecided"], "{action} {resource}");
    }
    assert_eq!(states(rule, &policy("\"s3:*\"", "\"*\"")), ["open"]);
    for text in ["{${var.any}}", "${var.any}}", "[${var.any}]"] {
        let whole = format!(
            "resource \"aws_iam_policy\" \"main\" {{\n  policy = \"{text}\"\n}}\nvariable \"any\" {{}}\n"
        );
        assert_eq!(states(rule, &whole), ["undecided"], "{text}");
    }
}

/// Policies with a harmless statement and further ones of which it is unknown how many there are, or which.
fn open_policies(action: &str) -> [String; 4] {
    let variables = "variable \"any\" {}\nvariable \"on\" {\n  type = bool\n}\n";
    let statement =
        |action: &str| format!("{{ Effect = \"Allow\", Action = [\"{action}\"], Resource = [\"*\"] }}");
    let (harmless, other) = (statement("sqs:SendMessage"), statement(action));
    let written = |statements: &str| {
        format!(
            "resource \"aws_iam_policy\" \"main\" {{\n  policy = jsonencode({{ Statement = {statements} }})\n}}\n{variables}"
        )
    };
    let block = format!("actions = [\"{action}\"]\n resources = [\"*\"]\n");
    [
        format!(
            "resource \"aws_iam_policy\" \"main\" {{\n  policy = data.aws_iam_policy_document.main.json\n}}\n\
             data \"aws_iam_policy_document\" \"main\" {{\n  statement {{\n    actions = [\"sqs:SendMessage\"]\n    \
             resources = [\"*\"]\n  }}\n  dynamic \"statement\" {{\n    for_each = var.any\n    content {{\n {block}    }}\n  }}\n}}\n{variables}"
        ),
        written(&format!("concat([{harmless}], var.on ? [{other}] : [])")),
        written(&format!(
            "[for one in concat([{harmless}], var.on ? [{other}] : []) : merge(one, {{ Sid = \"a\" }})]"
        )),
        format!(
            "resource \"aws_iam_policy\" \"main\" {{\n  policy = var.on ? jsonencode({{ Statement = [{harmless}] }}) : \
             jsonencode({{ Statement = [{harmless}, {other}] }})\n}}\n{variables}"
        ),
    ]
}

#[test]
fn what_is_known_of_each_of_an_unknown_number_decides() {
    for rule in ["aws-iam-full-storage-access", "aws-iam-administrator-access", "aws-iam-pass-role-lambda"] {
        for text in open_policies("logs:PutLogEvents") {
            assert_eq!(states(rule, &text), [""; 0], "{rule} {text}");
        }
    }
    for text in open_policies("s3:*") {
        let found = states("aws-iam-full-storage-access", &text);
        assert!(!found.is_empty() && found.iter().all(|state| state == "undecided"), "{found:?} {text}");
    }
    for text in open_policies("*") {
        let found = states("aws-iam-administrator-access", &text);
        assert!(!found.is_empty() && found.iter().all(|state| state == "undecided"), "{found:?} {text}");
    }
}

#[test]
fn a_list_with_an_element_that_is_unknown_is_not_empty() {
    let alarm = |actions: &str| {
        format!(
            "resource \"aws_cloudwatch_metric_alarm\" \"main\" {{\n  alarm_name = \"a\"\n  alarm_actions = {actions}\n}}\n\
             variable \"any\" {{}}\nvariable \"on\" {{\n  type = bool\n}}\n"
        )
    };
    let rule = "aws-cloudwatch-alarm-without-action";
    assert_eq!(states(rule, &alarm("[var.any]")), [""; 0]);
    for actions in ["var.any", "compact([var.any])", "var.on ? [var.any] : []", "[for one in var.any : one]"]
    {
        assert_eq!(states(rule, &alarm(actions)), ["undecided"], "{actions}");
    }
    assert_eq!(states(rule, &alarm("[]")), ["open"]);
}

#[test]
fn the_name_of_a_policy_made_here_tells_it_from_those_of_aws() {
    let attached = |name: &str, arn: &str| {
        format!(
            "resource \"aws_iam_role_policy_attachment\" \"main\" {{\n  role = \"app\"\n  policy_arn = {arn}\n}}\n\
             resource \"aws_iam_policy\" \"own\" {{\n  name = {name}\n  policy = jsonencode({{ Statement = [] }})\n}}\n\
             data \"aws_iam_policy\" \"found\" {{\n  name = {name}\n}}\n\
             variable \"any\" {{}}\nvariable \"on\" {{\n  type = bool\n}}\n"
        )
    };
    let rule = "aws-iam-administrator-access";
    let own = "aws_iam_policy.own.arn";
    let found = "data.aws_iam_policy.found.arn";
    for name in ["\"orders\"", "\"${var.any}-orders\"", "null\n  name_prefix = \"orders\""] {
        assert_eq!(states(rule, &attached(name, own)), [""; 0], "{name}");
    }
    assert_eq!(states(rule, &attached("\"orders\"", found)), [""; 0]);
    for (name, arn) in [
        ("\"orders\"", "var.any"),
        ("\"orders\"", "var.on ? aws_iam_policy.own.arn : var.any"),
        ("\"orders\"", "var.on ? aws_iam_policy.own.arn : \"arn:aws:iam::aws:policy/AdministratorAccess\""),
        ("\"AdministratorAccess\"", own),
        ("null\n  name_prefix = \"Administrator\"", own),
        ("\"${var.any}\"", found),
    ] {
        assert_eq!(states(rule, &attached(name, arn)), ["undecided"], "{name} {arn}");
    }
}

#[test]
fn a_condition_on_what_exists_keeps_the_rest_out() {
    let policy = |source: &str| {
        format!(
            "resource \"aws_sns_topic\" \"made\" {{\n  name = \"made\"\n}}\n\
             data \"aws_sns_topic\" \"found\" {{\n  name = \"found\"\n}}\n\
             data \"aws_ssm_parameter\" \"topic\" {{\n  name = \"topic\"\n}}\n\
             data \"aws_caller_identity\" \"here\" {{}}\n\
             resource \"aws_sqs_queue_policy\" \"orders\" {{\n  queue_url = \"https://sqs.eu-west-1.amazonaws.com/1/orders\"\n  \
             policy = <<EOF\n{{\"Statement\": [{{\"Effect\": \"Allow\", \"Principal\": {{\"AWS\": \"*\"}}, \"Action\": \"sqs:SendMessage\", \
             \"Resource\": \"*\", \"Condition\": {{\"ArnEquals\": {{\"aws:SourceArn\": \"{source}\"}}}}}}]}}\nEOF\n}}\n"
        )
    };
    let states = |source: &str| {
        let project = Project::new(&[("main.tf", &policy(source))]);
        let (report, _) = project.report(&["--select", "aws-sqs-public-policy"]);
        let findings = report["findings"].as_array().unwrap().iter();
        findings.map(|one| one["state"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    for one in [
        "${aws_sns_topic.made.arn}",
        "${data.aws_sns_topic.found.arn}",
        "arn:aws:sns:*:${data.aws_caller_identity.here.account_id}:*",
    ] {
        assert_eq!(states(one), [""; 0], "{one}");
    }
    // What it holds may be `*`.
    assert_eq!(states("${data.aws_ssm_parameter.topic.value}"), ["undecided"]);
    assert_eq!(states(r#"${try(aws_sns_topic.made.arn, "*")}"#), ["undecided"]);
    assert_eq!(states("arn:aws:sns:*:*:orders"), ["open"]);
}

#[test]
fn what_a_service_account_is_called_as_a_member_is_not_everybody() {
    let policy = |member: &str| {
        format!(
            "resource \"google_service_account\" \"app\" {{\n  account_id = \"app\"\n}}\nvariable \"any\" {{}}\n\
             data \"google_iam_policy\" \"app\" {{\n  binding {{\n    role = \"roles/viewer\"\n    members = [{member}]\n  }}\n}}\n"
        )
    };
    let rule = "google-iam-public-resource";
    assert_eq!(states(rule, &policy("google_service_account.app.member")), [""; 0]);
    assert_eq!(states(rule, &policy("var.any")), ["undecided"]);
    assert_eq!(states(rule, &policy("\"allUsers\"")), ["open"]);
}

#[test]
fn roles_of_different_names_are_not_the_same() {
    let task = |task: &str, execution: &str| {
        format!(
            "variable \"any\" {{}}\nresource \"aws_iam_role\" \"one\" {{\n  name = \"one\"\n}}\n\
             resource \"aws_iam_role\" \"two\" {{\n  name = var.any\n}}\n\
             resource \"aws_ecs_task_definition\" \"app\" {{\n  family = \"app\"\n  task_role_arn = {task}\n  \
             execution_role_arn = {execution}\n  container_definitions = \"[]\"\n}}\n"
        )
    };
    let rule = "aws-ecs-same-role";
    let role = |name: &str| format!("\"arn:aws:iam::${{var.any}}:role/{name}\"");
    assert_eq!(states(rule, &task("aws_iam_role.one.arn", "aws_iam_role.two.arn")), [""; 0]);
    for (one, other) in [("var.any", "aws_iam_role.one.arn".to_owned()), (&*role("a"), "var.any".to_owned())]
    {
        assert_eq!(states(rule, &task(one, &other)), ["undecided"], "{one} {other}");
    }
    assert_eq!(states(rule, &task("aws_iam_role.two.arn", "aws_iam_role.two.arn")), ["open"]);
}

#[test]
fn a_key_that_is_made_is_not_one_of_aws() {
    let group = |key: &str| {
        format!(
            "variable \"any\" {{}}\nresource \"aws_kms_key\" \"own\" {{}}\n\
             data \"aws_kms_key\" \"found\" {{\n  key_id = var.any\n}}\n\
             resource \"aws_cloudwatch_log_group\" \"app\" {{\n  name = \"app\"\n  kms_key_id = {key}\n}}\n"
        )
    };
    let rule = "aws-cloudwatch-without-own-key";
    for key in ["aws_kms_key.own.arn", "aws_kms_key.own.key_id", "data.aws_kms_key.found.arn"] {
        assert_eq!(states(rule, &group(key)), [""; 0], "{key}");
    }
    for key in ["var.any", "data.aws_kms_key.found.key_id", "\"${var.any}/aws/logs\""] {
        assert_eq!(states(rule, &group(key)), ["undecided"], "{key}");
    }
    assert_eq!(states(rule, &group("\"alias/aws/logs\"")), ["open"]);
}

#[test]
fn an_alias_that_no_key_of_aws_has_is_another() {
    let states = |name: &str| {
        let main = format!(
            "data \"aws_kms_alias\" \"main\" {{\n  name = \"alias/${{var.any}}{name}\"\n}}\nvariable \"any\" {{}}\n\
             resource \"aws_sns_topic\" \"main\" {{\n  \
             kms_master_key_id = data.aws_kms_alias.main.target_key_arn\n}}\n"
        );
        states("aws-kms-key-of-aws", &main)
    };
    assert_eq!(states("_orders"), [""; 0]);
    assert_eq!(states("orders"), ["undecided"]);
}

/// A bucket whose policy lets in a service, and what stands beside it.
fn bucket_of_logs(beside: &str) -> String {
    format!(
        "resource \"aws_s3_bucket\" \"main\" {{}}\nresource \"aws_s3_bucket\" \"logs\" {{}}\n\
         resource \"aws_s3_bucket_policy\" \"logs\" {{\n  bucket = aws_s3_bucket.logs.id\n  policy = jsonencode({{\n    \
         Statement = [{{\n      Effect = \"Allow\"\n      Action = \"s3:PutObject\"\n      \
         Resource = \"${{aws_s3_bucket.logs.arn}}/*\"\n      \
         Principal = {{ Service = \"logging.s3.amazonaws.com\" }}\n      \
         Condition = {{ ArnLike = {{ \"aws:SourceArn\" = aws_s3_bucket.main.arn }} }}\n    }}]\n  }})\n}}\n\
         variable \"any\" {{}}\n{beside}"
    )
}

#[test]
fn what_belongs_to_something_else_leaves_nothing_open() {
    let states = |beside: &str| states("aws-s3-public-policy", &bucket_of_logs(beside));
    let policy = |bucket: &str| {
        format!(
            "resource \"aws_s3_bucket_policy\" \"other\" {{\n  bucket = {bucket}\n  policy = jsonencode({{\n    \
             Statement = [{{ Effect = \"Allow\", Action = \"s3:*\", Resource = \"*\", Principal = \"*\" }}]\n  }})\n}}\n\
             resource \"aws_s3_bucket_public_access_block\" \"own\" {{\n  bucket = {bucket}\n  \
             restrict_public_buckets = true\n}}\n\
             resource \"aws_s3_bucket\" \"own\" {{}}\n"
        )
    };
    for beside in [
        "",
        "resource \"aws_sqs_queue\" \"any\" {\n  name = var.any\n}\n",
        "resource \"aws_s3_bucket_versioning\" \"any\" {\n  bucket = var.any\n}\n",
        &policy("aws_s3_bucket.own.id"),
        &policy("aws_s3_bucket.own.bucket"),
    ] {
        assert_eq!(states(beside), [""; 0], "{beside}");
    }
    for bucket in ["var.any", "one(aws_sqs_queue.any[*].tags[\"bucket\"])"] {
        let beside = policy(bucket) + "resource \"aws_sqs_queue\" \"any\" {}\n";
        assert!(states(&beside).iter().any(|state| state == "undecided"), "{bucket}");
    }
}

/// A bucket that somebody may read, nodes that act as an account, and what both may be.
fn in_google_cloud(resource: &str) -> String {
    format!(
        "{resource}resource \"google_service_account\" \"main\" {{\n  account_id = \"main\"\n}}\n\
         data \"google_service_account\" \"found\" {{\n  account_id = var.name\n}}\nvariable \"name\" {{}}\n"
    )
}

#[test]
fn a_service_account_that_is_made_is_neither_everybody_nor_one_that_every_project_has() {
    let reader = |member: &str| {
        let grant = format!(
            "resource \"google_storage_bucket_iam_member\" \"main\" {{\n  bucket = \"b\"\n  \
             role = \"roles/storage.objectViewer\"\n  member = {member}\n}}\n"
        );
        states("google-storage-public-bucket", &in_google_cloud(&grant))
    };
    for member in [
        "google_service_account.main.member",
        "\"serviceAccount:${google_service_account.main.email}\"",
        "\"serviceAccount:${data.google_service_account.found.email}\"",
        "\"group:${var.name}\"",
    ] {
        assert_eq!(reader(member), [""; 0], "{member}");
    }
    assert_eq!(reader("var.name"), ["undecided"]);

    let nodes = |account: &str| {
        let pool = format!(
            "resource \"google_container_node_pool\" \"main\" {{\n  cluster = \"c\"\n  node_config {{\n    \
             service_account = {account}\n  }}\n}}\n"
        );
        states("google-gke-default-account", &in_google_cloud(&pool))
    };
    assert_eq!(nodes("google_service_account.main.email"), [""; 0]);
    assert_eq!(nodes("\"${var.name}@shop.iam.gserviceaccount.com\""), [""; 0]);
    assert_eq!(nodes("data.google_service_account.found.email"), ["undecided"]);
    assert_eq!(nodes("var.name"), ["undecided"]);
}
