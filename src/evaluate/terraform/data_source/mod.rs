//! Data sources that need no cloud: what they return follows from the configuration and the files beside it.

mod aws_policy;
mod google_policy;
mod json;
mod kubectl;
mod remote_state;

pub use json::{encoded, from_json};

use super::error::{Outcome, refuse};
use super::evaluator::Evaluator;
use super::functions::TemplateRenderer;
use super::module::ResourceKey;
use super::types;
use crate::evaluate::{Data, LinkKind, Origin, Value};
use crate::parse::hcl::ast::Block;
use crate::source::Span;
use std::collections::BTreeMap;
use std::sync::Arc;

type Entries = BTreeMap<Arc<str>, Value>;

impl Evaluator<'_> {
    /// Adds what a data source computes to its attributes.
    pub(super) fn data_source(&self, key: &ResourceKey, block: &Block, attributes: &mut Entries) {
        match &*key.kind {
            "aws_iam_policy_document" => {
                let document = aws_policy::policy_document(attributes, block.header, self.sources);
                attributes.insert("json".into(), document.clone());
                attributes.insert("minified_json".into(), document);
            }
            "google_iam_policy" => {
                let document = google_policy::policy_data(attributes, block.header);
                attributes.insert("policy_data".into(), document);
            }
            "template_file" => {
                if let Some(rendered) = self.template_file(attributes, block.header) {
                    attributes.insert("rendered".into(), self.settle(rendered, block.header));
                }
            }
            "local_file" => {
                if let Some(name) = attributes.get("filename").cloned() {
                    let content = self.function("file", &[name], block.header);
                    attributes.insert("content".into(), self.settle(content, block.header));
                }
            }
            "kubectl_file_documents" => self.kubectl_file_documents(attributes, block.header),
            "kubectl_path_documents" => self.kubectl_path_documents(attributes, block.header),
            "kubectl_filename_list" => self.kubectl_filename_list(attributes, block.header),
            "null_data_source" => {
                let inputs = attributes.get("inputs").filter(|inputs| types::has_type(inputs)).cloned();
                attributes.extend(inputs.map(|inputs| ("outputs".into(), inputs)));
            }
            "terraform_remote_state" => {
                if let Some(outputs) = self.remote_state(attributes, block.header) {
                    attributes.insert("outputs".into(), self.settle(outputs, block.header));
                }
            }
            _ => {}
        }
    }

    /// The `rendered` of a `template_file`: its template sees the `vars` alone.
    fn template_file(&self, attributes: &Entries, header: Span) -> Option<Outcome<Value>> {
        let template = attributes.get("template")?;
        template.as_str()?;
        let none = Arc::new(Entries::new());
        let vars = match attributes.get("vars").map(|vars| &vars.data) {
            None | Some(Data::Null) => &none,
            Some(Data::Mapping(_, entries)) => entries,
            // Before Terraform 0.12 a map could be written as a block.
            Some(Data::Sequence(_, blocks)) if !self.strict => match blocks.as_slice() {
                [Value { data: Data::Mapping(_, entries), .. }] => entries,
                _ => return None,
            },
            Some(_) => return None,
        };
        let rendered = match self.render_text(template, vars) {
            Ok(rendered) => rendered,
            Err(error) => return Some(refuse(header, error.message)),
        };
        let from = Value::contributing(std::iter::once(template).chain(vars.values()));
        let origin = Origin::new(LinkKind::Computed, header, from);
        let origin = match rendered.origin.text_map() {
            Some(map) => origin.with_text(map.clone()),
            None => origin,
        };
        Some(Ok(rendered.with_origin(origin)))
    }
}
