//! Functions, the interfaces before them, and buckets.

use super::policy::Policies;
use crate::graph::ResourceIndex;
use crate::graph::exposure::door::{Door, Judged, Opening, Place};
use crate::graph::exposure::field::Field;
use crate::graph::exposure::map::{Map, lies_below};

const FUNCTION: [&str; 2] = ["aws_lambda_function", "aws_lambda_alias"];

/// The doors from the internet to functions, interfaces and buckets.
pub(super) fn doors<'g>(map: &Map<'g>, policies: &mut Policies<'g>) -> Vec<Door> {
    let mut doors = Vec::new();
    for url in map.of_kind("aws_lambda_function_url") {
        let kind = map.field(*url).get("authorization_type");
        let judged = kind.is(false, |kind| kind == "NONE");
        let note = "the function's address takes requests from everyone";
        doors.extend(entry(*url, judged, &kind, note));
        for function in map.targets(*url, &["function_name"], &FUNCTION) {
            let place = map.field(*url).get("function_name").place();
            onward(map, *url, function, Judged::YES, place, &mut doors);
        }
    }
    for alias in map.of_kind("aws_lambda_alias") {
        for function in map.targets(*alias, &["function_name"], &["aws_lambda_function"]) {
            onward(
                map,
                *alias,
                function,
                Judged::YES,
                map.field(*alias).get("function_name").place(),
                &mut doors,
            );
        }
    }
    rest_interfaces(map, &mut doors);
    http_interfaces(map, &mut doors);
    for bucket in map.of_kind("aws_s3_bucket") {
        doors.extend(of_bucket(map, policies, *bucket));
    }
    doors
}

fn entry(to: ResourceIndex, judged: Judged, written: &Field<'_>, note: &str) -> Option<Door> {
    if judged.is_no() {
        return None;
    }
    let opening = Opening::new(written.place(), "tcp", Some((443, 443)), &judged);
    Some(Door::new(None, to, judged).station(written.place(), note).openings(vec![opening]))
}

fn onward(
    map: &Map<'_>,
    from: ResourceIndex,
    to: ResourceIndex,
    judged: Judged,
    place: Place,
    doors: &mut Vec<Door>,
) {
    if !judged.is_no() {
        let note = format!("hands requests on to {}", map.name(to));
        doors.push(Door::new(Some(from), to, judged).station(place, note));
    }
}

/// REST: an interface that is not private, a method without authorization, and what it is integrated with.
fn rest_interfaces(map: &Map<'_>, doors: &mut Vec<Door>) {
    for interface in map.of_kind("aws_api_gateway_rest_api") {
        let types = map.field(*interface).block("endpoint_configuration").get("types");
        let private = Judged::any(types.items().iter().map(|kind| kind.is(false, |kind| kind == "PRIVATE")));
        doors.extend(entry(
            *interface,
            private.not(),
            &types,
            "the interface takes requests from the internet",
        ));
        let integrations = map.sources(*interface, &["rest_api_id"], &["aws_api_gateway_integration"]);
        let methods = map.sources(*interface, &["rest_api_id"], &["aws_api_gateway_method"]);
        for integration in integrations {
            let open = Judged::any(
                methods
                    .iter()
                    .filter(|method| is_method_of(map, **method, integration))
                    .map(|method| map.field(*method).get("authorization").is(true, |kind| kind == "NONE")),
            );
            let called = map.references(integration).iter().filter(|one| lies_below(&one.via, &["uri"]));
            for reference in called.filter(|one| FUNCTION.contains(&map.kind(one.to))) {
                let place = Place { resource: integration, path: reference.via.clone() };
                onward(map, *interface, reference.to, open.clone(), place, doors);
            }
        }
    }
}

/// Whether a method and an integration are of one path and verb: the one refers to the other, or they share both.
fn is_method_of(map: &Map<'_>, method: ResourceIndex, integration: ResourceIndex) -> bool {
    if map.references(integration).iter().any(|reference| reference.to == method) {
        return true;
    }
    let of =
        |one| map.targets(one, &["resource_id"], &["aws_api_gateway_resource", "aws_api_gateway_rest_api"]);
    let verb = |one| map.field(one).get("http_method").known();
    of(method) == of(integration) && verb(method) == verb(integration)
}

/// HTTP and WebSocket: a route without authorization, and what it is integrated with.
fn http_interfaces(map: &Map<'_>, doors: &mut Vec<Door>) {
    for interface in map.of_kind("aws_apigatewayv2_api") {
        let protocol = map.field(*interface).get("protocol_type");
        let note = "the interface takes requests from the internet";
        doors.extend(entry(*interface, Judged::YES, &protocol, note));
        for function in map.targets(*interface, &["target"], &FUNCTION) {
            let place = map.field(*interface).get("target").place();
            onward(map, *interface, function, Judged::YES, place, doors);
        }
        for route in map.sources(*interface, &["api_id"], &["aws_apigatewayv2_route"]) {
            let open = map.field(route).get("authorization_type").is(true, |kind| kind == "NONE");
            for integration in map.targets(route, &["target"], &["aws_apigatewayv2_integration"]) {
                let called = map.references(integration).iter();
                let called = called.filter(|one| lies_below(&one.via, &["integration_uri"]));
                for reference in called {
                    let place = Place { resource: integration, path: reference.via.clone() };
                    onward(map, *interface, reference.to, open.clone(), place, doors);
                }
            }
        }
    }
}

/// A bucket that everyone may read from or write to, by its access list or its policy.
fn of_bucket<'g>(map: &Map<'g>, policies: &mut Policies<'g>, bucket: ResourceIndex) -> Option<Door> {
    let blocks: Vec<Field<'_>> = map
        .sources(bucket, &["bucket"], &["aws_s3_bucket_public_access_block"])
        .into_iter()
        .map(|block| map.field(block))
        .collect();
    let off = |keys: [&str; 2]| {
        let set = blocks.iter().flat_map(|block| keys.map(|key| block.get(key).is_true(false)));
        Judged::any(set).not()
    };
    let lists = std::iter::once(bucket).chain(map.sources(bucket, &["bucket"], &["aws_s3_bucket_acl"]));
    for acl in lists.map(|holder| map.field(holder).get("acl")) {
        let public = acl.is(false, |acl| acl.starts_with("public-read"));
        let judged = public.and(off(["ignore_public_acls", "block_public_acls"]));
        if !judged.is_no() {
            return entry(bucket, judged, &acl, "everyone may read the bucket");
        }
    }
    let own = std::iter::once(bucket).chain(map.sources(bucket, &["bucket"], &["aws_s3_bucket_policy"]));
    for policy in own.map(|holder| map.field(holder).get("policy")) {
        let judged =
            policies.admit_everyone(&policy).and(off(["restrict_public_buckets", "block_public_policy"]));
        if !judged.is_no() {
            return entry(bucket, judged, &policy, "the policy lets everyone in");
        }
    }
    None
}
