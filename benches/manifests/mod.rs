//! Manifests as a company's clusters have them: applications in namespaces, each with the objects around it. About one
//! setting in three is not what a rule would like.

use std::fmt::Write;

/// Applications that share a namespace.
const PER_NAMESPACE: usize = 12;

/// About `count` manifests, as (path, text of a file of several documents).
pub(crate) fn generated(count: usize) -> Vec<(String, String)> {
    let mut files = Vec::new();
    let mut made = 0;
    for app in 0.. {
        if made >= count {
            break;
        }
        let mut documents = Vec::new();
        let namespace = format!("team-{}", app / PER_NAMESPACE);
        if app % PER_NAMESPACE == 0 {
            documents.push(namespace_of(&namespace, app));
        }
        application(app, &namespace, &mut documents);
        made += documents.len();
        files.push((format!("apps/{namespace}/app-{app}.yaml"), documents.join("---\n")));
    }
    files
}

fn namespace_of(name: &str, app: usize) -> String {
    let level = ["baseline", "restricted", "privileged"][app / PER_NAMESPACE % 3];
    format!(
        "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: {name}\n  labels:\n    pod-security.kubernetes.io/warn: {level}\n"
    )
}

/// The objects of an application. What it has besides its deployment changes from one to the next.
#[expect(clippy::too_many_lines, reason = "a text with a line for each field")]
fn application(app: usize, namespace: &str, documents: &mut Vec<String>) {
    let every = |n: usize| app.is_multiple_of(n);
    let meta = |name: &str| {
        format!("metadata:\n  name: {name}\n  namespace: {namespace}\n  labels: {{app: app-{app}}}\n")
    };
    let object = |version: &str, kind: &str, name: &str, rest: &str| {
        format!("apiVersion: {version}\nkind: {kind}\n{}{rest}", meta(name))
    };
    let name = format!("app-{app}");
    let select = format!("app: app-{app}");
    documents.push(deployment(app, &meta(&name)));
    documents.push(object("v1", "ServiceAccount", &name, "automountServiceAccountToken: false\n"));
    let kind = if every(25) { "LoadBalancer" } else { "ClusterIP" };
    documents.push(object(
        "v1",
        "Service",
        &name,
        &format!("spec:\n  type: {kind}\n  selector: {{{select}}}\n  ports:\n    - {{name: http, port: 80, targetPort: http}}\n"),
    ));
    documents.push(object(
        "v1",
        "ConfigMap",
        &name,
        "data:\n  LOG_LEVEL: info\n  settings.yaml: |\n    cache: true\n    workers: 4\n",
    ));
    if !every(3) {
        documents.push(object(
            "networking.k8s.io/v1",
            "NetworkPolicy",
            &name,
            &format!(
                "spec:\n  podSelector:\n    matchLabels: {{{select}}}\n  policyTypes: [Ingress]\n  ingress:\n    - from:\n        - \
                 namespaceSelector:\n            matchLabels: {{kubernetes.io/metadata.name: {namespace}}}\n"
            ),
        ));
    }
    if every(2) {
        documents.push(object(
            "autoscaling/v2",
            "HorizontalPodAutoscaler",
            &name,
            &format!(
                "spec:\n  scaleTargetRef: {{apiVersion: apps/v1, kind: Deployment, name: {name}}}\n  minReplicas: 2\n  maxReplicas: 8\n  \
                 metrics:\n    - type: Resource\n      resource: {{name: cpu, target: {{type: Utilization, averageUtilization: 70}}}}\n"
            ),
        ));
        documents.push(object(
            "policy/v1",
            "PodDisruptionBudget",
            &name,
            &format!("spec:\n  minAvailable: 1\n  selector:\n    matchLabels: {{{select}}}\n"),
        ));
    }
    if every(4) {
        let route = format!(
            "spec:\n  rules:\n    - host: {name}.example.com\n      http:\n        paths:\n          - path: /\n            pathType: \
             Prefix\n            backend: {{service: {{name: {name}, port: {{name: http}}}}}}\n"
        );
        documents.push(object("networking.k8s.io/v1", "Ingress", &name, &route));
    }
    if every(5) {
        let rules =
            "rules:\n  - {apiGroups: [\"\"], resources: [configmaps, pods], verbs: [get, list, watch]}\n";
        documents.push(object("rbac.authorization.k8s.io/v1", "Role", &name, rules));
        let binding = format!(
            "roleRef: {{apiGroup: rbac.authorization.k8s.io, kind: Role, name: {name}}}\nsubjects:\n  - {{kind: ServiceAccount, name: \
             {name}, namespace: {namespace}}}\n"
        );
        documents.push(object("rbac.authorization.k8s.io/v1", "RoleBinding", &name, &binding));
    }
    if every(6) {
        documents.push(cron_job(app, &meta(&format!("{name}-report"))));
    }
}

