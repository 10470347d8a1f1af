//! Changes to what files declare, made where it has been evaluated and before the graph is made of it, so that all that
//! is derived follows.

pub(super) mod declared;
pub(super) mod edit;
pub(super) mod signature;
