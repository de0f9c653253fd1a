//! The OpenAPI document, made from the protocol's own types, so that it always says what a call takes and answers.

use tend_protocol::*;
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{
        Components, Content, HttpMethod, InfoBuilder, License, ObjectBuilder, OpenApi, OpenApiBuilder, PathItem, Paths,
        Ref, RefOr, Required, ResponseBuilder, Schema, Type,
        path::{Operation, OperationBuilder},
        request_body::RequestBodyBuilder,
        security::{HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme},
    },
};

const BINARY_NOTE: &str = "Bodies of calls are CBOR (RFC 8949) of the schemas here: an object is a map with text keys, and \
    `format: binary` is a byte string. Ids travel in bodies alone.";

/// The document, as JSON with a final line break.
///
/// # Panics
/// Never: the document is made of plain maps and texts, which always become JSON.
pub fn json() -> String {
    #[allow(clippy::expect_used)]
    let mut text = document().to_pretty_json().expect("the document is JSON");
    text.push('\n');
    text
}

fn document() -> OpenApi {
    let mut parts = Parts { paths: Paths::new(), schemas: Vec::new() };
    macro_rules! add {
        ($($call:ty),*) => { $(parts.add::<$call>();)* };
    }
    crate::service::every_call!(add);
    parts.pages();
    parts.schema::<Problem>();
    parts.schema::<ErrorCode>();
    let security = SecurityScheme::Http(
        HttpBuilder::new()
            .scheme(HttpAuthScheme::Bearer)
            .description(Some("The token that `/v1/open-session` gave."))
            .build(),
    );
    let mut components = Components::new();
    components.schemas.extend(parts.schemas);
    // The derived schema has the names of the code's variants, not of the wire.
    components.schemas.insert(ErrorCode::name().into(), codes().into());
    components.add_security_scheme("session", security);
    let info = InfoBuilder::new()
        .title("Tend server")
        .version(env!("CARGO_PKG_VERSION"))
        .description(Some(BINARY_NOTE))
        .license(Some(License::new(env!("CARGO_PKG_LICENSE"))))
        .build();
    OpenApiBuilder::new().info(info).paths(parts.paths).components(Some(components)).build()
}

/// What a problem's `code` may be.
fn codes() -> Schema {
    let mut text = String::from("What went wrong, for programs. A code never changes its meaning:\n");
    for code in ErrorCode::ALL {
        text += &format!("\n- `{}` ({}): {}", code.as_str(), code.status(), code.title());
    }
    ObjectBuilder::new()
        .schema_type(Type::String)
        .description(Some(text))
        .enum_values(Some(ErrorCode::ALL.iter().map(|code| code.as_str())))
        .into()
}

struct Parts {
    paths: Paths,
    schemas: Vec<(String, RefOr<Schema>)>,
}

impl Parts {
    fn schema<T: ToSchema>(&mut self) {
        self.schemas.push((T::name().into(), T::schema()));
        T::schemas(&mut self.schemas);
    }

    fn add<C: Call + ToSchema>(&mut self)
    where
        C::Answer: ToSchema,
    {
        self.schema::<C>();
        self.schema::<C::Answer>();
        let body = RequestBodyBuilder::new().required(Some(Required::True)).content(MEDIA_TYPE, content::<C>()).build();
        let mut operation = operation(C::PATH, &description(&C::schema()))
            .request_body(Some(body))
            .response("200", ResponseBuilder::new().description("Done.").content(MEDIA_TYPE, content::<C::Answer>()));
        if C::SESSION {
            operation = operation.security(session());
        }
        self.paths.add_path_operation(C::PATH, vec![HttpMethod::Post], operation);
    }

