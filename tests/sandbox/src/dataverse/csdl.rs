//! `$metadata`: the service's CSDL, XML only.

use super::schema::{Column, TableDef, Type};
use crate::odata::error::Refusal;
use crate::odata::service::{Answer, Payload, Service};
use http::HeaderMap;
use std::fmt::Write as _;

fn edm(column: &Column) -> &'static str {
    match column.kind {
        Type::Boolean => "Edm.Boolean",
        Type::Integer | Type::Picklist | Type::State | Type::Status => "Edm.Int32",
        Type::BigInt => "Edm.Int64",
        Type::Decimal | Type::Money => "Edm.Decimal",
        Type::Double => "Edm.Double",
        Type::DateTime => "Edm.DateTimeOffset",
        Type::Uniqueidentifier | Type::Lookup | Type::Owner | Type::Customer => "Edm.Guid",
        Type::Image | Type::File => "Edm.Binary",
        Type::ManagedProperty => "mscrm.BooleanManagedProperty",
        Type::String | Type::Memo | Type::MultiSelect | Type::PartyList => "Edm.String",
    }
}

fn entity_type(def: &TableDef, out: &mut String) {
    let _ = write!(
        out,
        "<EntityType Name=\"{}\"><Key><PropertyRef Name=\"{}\"/></Key>",
        def.logical, def.id
    );
    for column in def.columns.values() {
        let _ = write!(
            out,
            "<Property Name=\"{}\" Type=\"{}\"/>",
            column.property(),
            edm(column)
        );
    }
    for target in def.columns.values().flat_map(|c| &c.targets) {
        let _ = write!(
            out,
            "<NavigationProperty Name=\"{}\" Type=\"mscrm.{}\" Nullable=\"true\"/>",
            target.nav, target.table
        );
    }
    out.push_str("</EntityType>");
}

impl Service<'_> {
    /// `GET $metadata`.
    pub(crate) fn csdl(&self, headers: &HeaderMap) -> Result<Answer, Refusal> {
        let accept = headers
            .get("accept")
            .map(|v| String::from_utf8_lossy(v.as_bytes()).to_lowercase())
            .unwrap_or_default();
        if !accept.is_empty() && !["xml", "*/*"].iter().any(|kind| accept.contains(kind)) {
            return Err(Refusal::new(
                415,
                "0x80060888",
                "A supported MIME type could not be found that matches the content type of the response. $metadata is available as application/xml.",
            ));
        }
        let schema = self.store.schema();
        let mut out = String::from(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?><edmx:Edmx Version=\"4.0\" xmlns:edmx=\"http://docs.oasis-open.org/odata/ns/edmx\"><edmx:DataServices><Schema Namespace=\"Microsoft.Dynamics.CRM\" Alias=\"mscrm\" xmlns=\"http://docs.oasis-open.org/odata/ns/edm\"><ComplexType Name=\"BooleanManagedProperty\"><Property Name=\"Value\" Type=\"Edm.Boolean\"/><Property Name=\"CanBeChanged\" Type=\"Edm.Boolean\"/><Property Name=\"ManagedPropertyLogicalName\" Type=\"Edm.String\"/></ComplexType>",
        );
        for def in schema.tables.values() {
            entity_type(def, &mut out);
        }
        out.push_str("<EntityContainer Name=\"System\">");
        for def in schema.tables.values() {
            let _ = write!(
                out,
                "<EntitySet Name=\"{}\" EntityType=\"Microsoft.Dynamics.CRM.{}\"/>",
                def.set, def.logical
            );
        }
        out.push_str("</EntityContainer></Schema></edmx:DataServices></edmx:Edmx>");
        Ok(Answer {
            status: 200,
            headers: Vec::new(),
            body: Payload::Text("application/xml".into(), out),
        })
    }
}
