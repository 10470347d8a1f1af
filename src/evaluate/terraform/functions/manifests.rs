//! Functions of the provider `kubernetes` that read manifests.

use super::arguments::{Signature, TEXT};
use super::{Arguments, Data, FunctionError, Reason, Value};
use crate::evaluate::SequenceKind;
use crate::evaluate::kubernetes::embedded::{self, NoDocuments};
use std::sync::Arc;

const ONE: &str = "provider::kubernetes::manifest_decode";
const SEVERAL: &str = "provider::kubernetes::manifest_decode_multi";

pub(super) const FUNCTIONS: &[Signature] = &[
    Signature::new(ONE, &[TEXT.unknown()], |args| {
        let Some(documents) = documents(args)? else { return Ok(unknown(args, ONE)) };
        match <[Value; 1]>::try_from(documents) {
            Ok([only]) => Ok(args.hand_through(&only)),
            Err(several) => Err(FunctionError::at(0, format!("the text holds {} documents", several.len()))),
        }
    }),
    Signature::new(SEVERAL, &[TEXT.unknown()], |args| match documents(args)? {
        Some(documents) => args.structure(Data::Sequence(SequenceKind::Tuple, Arc::new(documents))),
        None => Ok(unknown(args, SEVERAL)),
    }),
];

/// The objects in a text, those known in part included; none where it cannot be told how many there are. Terraform
/// itself knows nothing of a text that is known in part.
fn documents(args: &Arguments<'_>) -> Result<Option<Vec<Value>>, FunctionError> {
    let text = args.get(0)?;
    if args.context.strict {
        return Ok(None);
    }
    if text.as_str().is_some_and(|text| text.trim().is_empty()) {
        return Ok(Some(Vec::new()));
    }
    match embedded::documents(text, &|_| &[], args.context.sources) {
        Ok((mut documents, _)) => {
            documents.retain(|document| !matches!(document.data, Data::Null));
            let are_objects = documents.iter().all(|document| matches!(document.data, Data::Mapping(..)));
            Ok(are_objects.then_some(documents))
        }
        Err(NoDocuments::Unknown) => Ok(None),
        Err(NoDocuments::Broken(found)) => Err(FunctionError::at(0, found.message)),
    }
}

fn unknown(args: &Arguments<'_>, name: &str) -> Value {
    Value { sensitive: args.sensitive(), ..Value::unknown(Reason::Function(name.into()), args.origin()) }
}

#[cfg(test)]
mod tests {
    use crate::evaluate::terraform::{Inputs, answer_expressions};
    use crate::source::Sources;

    /// `purlin eval` answers as Terraform does without the provider.
    #[test]
    fn a_strict_answer_says_nothing_about_manifests() {
        let sources = Sources::new(".");
        let expression = format!("{}(\"a: 1\")", super::SEVERAL);
        let answers = answer_expressions(&sources, &[], ".", &Inputs::default(), &[expression]);
        assert!(answers.iter().all(|answer| answer.contains("unknown")), "{answers:?}");
    }
}
