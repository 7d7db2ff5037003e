//! Hostile input: whatever the text, the parsers answer and the service refuses without falling over.

#![allow(clippy::unwrap_used, reason = "in a test a surprise is a failure")]

use bytes::Bytes;
use http::Request;
use latchkey_sandbox::graph::query::Query as GraphQuery;
use latchkey_sandbox::odata::{batch, filter, payload, query, url};
use latchkey_sandbox::{Config, Sandbox};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use proptest::prelude::*;
use std::sync::LazyLock;

static SANDBOX: LazyLock<Sandbox> = LazyLock::new(|| Sandbox::new(Config::default()).unwrap());

const KEPT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'=')
    .remove(b'?')
    .remove(b'$')
    .remove(b'/')
    .remove(b'&')
    .remove(b'(')
    .remove(b')');

fn get(path_and_query: &str) -> u16 {
    get_of("contoso.crm4.dynamics.com", "/api/data/v9.2/", path_and_query)
}

fn get_of(host: &str, root: &str, path_and_query: &str) -> u16 {
    let encoded = utf8_percent_encode(path_and_query, KEPT);
    let request = Request::builder()
        .uri(format!("{root}{encoded}"))
        .header("host", host)
        .header("authorization", "Bearer sandbox:admin@contoso.com");
    let Ok(request) = request.body(Bytes::new()) else {
        return 400;
    };
    SANDBOX.handle(request).unwrap().status().as_u16()
}

/// Pieces of the filter language, put together at random: far likelier to reach deep code than random letters.
fn filterish() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "name",
        "eq",
        "ne",
        "and",
        "or",
        "not",
        "(",
        ")",
        "null",
        "'a'",
        "''",
        "'",
        "\"",
        "1",
        "-1",
        "1e999",
        "true",
        ",",
        "/",
        ":",
        "any(",
        "all(",
        "x:x/name",
        "contains(",
        "tolower(",
        "primarycontactid/lastname",
        "_primarycontactid_value",
        "@p",
        "Microsoft.Dynamics.CRM.In(",
        "PropertyName=",
        "PropertyValues=",
        "[",
        "]",
        "2026-01-01T00:00:00Z",
        "c2cbe3db-62c8-4661-9ac5-7691c83242f5",
        "\u{202e}",
        "Contact_Tasks/",
    ]);
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.join(" "))
}

/// The same for Graph's part of it.
fn graph_filterish() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "displayName",
        "accountEnabled",
        "assignedLicenses",
        "assignedLicenses/any(",
        "assignedLicenses/$count",
        "s:s/skuId",
        "s:s",
        "eq",
        "ne",
        "in",
        "and",
        "or",
        "not",
        "(",
        ")",
        ",",
        ":",
        "'",
        "'a'",
        "''",
        "null",
        "true",
        "0",
        "1e9",
        "startswith(",
        "endswith(",
        "c2cbe3db-62c8-4661-9ac5-7691c83242f5",
        "\u{202e}",
    ]);
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.join(" "))
}

fn graph_batchish() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        r#"{"id":"1","method":"GET","url":"/me"}"#,
        r#"{"id":"2","method":"POST","url":"/applications","body":{}}"#,
        r#"{"id":"2","method":"GET","url":"https://","dependsOn":["1"]}"#,
        r#"{"id":"3","method":"GET","url":"/$batch","dependsOn":["3"]}"#,
        r#"{"id":4}"#,
        "null",
        "[",
    ]);
    prop::collection::vec(piece, 0..24).prop_map(|items| format!(r#"{{"requests":[{}]}}"#, items.join(",")))
}

fn batchish() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "--b",
        "--b--",
        "--c",
        "--c--",
        "\r\n",
        "\n",
        "\r\n\r\n",
        "Content-Type: application/http",
        "Content-ID: 1",
        "Content-Type: multipart/mixed; boundary=c",
        "Content-Type: multipart/mixed; boundary=b",
        "GET accounts HTTP/1.1",
        "POST accounts HTTP/1.1",
        "PATCH $1 HTTP/1.1",
        "POST $batch HTTP/1.1",
        "GET",
        "{\"name\":\"x\"}",
        " ",
        "HTTP/1.1",
        ":",
        "GET $/x HTTP/1.1",
        "DELETE $9/é HTTP/1.1",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.join("\r\n"))
}

