//! Files of `testdata/graph` through parsing and evaluation into the graph and its document.

use super::{GraphDocument, ResourceGraph};
use crate::evaluate::terraform::{self, Inputs};
use crate::evaluate::{Path, Step};
use crate::source::{FileId, Sources};

struct Case {
    sources: Sources,
    graph: ResourceGraph,
}

impl Case {
    /// Files below `testdata/graph`.
    fn new(directory: &str, files: &[&str]) -> Case {
        let top = concat!(env!("CARGO_MANIFEST_DIR"), "/testdata/graph");
        let sources = Sources::new(std::path::Path::new(top).join(directory));
        let files: Vec<FileId> = files.iter().map(|file| sources.load(file).unwrap()).collect();
        let evaluation = terraform::evaluate(&sources, &files, &Inputs::default());
        let graph = ResourceGraph::build(&evaluation.modules, &[]);
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
fn the_document_holds_policies_as_structure_and_names_what_is_unknown() {
    let document = GraphDocument::new(&Case::new("references", &["main.tf"]).graph);
    let seen: Vec<_> = ["aws_s3_bucket_policy", "aws_iam_policy", "aws_security_group"]
        .iter()
        .flat_map(|kind| &document.resources[*kind])
        .map(|resource| serde_json::json!([resource.address, resource.attributes, resource.unknown]))
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
