//! Files of `testdata/graph` through parsing and evaluation into the graph and its document.

use super::{GraphDocument, ResourceGraph};
use crate::evaluate::terraform::{self, Inputs};
use crate::evaluate::{Path, Step, kubernetes};
use crate::source::{FileId, FileKind, Sources};
use serde_json::json;

struct Case {
    sources: Sources,
    graph: ResourceGraph,
}

impl Case {
    /// Files below `testdata/graph`.
    fn new(directory: &str, files: &[&str]) -> Case {
        let top = concat!(env!("CARGO_MANIFEST_DIR"), "/testdata/graph");
        let sources = Sources::new(std::path::Path::new(top).join(directory));
        let load = |path: &&str| {
            let file = sources.load(path).unwrap();
            match path.ends_with(".yaml") {
                true => sources.add(path, FileKind::Manifest, &sources.file(file).text),
                false => file,
            }
        };
        let files: Vec<FileId> = files.iter().map(load).collect();
        let evaluation = terraform::evaluate(&sources, &files, &Inputs::default());
        let manifests = kubernetes::read(&sources, &files).manifests;
        let graph = ResourceGraph::build(&evaluation.modules, &manifests);
        Case { sources, graph }
    }

    fn references(&self) -> String {
        let id = |index| self.graph.get(index).unwrap().address.to_string();
        let lines = self.graph.references.iter();
        lines.map(|found| format!("{} -> {} via {}\n", id(found.from), id(found.to), found.via)).collect()
    }

    /// The line a path of a resource leads to, and the steps that are left.
    fn line(&self, id: &str, path: &[Step]) -> (u32, usize) {
        let path = Path(path.to_vec());
        let (value, rest) = self.graph.value_at(self.graph.find(id).unwrap(), &path).unwrap();
        (self.sources.position(value.origin.span()).line, rest.len())
    }
}