fn deployment(app: usize, meta: &str) -> String {
    let mut text = format!(
        "apiVersion: apps/v1\nkind: Deployment\n{meta}spec:\n  replicas: {}\n  selector:\n    matchLabels: {{app: app-{app}}}\n  \
         template:\n    metadata:\n      labels: {{app: app-{app}, tier: {}}}\n    spec:\n      serviceAccountName: app-{app}\n",
        app % 4 + 1,
        ["web", "worker", "batch"][app % 3],
    );
    if !app.is_multiple_of(3) {
        text.push_str("      securityContext: {runAsNonRoot: true, runAsUser: 10001, seccompProfile: {type: RuntimeDefault}}\n");
    }
    text.push_str("      containers:\n");
    container(&mut text, "app", app);
    if app.is_multiple_of(3) {
        container(&mut text, "proxy", app + 1);
    }
    if app.is_multiple_of(5) {
        text.push_str("      initContainers:\n");
        container(&mut text, "migrate", app + 2);
    }
    text
}

fn container(text: &mut String, name: &str, turn: usize) {
    let tag = if turn.is_multiple_of(7) { "latest".to_owned() } else { format!("1.{turn}") };
    let _ = write!(
        text,
        "        - name: {name}\n          image: registry.example.com/shop/{name}:{tag}\n          ports: [{{name: {}, containerPort: \
         8080}}]\n          env:\n            - {{name: MODE, value: production}}\n            - name: LEVEL\n              valueFrom: \
         {{configMapKeyRef: {{name: app-{}, key: LOG_LEVEL}}}}\n",
        if name == "app" { "http" } else { name },
        turn - usize::from(name == "proxy") - 2 * usize::from(name == "migrate"),
    );
    if !turn.is_multiple_of(4) {
        text.push_str("          resources:\n            requests: {cpu: 100m, memory: 128Mi}\n            limits: {memory: 256Mi}\n");
    }
    if !turn.is_multiple_of(3) {
        text.push_str(
            "          securityContext:\n            allowPrivilegeEscalation: false\n            readOnlyRootFilesystem: true\n            \
             capabilities: {drop: [ALL]}\n",
        );
    }
    if !turn.is_multiple_of(2) {
        text.push_str("          livenessProbe: {httpGet: {path: /live, port: 8080}}\n          readinessProbe: {httpGet: {path: /ready, port: 8080}}\n");
    }
}

fn cron_job(app: usize, meta: &str) -> String {
    let mut text = format!(
        "apiVersion: batch/v1\nkind: CronJob\n{meta}spec:\n  schedule: \"{} 3 * * *\"\n  jobTemplate:\n    spec:\n      template:\n        \
         metadata:\n          labels: {{job: app-{app}}}\n        spec:\n          restartPolicy: OnFailure\n          containers:\n            \
         - name: report\n              image: registry.example.com/shop/report:1.{app}\n              args: [--month, current]\n",
        app % 60
    );
    if !app.is_multiple_of(4) {
        text.push_str(
            "              securityContext: {allowPrivilegeEscalation: false, runAsNonRoot: true}\n",
        );
    }
    text
}