    /// The paths that are not calls.
    fn pages(&mut self) {
        self.schema::<Config>();
        self.schema::<Head>();
        let get = |operation: OperationBuilder| PathItem::new(HttpMethod::Get, operation);
        let page = |path, text, kind, content| {
            operation(path, text).response("200", ResponseBuilder::new().description("Done.").content(kind, content))
        };
        let text = || Content::new(Some(String::schema()));
        let events = "The heads of the caller's spaces, and each that grows, as events named `head` with a `Head` in JSON as data. \
            They are hints: one may be lost or doubled, and a client that reconnects pulls.";
        let pages = [
            (
                "/v1/config",
                page("/v1/config", "What the server says of itself.", "application/json", content::<Config>()),
            ),
            ("/v1/events", page("/v1/events", events, "text/event-stream", content::<Head>()).security(session())),
            ("/v1/openapi.json", page("/v1/openapi.json", "This document.", "application/json", Content::default())),
            ("/livez", page("/livez", "Whether the process answers.", "text/plain", text())),
            ("/readyz", page("/readyz", "Whether the database takes a write.", "text/plain", text())),
        ];
        self.paths.paths.extend(pages.map(|(path, operation)| (path.to_owned(), get(operation))));
    }
}

fn content<T: ToSchema>() -> Content {
    Content::new(Some(RefOr::<Schema>::Ref(Ref::from_schema_name(T::name()))))
}

fn session() -> SecurityRequirement {
    SecurityRequirement::new("session", Vec::<String>::new())
}

/// An operation that may answer with any problem.
fn operation(path: &str, text: &str) -> OperationBuilder {
    let id = path.trim_start_matches('/').trim_start_matches("v1/").replace(['-', '.'], "_");
    let problem = ResponseBuilder::new()
        .description("A problem (RFC 9457); `code` says which.")
        .content(PROBLEM_MEDIA_TYPE, content::<Problem>());
    OperationBuilder::from(Operation::new()).operation_id(Some(id)).description(Some(text)).response("default", problem)
}

fn description(schema: &RefOr<Schema>) -> String {
    match schema {
        RefOr::T(Schema::Object(object)) => object.description.clone().unwrap_or_default(),
        _ => String::new(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn value() -> serde_json::Value {
        serde_json::from_str(&json()).unwrap()
    }

    #[test]
    fn every_call_is_in_the_document_and_served() {
        let source = include_str!("../../protocol/src/calls.rs");
        let paths: Vec<_> = source.split('"').filter(|part| part.starts_with("/v1/")).collect();
        assert!(!paths.is_empty(), "the calls are named in that source");
        for path in paths {
            assert!(value()["paths"][path]["post"]["requestBody"].is_object(), "{path} is missing");
            assert!(super::super::metrics::PATHS.contains(&path), "{path} is not served");
        }
    }

    #[test]
    fn every_type_of_the_wire_is_in_the_document() {
        let sources = [
            include_str!("../../protocol/src/bytes.rs"),
            include_str!("../../protocol/src/calls.rs"),
            include_str!("../../protocol/src/limits.rs"),
            include_str!("../../protocol/src/log.rs"),
            include_str!("../../protocol/src/people.rs"),
            include_str!("../../protocol/src/problem.rs"),
            include_str!("../../protocol/src/signing.rs"),
        ];
        for source in sources {
            let mut lines = source.lines();
            while lines.find(|line| line.contains("utoipa::ToSchema")).is_some() {
                let line = lines.find(|line| line.trim_start().starts_with("pub ")).unwrap();
                let name =
                    line.split_whitespace().nth(2).unwrap().trim_end_matches("(#[serde(with").trim_end_matches('{');
                let name = name.split('(').next().unwrap();
                assert!(value()["components"]["schemas"][name].is_object(), "{name} is missing");
            }
        }
    }

    #[test]
    fn every_code_is_in_the_document() {
        let codes = value()["components"]["schemas"]["ErrorCode"].to_string();
        for code in ErrorCode::ALL {
            assert!(codes.contains(&format!("\"{}\"", code.as_str())), "{code:?} is missing");
        }
    }

    #[test]
    fn every_reference_leads_somewhere() {
        let (text, value) = (json(), value());
        for part in text.split("#/components/schemas/").skip(1) {
            let name = part.split('"').next().unwrap();
            assert!(value["components"]["schemas"][name].is_object(), "{name} is missing");
        }
    }

    #[test]
    fn the_file_in_the_documentation_is_this_document() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/openapi.json");
        let written = std::fs::read_to_string(path).unwrap();
        assert!(written == json(), "write it again: tend-server openapi > docs/openapi.json");
    }
}