#[test]
fn expressions_and_written_names_refer() {
    insta::assert_snapshot!(Case::new("references", &["main.tf"]).references(), @r#"
    aws_iam_policy.encoded -> aws_s3_bucket.each["a"] via policy.Statement[0].Resource[0]
    aws_iam_policy.encoded -> aws_s3_bucket.each["b"] via policy.Statement[0].Resource[1]
    aws_s3_bucket_policy.heredoc -> aws_s3_bucket.each["b"] via bucket
    aws_s3_bucket_policy.heredoc -> aws_s3_bucket.each["b"] via policy
    aws_s3_bucket_public_access_block.each["a"] -> aws_s3_bucket.each["a"] via bucket
    aws_s3_bucket_public_access_block.each["b"] -> aws_s3_bucket.each["b"] via bucket
    aws_s3_bucket_versioning.named -> aws_s3_bucket.each["a"] via bucket
    "#);
}

#[test]
#[expect(clippy::too_many_lines, reason = "what is compared is long")]
fn the_document_holds_policies_as_structure_and_names_what_is_unknown() {
    let document = GraphDocument::new(&Case::new("references", &["main.tf"]).graph);
    let seen: Vec<_> = ["aws_s3_bucket_policy", "aws_iam_policy", "aws_security_group"]
        .iter()
        .flat_map(|kind| &document.resources[*kind])
        .map(|resource| json!([resource.address, resource.attributes, resource.unknown]))
        .collect();
    insta::assert_json_snapshot!(seen, @r#"
    [
      [
        "aws_s3_bucket_policy.heredoc",
        {
          "policy": {
            "Statement": [
              {
                "Action": "s3:*",
                "Effect": "Allow",
                "Resource": [
                  null,
                  "arn:aws:s3:::fixed"
                ]
              }
            ],
            "Version": "2012-10-17"
          }
        },
        [
          [
            "bucket"
          ],
          [
            "policy",
            "Statement",
            0,
            "Principal"
          ],
          [
            "policy",
            "Statement",
            0,
            "Resource",
            0
          ]
        ]
      ],
      [
        "aws_iam_policy.encoded",
        {
          "name": "encoded",
          "policy": {
            "Statement": [
              {
                "Action": "*",
                "Effect": "Allow",
                "Resource": [
                  null,
                  null
                ]
              }
            ]
          }
        },
        [
          [
            "policy",
            "Statement",
            0,
            "Resource",
            0
          ],
          [
            "policy",
            "Statement",
            0,
            "Resource",
            1
          ]
        ]
      ],
      [
        "aws_iam_policy.known",
        {
          "name": "known",
          "policy": {
            "Statement": [
              {
                "Action": "s3:Get*"
              }
            ]
          }
        },
        []
      ],
      [
        "aws_security_group.open",
        {
          "ingress": [
            {
              "cidr_blocks": [
                null,
                "10.0.0.0/8"
              ],
              "from_port": 22
            }
          ]
        },
        [
          [
            "ingress",
            "*"
          ],
          [
            "ingress",
            0,
            "cidr_blocks",
            0
          ]
        ]
      ]
    ]
    "#);
}

#[test]
fn objects_refer_by_name_and_by_label_inside_their_namespace() {
    insta::assert_snapshot!(Case::new("shop", &["shop.yaml"]).references(), @r#"
    ConfigMap.shop.settings -> Namespace.shop via metadata.namespace
    PersistentVolumeClaim.shop.data -> Namespace.shop via metadata.namespace
    Secret.shop.password -> Namespace.shop via metadata.namespace
    Service.shop.web -> Namespace.shop via metadata.namespace
    Service.shop.web -> Deployment.shop.web via spec.selector
    Service.shop.without-selector -> Namespace.shop via metadata.namespace
    ServiceAccount.shop.default -> Namespace.shop via metadata.namespace
    ServiceAccount.shop.web -> Namespace.shop via metadata.namespace
    Deployment.shop.web -> ConfigMap.shop.settings via spec.template.spec.initContainers[0].envFrom[0].configMapRef.name
    Deployment.shop.web -> Namespace.shop via metadata.namespace
    Deployment.shop.web -> PersistentVolumeClaim.shop.data via spec.template.spec.volumes[0].persistentVolumeClaim.claimName
    Deployment.shop.web -> Secret.shop.password via spec.template.spec.containers[0].env[1].valueFrom.secretKeyRef.name
    Deployment.shop.web -> Secret.shop.password via spec.template.spec.volumes[1].projected.sources[0].secret.name
    Deployment.shop.web -> ServiceAccount.shop.web via spec.template.spec.serviceAccountName
    HorizontalPodAutoscaler.shop.web -> Namespace.shop via metadata.namespace
    HorizontalPodAutoscaler.shop.web -> Deployment.shop.web via spec.scaleTargetRef.name
    CronJob.shop.report -> Namespace.shop via metadata.namespace
    CronJob.shop.report -> ServiceAccount.shop.default via spec.jobTemplate.spec.template.spec.serviceAccountName
    Ingress.shop.web -> Namespace.shop via metadata.namespace
    Ingress.shop.web -> Secret.shop.password via spec.tls[0].secretName
    Ingress.shop.web -> Service.shop.web via spec.rules[0].http.paths[0].backend.service.name
    NetworkPolicy.shop.all -> Namespace.shop via metadata.namespace
    NetworkPolicy.shop.all -> Deployment.shop.web via spec.podSelector
    NetworkPolicy.shop.all -> CronJob.shop.report via spec.podSelector
    NetworkPolicy.shop.expressions -> Namespace.shop via metadata.namespace
    NetworkPolicy.shop.expressions -> Deployment.shop.web via spec.podSelector
    NetworkPolicy.shop.malformed -> Namespace.shop via metadata.namespace
    PodDisruptionBudget.shop.old -> Namespace.shop via metadata.namespace
    PodDisruptionBudget.shop.web -> Namespace.shop via metadata.namespace
    PodDisruptionBudget.shop.web -> Deployment.shop.web via spec.selector
    ClusterRoleBinding.reader -> ServiceAccount.shop.web via subjects[0].name
    ClusterRoleBinding.reader -> ClusterRole.reader via roleRef.name
    Role.shop.reader -> Namespace.shop via metadata.namespace
    RoleBinding.shop.reader -> Namespace.shop via metadata.namespace
    RoleBinding.shop.reader -> ServiceAccount.shop.web via subjects[1].name
    RoleBinding.shop.reader -> Role.shop.reader via roleRef.name
    "#);
}

/// Every workload of a case with its containers.
fn workloads(case: &Case) -> String {
    let document = GraphDocument::new(&case.graph);
    let lines = document.workloads.iter().map(|workload| {
        let containers: Vec<_> = workload
            .containers
            .iter()
            .map(|found| format!("{} {:?} {}", found.role, found.name, json!(found.path)))
            .collect();
        let labels = json!(workload.labels);
        format!("{}[{}] {labels}: {}\n", workload.kind, workload.index, containers.join(", "))
    });
    lines.collect()
}

#[test]
fn workflows_tasks_and_embedded_containers_are_pods_too() {
    let case = Case::new("custom", &["workflows.yaml"]);
    insta::assert_snapshot!(workloads(&case), @r#"
    SidecarSet.apps.kruise.io[0] {}: container "injected" ["spec","containers",0]
    CronWorkflow.argoproj.io[0] {}: container "only" ["spec","workflowSpec","templates",0,"container"]
    Workflow.argoproj.io[0] {"app":"build","team":"data"}: container "" ["spec","templates",1,"container"], init "prepare" ["spec","templates",1,"initContainers",0], sidecar "proxy" ["spec","templates",1,"sidecars",0]
    Workflow.argoproj.io[0] {"team":"data"}: container "" ["spec","templates",2,"script"]
    Workflow.argoproj.io[0] {"team":"data"}: container "first" ["spec","templates",3,"containerSet","containers",0], container "second" ["spec","templates",3,"containerSet","containers",1]
    JobSet.jobset.x-k8s.io[0] {}: container "worker" ["spec","replicatedJobs",0,"template","spec","template","spec","containers",0]
    ScaledJob.keda.sh[0] {}: container "job" ["spec","jobTargetRef","template","spec","containers",0]
    PyTorchJob.kubeflow.org[0] {"app":"torch"}: container "pytorch" ["spec","pytorchReplicaSpecs","Worker","template","spec","containers",0]
    Prometheus.monitoring.coreos.com[0] {"app":"prometheus"}: container "proxy" ["spec","containers",1]
    RayCluster.ray.io[0] {}: sidecar "native" ["spec","headGroupSpec","template","spec","initContainers",0], container "head" ["spec","headGroupSpec","template","spec","containers",0]
    Revision.serving.knative.dev[0] {"app":"knative"}: container "" ["spec","containers",0]
    PipelineRun.tekton.dev[0] {}: container "go" ["spec","pipelineSpec","tasks",0,"taskSpec","steps",0]
    Task.tekton.dev[0] {}: container "compile" ["spec","steps",0], sidecar "docker" ["spec","sidecars",0]
    "#);
    let document = GraphDocument::new(&case.graph);
    let of = |kind: &str| -> Vec<_> {
        document.workloads.iter().filter(|one| one.kind.starts_with(kind)).collect()
    };
    let argo = of("Workflow");
    assert_eq!(argo[0].pod_spec["hostNetwork"], true);
    assert_eq!(argo[0].pod_spec["securityContext"], json!({"runAsNonRoot": true}));
    assert_eq!(
        argo[1].pod_spec["securityContext"],
        json!({}),
        "what a template says itself takes the place of it"
    );
    assert_eq!(argo[0].pod_spec.get("templates"), None);
    let step = &of("Task")[0].containers[0].spec;
    assert_eq!(step["securityContext"], json!({"privileged": true, "runAsUser": 2}));
    assert_eq!(of("PipelineRun")[0].pod_spec["hostNetwork"], true);
    let written = |id: &str, path: &[Step]| {
        let path = Path(path.to_vec());
        case.graph.written_path(case.graph.find(id).unwrap(), &path).to_string()
    };
    let key = |key: &str| Step::from(key);
    let template = |at: usize, field: &str, last: &str| -> Vec<Step> {
        vec![key("spec"), key("templates"), at.into(), key(field), key(last)]
    };
    let argo = ".//argoproj.io/Workflow/default/argo";
    assert_eq!(
        written(argo, &template(1, "securityContext", "runAsNonRoot")),
        "spec.securityContext.runAsNonRoot"
    );
    assert_eq!(
        written(argo, &template(2, "securityContext", "runAsNonRoot")),
        "spec.templates[2].securityContext.runAsNonRoot"
    );
    assert_eq!(written(argo, &template(1, "container", "image")), "spec.templates[1].container.image");
    let step = |last: &str| vec![key("spec"), key("steps"), 0.into(), key("securityContext"), key(last)];
    let task = ".//tekton.dev/Task/default/build";
    assert_eq!(written(task, &step("privileged")), "spec.stepTemplate.securityContext.privileged");
    assert_eq!(written(task, &step("runAsUser")), "spec.steps[0].securityContext.runAsUser");
    assert_eq!(written(task, &step("absent")), "spec.steps[0].securityContext.absent");
}

#[test]
fn pod_templates_are_found_by_kind_and_by_shape() {
    let case = Case::new("custom", &["custom.yaml"]);
    insta::assert_snapshot!(workloads(&case), @r#"
    Rollout.argoproj.io[0] {"app":"rollout"}: container "app" ["spec","template","spec","containers",0], ephemeral "debug" ["spec","template","spec","ephemeralContainers",0]
    Job.batch.volcano.sh[0] {}: container "one" ["spec","tasks",0,"template","spec","containers",0]
    Job.batch.volcano.sh[0] {}: container "two" ["spec","tasks",1,"template","spec","containers",0]
    Runner.example.com[0] {}: container "flat" ["spec","podTemplate","containers",0]
    Service.serving.knative.dev[0] {}: container "" ["spec","template","spec","containers",0]
    "#);
    insta::assert_snapshot!(case.references(), @r#"
    Service.default.rollout -> Rollout.default.rollout via spec.selector
    HorizontalPodAutoscaler.default.rollout -> Rollout.default.rollout via spec.scaleTargetRef.name
    "#);
}

#[test]
fn text_in_kubernetes_stays_text() {
    let document = GraphDocument::new(&Case::new("shop", &["shop.yaml"]).graph);
    assert_eq!(
        document.resources["ConfigMap"][0].attributes["data"]["config.json"],
        r#"{"kept": "as text"}"#
    );
}

#[test]
fn a_path_leads_to_the_line_that_was_written_also_inside_of_a_policy() {
    let case = Case::new("places", &["main.tf"]);
    let key = |key: &str| Step::from(key);
    let element = |at: usize, last: &str| vec![key("policy"), key("Statement"), at.into(), key(last)];
    for (id, path, expected) in [
        (".//aws_iam_policy.encoded", element(0, "Action"), (13, 0)),
        (".//aws_iam_policy.encoded", element(0, "Sid"), (11, 1)),
        (".//aws_iam_policy.encoded", element(1, "Resource"), (17, 0)),
        (".//aws_iam_policy.known", element(0, "Action"), (26, 0)),
        (".//aws_security_group.dynamic", vec![key("ingress"), 0.into(), key("from_port")], (39, 0)),
        (".//aws_security_group.dynamic", vec![key("ingress"), Step::Any, key("from_port")], (33, 1)),
        (".//aws_security_group.dynamic", vec![key("egress")], (41, 0)),
        (".//aws_iam_policy.heredoc", element(0, "Action"), (45, 3)),
    ] {
        assert_eq!(case.line(id, &path), expected, "{id} {}", Path(path.clone()));
    }
}

#[test]
fn sensitive_values_are_not_printed() {
    let case = Case::new("places", &["main.tf"]);
    let printed = &GraphDocument::printable(&case.graph).resources["aws_db_instance"][0];
    let expected = json!({"password": "(sensitive)", "username": "admin", "tags": {"secret": "(sensitive)"}});
    assert_eq!(printed.attributes, expected);
    let seen = &GraphDocument::new(&case.graph).resources["aws_db_instance"][0];
    assert_eq!(seen.attributes["password"], "hunter2");
}

#[test]
fn references_that_multiply_end_in_a_limit_and_a_diagnostic() {
    let object = |kind: &str, at: usize| match kind {
        "Pod" => format!("---\napiVersion: v1\nkind: Pod\nmetadata: {{name: p{at}}}\nspec: {{}}\n"),
        _ => format!(
            "---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {{name: n{at}}}\nspec: {{}}\n"
        ),
    };
    let text: String = (0..550).map(|at| object("Pod", at) + &object("NetworkPolicy", at)).collect();
    let sources = Sources::new(".");
    let file = sources.add("many.yaml", FileKind::Manifest, &text);
    let graph = ResourceGraph::build(&[], &kubernetes::read(&sources, &[file]).manifests);
    assert_eq!((graph.references.len(), graph.diagnostics.len()), (250_000 + 16 * 1_100, 1));
}

#[test]
fn objects_written_in_terraform_refer_like_others() {
    let case = Case::new("declared", &["main.tf"]);
    insta::assert_snapshot!(case.references(), @r#"
    kubernetes_deployment_v1.web -> kubernetes_config_map.settings[0] via metadata.annotations.settings
    kubernetes_deployment_v1.web -> kubernetes_config_map.settings[1] via metadata.annotations.settings
    kubernetes_deployment_v1.web -> kubernetes_secret.password via spec.template.spec.containers[0].env[0].valueFrom.secretKeyRef.name
    kubernetes_service.web -> kubernetes_deployment_v1.web via spec.selector
    "#);
    let document = GraphDocument::printable(&case.graph);
    let workload = &document.workloads[0];
    assert_eq!(json!(workload.containers[0].path), json!(["spec", "template", "spec", "containers", 0]));
    assert_eq!(workload.containers[0].spec["image"], "nginx");
    assert_eq!(document.resources["Secret"][0].attributes["stringData"], "(sensitive)");
}

/// Documents and parts of them in every state of repair.
const DOCUMENTS: [&str; 12] = [
    "apiVersion: v1\nkind: Pod\nmetadata: {name: a, labels: {app: a}}\nspec: {containers: [{name: a, image: a}]}",
    "apiVersion: v1\nkind: Pod\nmetadata: {name: a, labels: [app]}\nspec: {containers: {name: a}, volumes: [a, 1]}",
    "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [a, {env: [{valueFrom: []}], envFrom: a}]}",
    "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec: {template: {metadata: a, spec: {}}}",
    "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {selector: {app: a}}",
    "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {selector: [app]}",
    "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: a}\nspec: {podSelector: {matchExpressions: [{}, a]}}",
    "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: a}\nspec: {rules: [a, {http: {paths: [a]}}], tls: a}",
    "apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: a}\nroleRef: a\nsubjects: [a, {kind: ServiceAccount, name: a}]",
    "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: a}\nsecrets: [{name: a}, a]",
    "apiVersion: x.io/v1\nkind: Rollout\nmetadata: {name: a}\nspec: {template: {spec: {containers: [{image: a}]}}, podTemplate: a}",
    "apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: a}\nspec: {scaleTargetRef: {kind: Rollout, name: a}}",
];

proptest::proptest! {
    #[test]
    fn whatever_is_declared_the_document_holds_together(
        chosen in proptest::collection::vec((0..DOCUMENTS.len(), "a|b|a/b"), 0..12),
    ) {
        let sources = Sources::new(".");
        let file = |(at, (document, directory)): (usize, &(usize, String))| {
            sources.add(&format!("{directory}/{at}.yaml"), FileKind::Manifest, DOCUMENTS[*document])
        };
        let files: Vec<FileId> = chosen.iter().enumerate().map(file).collect();
        let graph = ResourceGraph::build(&[], &kubernetes::read(&sources, &files).manifests);
        proptest::prop_assert_eq!(graph.resources.len(), chosen.len());
        let document = GraphDocument::new(&graph);
        for resource in document.resources.values().flatten() {
            for end in resource.references.iter().chain(&resource.referred_by) {
                proptest::prop_assert_eq!(&document.resources[&end.kind][end.index].id, &end.id);
            }
            for end in &resource.references {
                let other = &document.resources[&end.kind][end.index];
                proptest::prop_assert_eq!(&other.root, &resource.root);
                proptest::prop_assert!(other.referred_by.iter().any(|back| back.id == resource.id && back.via == end.via));
            }
        }
        for workload in &document.workloads {
            proptest::prop_assert_eq!(&document.resources[&workload.kind][workload.index].id, &workload.id);
        }
    }
}

#[test]
fn providers_are_configurations_and_no_resources() {
    let case = Case::new("providers", &["main.tf", "main_override.tf", "child/main.tf"]);
    let document = GraphDocument::new(&case.graph);
    let configurations = document.resources.iter().filter(|(kind, _)| kind.starts_with("provider."));
    let seen: Vec<_> = configurations
        .flat_map(|(_, list)| list)
        .map(|one| json!([one.id, one.kind, one.provider, one.name, one.attributes, one.unknown]))
        .collect();
    assert_eq!(
        json!(seen),
        json!([
            [".//provider.cloud", "provider.aws", "cloud", "cloud", {"region": "eu-west-1", "access_key": "test"}, []],
            [".//provider.cloud.west", "provider.aws", "cloud", "west", {"alias": "west", "region": "eu-west-2"}, []],
            [".//module.child.provider.github", "provider.github", "github", "github", {"owner": "example"}, []],
            [".//provider.random", "provider.random", "random", "random", {}, []],
            [".//provider.vault", "provider.vault", "vault", "vault", {}, [["address"], ["token"]]],
        ])
    );
    assert_eq!(case.references(), "provider.vault -> aws_eks_cluster.main via address\n");
    let resources = case.graph.resources.iter().filter(|one| one.is_resource());
    assert_eq!(resources.map(|one| &*one.address).collect::<Vec<_>>(), ["aws_eks_cluster.main"]);
}