proptest! {
    #[test]
    fn the_filter_parser_takes_any_text(text in any::<String>()) {
        let _ = filter::parse(&text, &[]);
        let _ = url::segments(&text);
        let _ = url::split_outside(&text, ',');
        let _ = query::Query::parse(&text);
        let _ = payload::below_version(&text);
    }

    #[test]
    fn the_batch_parser_takes_any_bytes(body in any::<Vec<u8>>(), kind in any::<String>()) {
        let body = String::from_utf8_lossy(&body);
        let _ = batch::parse("multipart/mixed; boundary=b", &body);
        let _ = batch::parse(&kind, &body);
    }

    #[test]
    fn a_filter_is_answered_or_refused(text in filterish()) {
        let status = get(&format!("accounts?$top=1&$filter={text}"));
        prop_assert!(matches!(status, 200 | 400 | 404), "{status}: {text}");
    }

    #[test]
    fn a_filter_of_graph_is_answered_or_refused(text in graph_filterish()) {
        let status = get_of("graph.microsoft.com", "/v1.0/", &format!("users?$count=true&$filter={text}"));
        prop_assert!(matches!(status, 200 | 400), "{status}: {text}");
    }

    #[test]
    fn a_path_of_the_cloud_is_answered_or_refused(path in "[a-zA-Z$()'/=,@{}._0-9 ]{0,60}", at in 0usize..3) {
        let hosts = ["graph.microsoft.com", "login.microsoftonline.com", "api.bap.microsoft.com"];
        let root = if at == 0 { "/v1.0/" } else { "/" };
        let status = get_of(hosts[at], root, &path);
        prop_assert!(status < 500, "{status}: {path}");
    }

    #[test]
    fn a_batch_of_graph_is_answered_or_refused(body in graph_batchish()) {
        let request = Request::builder()
            .method("POST")
            .uri("/v1.0/$batch")
            .header("host", "graph.microsoft.com")
            .header("authorization", "Bearer sandbox:reader@contoso.com")
            .body(Bytes::from(body.clone()))
            .unwrap();
        let status = SANDBOX.handle(request).unwrap().status().as_u16();
        prop_assert!(matches!(status, 200 | 400), "{status}: {body}");
    }

    #[test]
    fn a_path_is_answered_or_refused(path in "[a-z$()'/=,@{}._0-9 ]{0,60}") {
        let status = get(&path);
        prop_assert!(status < 500 || status == 501, "{status}: {path}");
    }

    #[test]
    fn fetch_xml_is_answered_or_refused(inner in "[<>/a-z='\" &;#0-9]{0,80}") {
        let status = get(&format!("accounts?fetchXml=<fetch><entity name='account'>{inner}</entity></fetch>"));
        prop_assert!(status < 500, "{status}: {inner}");
    }

    #[test]
    fn sql_is_answered_or_refused(tail in "[A-Za-zæİ*,'=<>() 0-9]{0,80}") {
        let status = get(&format!("accounts?sql=SELECT {tail}"));
        prop_assert!(status < 500, "{status}: {tail}");
    }

    #[test]
    fn a_batch_is_answered_or_refused(body in batchish()) {
        let request = Request::builder()
            .method("POST")
            .uri("/api/data/v9.2/$batch")
            .header("host", "contoso.crm4.dynamics.com")
            .header("authorization", "Bearer sandbox:reader@contoso.com")
            .header("content-type", "multipart/mixed; boundary=b")
            .body(Bytes::from(body.clone()))
            .unwrap();
        let status = SANDBOX.handle(request).unwrap().status().as_u16();
        prop_assert!(matches!(status, 200 | 400), "{status}: {body}");
    }

    #[test]
    fn a_literal_survives_quoting(text in "[^']{0,30}") {
        let quoted = format!("name eq '{text}'");
        let wanted = filter::Expr::Compare(
            filter::Op::Eq,
            filter::Operand::Path(vec!["name".into()]),
            filter::Operand::Literal(text.into()),
        );
        prop_assert_eq!(filter::parse(&quoted, &[]).unwrap(), wanted);
    }
}

#[test]
fn nesting_is_bounded() {
    for text in [
        "(".repeat(100_000),
        "not ".repeat(100_000),
        "tolower(".repeat(100_000),
        "a/any(x:".repeat(100_000),
    ] {
        assert!(filter::parse(&text, &[]).is_err());
        assert!(GraphQuery::read(&format!("$filter={text}"), "user", true).is_err());
    }
    let chain = format!(
        "$filter=accountEnabled eq true{}",
        " and accountEnabled eq true".repeat(50_000)
    );
    assert!(GraphQuery::read(&chain, "user", true).is_err());
    let expand = format!("{}x{}", "a($expand=".repeat(2000), ")".repeat(2000));
    assert!(query::Query::parse(&format!("$expand={expand}")).is_err());
    let xml = "<a>".repeat(10_000);
    assert_eq!(get(&format!("accounts?fetchXml={xml}")), 400);
}
