//! Identities in a part of a document: what they say of resources that are left out is left out. What would have to be
//! known stays.

use super::{DocumentEvidence, DocumentIdentity, DocumentRight};
use std::collections::BTreeSet;

impl DocumentIdentity {
    /// Leaves out whatever speaks of a resource that is not among `kept`.
    pub(in crate::graph) fn retain(&mut self, kept: &BTreeSet<String>) {
        rights(&mut self.administrator, kept);
        self.permissions.values_mut().for_each(|list| rights(list, kept));
        self.permissions.retain(|_, list| !list.is_empty());
        self.escalates_by.retain(|action| self.permissions.contains_key(action));
        self.grants.retain(|grant| kept.contains(&grant.resource));
        self.grants.iter_mut().for_each(|grant| evidence(&mut grant.evidence, kept));
        self.trust.retain(|trust| kept.contains(&trust.resource));
        for trust in &mut self.trust {
            trust.identities.retain(|identity| kept.contains(identity));
            trust.conditions.retain(|condition| kept.contains(&condition.resource));
        }
        self.holders.retain(|holder| kept.contains(&holder.id));
        self.becomes.retain(|becoming| becoming.through.iter().all(|identity| kept.contains(identity)));
        for becoming in &mut self.becomes {
            evidence(&mut becoming.evidence, kept);
        }
    }
}

fn rights(rights: &mut Vec<DocumentRight>, kept: &BTreeSet<String>) {
    rights.retain(|right| kept.contains(&right.resource));
    for right in rights {
        evidence(&mut right.evidence, kept);
        right.targets.retain(|target| kept.contains(&target.id));
    }
}

fn evidence(signs: &mut Vec<DocumentEvidence>, kept: &BTreeSet<String>) {
    signs.retain(|sign| kept.contains(&sign.resource));
}
